import { describe, expect, it } from '@jest/globals';
import { GatewayClosedError } from '../../src/errors.js';
import { Intents } from '../../src/intents/Intents.js';
import { closeRules, type FatalClose } from '../../src/shard/closeCodes.js';
import { fatalError } from '../../src/shard/fatalError.js';

const shard = { id: 3, total: 8, intents: Intents.Guilds | Intents.GuildMembers | Intents.MessageContent };
const stopping = [...closeRules].filter((entry): entry is [number, FatalClose] => entry[1].then === 'stop');

function errorOf(closeCode: number): GatewayClosedError {
  const [, rule] = stopping.find(([code]) => code === closeCode)!;
  return fatalError({ type: 'fail', code: rule.error, closeCode, reason: '', cure: rule.cure }, shard);
}

describe('the error of a fatal close code', () => {
  it.each(stopping)('P-20: %p says which shard, which code, and what to do', (closeCode, rule) => {
    const error = errorOf(closeCode);
    expect(error).toBeInstanceOf(GatewayClosedError);
    expect(error).toMatchObject({ code: rule.error, closeCode, shardId: 3 });
    expect(error.message).toContain(`Shard 3 of 8 was closed with ${closeCode} (${rule.name})`);
    expect(error.message).toContain(rule.cure);
  });

  it('names the privileged intents that Discord did not allow', () => {
    expect(errorOf(4014).message).toContain('of the intents, these are privileged: GuildMembers, MessageContent.');
  });

  it('names the number that Discord did not understand', () => {
    expect(errorOf(4013).message).toContain(`the intents were ${shard.intents}`);
  });
});
