import { describe, expect, it } from '@jest/globals';
import { judgeIdentify } from '../../src/gateway/judgeIdentify.js';
import { ALL, guildOn, MachineBench, TOKEN } from './MachineBench.js';

const identify = { token: TOKEN, intents: 1, properties: {} };
const { state } = new MachineBench({ privilegedIntents: 1 << 1, requiredShards: 2 }, [guildOn(0), guildOn(1)]);
const { state: small } = new MachineBench({ maxGuildsPerShard: 1 }, [guildOn(0), guildOn(1)]);

describe('an IDENTIFY', () => {
  it('is read with the defaults of Discord', () => {
    expect(judgeIdentify({ ...identify, shard: [1, 2] }, state)).toEqual({
      shardId: 1,
      total: 2,
      isSharded: true,
      intents: 1,
      largeThreshold: 50,
      compress: false,
      presence: null,
    });
  });

  it('without a shard is 0 of 1, and does not say so in READY', () => {
    expect(judgeIdentify(identify, new MachineBench().state)).toMatchObject({ shardId: 0, total: 1, isSharded: false });
  });

  it.each<[number, string, unknown]>([
    [4001, 'no object', null],
    [4001, 'no token', { ...identify, token: undefined }],
    [4004, 'a wrong token', { ...identify, token: 'other' }],
    [4001, 'no properties', { ...identify, properties: undefined }],
    [4001, 'a compress that is no boolean', { ...identify, compress: 1 }],
    [4001, 'a large_threshold of 49', { ...identify, large_threshold: 49 }],
    [4001, 'a large_threshold of 251', { ...identify, large_threshold: 251 }],
    [4001, 'capabilities that are no number', { ...identify, capabilities: 'all' }],
    [4001, 'a presence that is none', { ...identify, presence: { status: 'sleeping' } }],
    [4010, 'an id that is the total', { ...identify, shard: [2, 2] }],
    [4010, 'an id below 0', { ...identify, shard: [-1, 2] }],
    [4010, 'a shard of three numbers', { ...identify, shard: [0, 2, 3] }],
    [4010, 'a shard that is no list', { ...identify, shard: '0,2' }],
    [4013, 'no intents', { ...identify, intents: undefined }],
    [4013, 'a bit that means nothing', { ...identify, intents: 1 << 30 }],
    [4013, 'intents below 0', { ...identify, intents: -1 }],
    [4014, 'a privileged intent that is switched off', { ...identify, intents: ALL, shard: [0, 2] }],
    [4011, 'fewer shards than the bot needs', { ...identify, shard: [0, 1] }],
  ])('is punished with %i for %s', (code, _offence, d) => {
    expect(judgeIdentify(d, state)).toMatchObject({ code, offence: expect.any(String) });
  });

  it('may ask for a privileged intent that is switched on', () => {
    expect(judgeIdentify({ ...identify, intents: 1 << 1, shard: [0, 2] }, state)).toMatchObject({ intents: 2 });
  });

  it('is punished with 4011 when its shard has too many guilds, and only then', () => {
    expect(judgeIdentify(identify, small)).toMatchObject({ code: 4011 });
    expect(judgeIdentify({ ...identify, shard: [0, 2] }, small)).toMatchObject({ shardId: 0 });
  });
});
