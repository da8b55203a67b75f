import { describe, expect, it } from '@jest/globals';
import { identifyText, resumeText } from '../../src/shard/firstWords.js';
import { resolveShardOptions } from '../../src/shard/resolveShardOptions.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.qwertyuiopasdfghjklzxcvbnm';
const options = resolveShardOptions({ id: 2, total: 4, token: `Bot ${TOKEN}`, intents: ['Guilds'], identifyProperties: { os: 'any' } });

describe('the first words of a connection', () => {
  it('are IDENTIFY with everything that Discord wants to know', () => {
    expect(JSON.parse(identifyText(options, { status: 'idle' }))).toEqual({
      op: 2,
      d: {
        token: TOKEN,
        properties: { os: 'any', browser: 'aplomb', device: 'aplomb' },
        large_threshold: 50,
        shard: [2, 4],
        presence: { status: 'idle' },
        intents: 1,
      },
    });
  });

  it('name no presence and no capabilities where there are none', () => {
    const { d } = JSON.parse(identifyText(options, undefined)) as { readonly d: object };
    expect([Object.hasOwn(d, 'presence'), Object.hasOwn(d, 'capabilities')]).toEqual([false, false]);
  });

  it('are RESUME with the session and the last sequence', () => {
    expect(JSON.parse(resumeText(options, { id: 's1', sequence: 42 }))).toEqual({ op: 6, d: { token: TOKEN, session_id: 's1', seq: 42 } });
  });
});
