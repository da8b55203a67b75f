import type { ShardMessenger } from '@aplomb/gateway';
import type { Client } from './Client.js';
import type { Context } from './Context.js';

interface Pair<Data> {
  readonly live: Context<Data>;
  readonly replayed: Context<Data>;
}

/** Keeps two contexts a shard, one for live events and one for replayed ones, so that an event costs none. */
export class Contexts<Data> {
  private readonly client: Client<Data>;
  private readonly pairs = new Map<number, Pair<Data>>();

  constructor(client: Client<Data>) {
    this.client = client;
  }

  of(shardId: number, shard: ShardMessenger, replayed: boolean): Context<Data> {
    const known = this.pairs.get(shardId);
    // A restarted shard may have a new messenger.
    const pair = known?.live.shard === shard ? known : this.pair(shardId, shard);
    return replayed ? pair.replayed : pair.live;
  }

  private pair(shardId: number, shard: ShardMessenger): Pair<Data> {
    const pair = { live: this.context(shardId, shard, false), replayed: this.context(shardId, shard, true) };
    this.pairs.set(shardId, pair);
    return pair;
  }

  private context(shardId: number, shard: ShardMessenger, replayed: boolean): Context<Data> {
    const { client } = this;
    return Object.freeze({ cache: client.cache, client, data: client.data, replayed, rest: client.rest, shard, shardId });
  }
}
