/** Who asks to identify. */
export interface IdentifyRequest {
  readonly shardId: number;
  readonly shardTotal: number;
}

/**
 * Leave to send one IDENTIFY. It is a lease: whoever holds it tells what became of it, exactly once or not at all; every method is safe to call
 * at any time and more than once.
 */
export interface IdentifyPermit {
  /** The IDENTIFY was written. The 5 seconds of its bucket run from this instant. */
  spent(): void;
  /** READY came: this IDENTIFY was worth it. */
  ready(): void;
  /** The attempt is over without READY, or was given up before its IDENTIFY: the place is free for the next shard. */
  release(): void;
}

/**
 * Paces IDENTIFYs: at most one per 5 seconds and `shard_id % max_concurrency`, in order, within the daily budget. Everything
 * that identifies with one token must ask one queue.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#sharding-max-concurrency | Max concurrency}
 */
export interface IdentifyQueue {
  /**
   * Resolves with a permit as soon as this shard may identify.
   *
   * @throws the signal's reason when `signal` aborts before.
   */
  acquire(request: IdentifyRequest, options: { readonly signal: AbortSignal }): Promise<IdentifyPermit>;
}
