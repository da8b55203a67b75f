import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { processIdentifyQueue } from '../../src/identify/processIdentifyQueue.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyzabcdef';

describe('the identify queue of a process', () => {
  it('is one for each token, with or without "Bot " before it', () => {
    const queue = processIdentifyQueue(TOKEN);
    expect(processIdentifyQueue(`Bot ${TOKEN}`)).toBe(queue);
    expect(processIdentifyQueue(`${TOKEN}x`)).not.toBe(queue);
  });

  it('is one for each gateway on this machine, which is no Discord', () => {
    const fake = processIdentifyQueue(TOKEN, 'ws://127.0.0.1:4000');
    expect(processIdentifyQueue(TOKEN, 'ws://127.0.0.1:4000/?v=10')).toBe(fake);
    expect(processIdentifyQueue(TOKEN, 'ws://127.0.0.1:4001')).not.toBe(fake);
    expect(processIdentifyQueue(TOKEN, 'wss://gateway-us-east1-b.discord.gg')).toBe(processIdentifyQueue(TOKEN));
  });

  it('is forgotten when a thousand others were used since', () => {
    const [used, unused] = [processIdentifyQueue('used'), processIdentifyQueue('unused')];
    for (let number = 0; number < 998; number += 1) processIdentifyQueue(`token ${number}`);
    expect(processIdentifyQueue('used')).toBe(used);
    processIdentifyQueue('one more');
    expect([processIdentifyQueue('used') === used, processIdentifyQueue('unused') === unused]).toEqual([true, false]);
  });

  it('keeps the token nowhere', () => {
    processIdentifyQueue(TOKEN);
    const holder = globalThis as Record<symbol, unknown>;
    expect(inspect(holder[Symbol.for('aplomb.identifyQueues')], { depth: 20, showHidden: true })).not.toContain(TOKEN);
  });
});
