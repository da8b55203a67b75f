import type { Cache } from '@aplomb/cache';
import type { ShardMessenger } from '@aplomb/gateway';
import type { Rest } from '@aplomb/rest';
import type { Client } from './Client.js';

/** What every handler gets besides its event: the way to everything else. All events of one shard share one. */
export interface Context<Data = undefined> {
  /** What the bot knows of Discord: this event is in it already. */
  readonly cache: Cache;
  readonly client: Client<Data>;
  /** What the client was given as `data`. */
  readonly data: Data;
  /** True for an event that was missed while the shard was away, and that Discord sent after the shard resumed. */
  readonly replayed: boolean;
  readonly rest: Rest;
  /** Speaks to the shard that the event came through. */
  readonly shard: ShardMessenger;
  readonly shardId: number;
}
