import type { ShardMessenger } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import type { Client } from '../src/Client.js';
import { Contexts } from '../src/Contexts.js';

const client = { cache: {}, data: { visits: 0 }, rest: {} } as unknown as Client<{ visits: number }>;
const messenger = () => ({}) as unknown as ShardMessenger;

describe('the contexts of a client', () => {
  it('are two a shard, one for live events and one for replayed ones', () => {
    const contexts = new Contexts(client);
    const shard = messenger();
    const live = contexts.of(3, shard, false);
    expect(live).toEqual({ cache: client.cache, client, data: client.data, replayed: false, rest: client.rest, shard, shardId: 3 });
    expect(contexts.of(3, shard, false)).toBe(live);
    expect(contexts.of(3, shard, true)).toEqual({ ...live, replayed: true });
    expect(contexts.of(3, shard, true)).toBe(contexts.of(3, shard, true));
    expect(contexts.of(4, messenger(), false)).not.toBe(live);
  });

  it('follow a shard to its new messenger', () => {
    const contexts = new Contexts(client);
    const old = contexts.of(0, messenger(), false);
    const shard = messenger();
    expect(contexts.of(0, shard, false)).not.toBe(old);
    expect(contexts.of(0, shard, false).shard).toBe(shard);
  });

  it('cannot be changed by a handler', () => {
    expect(Object.isFrozen(new Contexts(client).of(0, messenger(), false))).toBe(true);
  });
});
