import { Deferred } from './Deferred.js';
import type { ShardRunner } from './ShardRunner.js';
import type { ResolvedShardScheme } from './shardScheme.js';

/** One set of shards with one total. While a bot is resharded there are two. */
export class ShardLayout {
  readonly scheme: ResolvedShardScheme;
  readonly runners = new Map<number, ShardRunner>();
  private readonly waitedFor: Set<number>;
  private readonly connecting = new Deferred();

  constructor(scheme: ResolvedShardScheme) {
    this.scheme = scheme;
    this.waitedFor = new Set(scheme.ids);
  }

  /** Settles when every shard was connected once; rejects when that will not be. */
  get connected(): Promise<void> {
    return this.connecting.promise;
  }

  /** Notes that a shard is connected. True for the one that completes the layout. */
  noteConnected(shardId: number): boolean {
    const isLast = this.waitedFor.delete(shardId) && this.waitedFor.size === 0;
    if (isLast) this.connecting.resolve();
    return isLast;
  }

  /** Nobody needs to wait any longer. Does nothing once every shard was connected. */
  giveUp(reason: unknown): void {
    this.connecting.reject(reason);
  }
}
