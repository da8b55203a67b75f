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
 * What Discord allows one bot, as `GET /gateway/bot` tells it.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#session-start-limit-object | Session start limit object}
 */
export interface IdentifyLimits {
  /** How many shards may identify at once, one for each `shard_id % maxConcurrency`. */
  readonly maxConcurrency: number;
  /** How many IDENTIFYs are left until the reset. */
  readonly remaining: number;
  /** Milliseconds until `remaining` is `total` again; 0 while the period has not begun. */
  readonly resetAfterMs: number;
  /** How many IDENTIFYs a period of 24 hours has. */
  readonly total: number;
}

/**
 * Paces IDENTIFYs: at most one per 5 seconds and `shard_id % max_concurrency`, in order, within the daily budget. Everything
 * that identifies with one token must ask one queue.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#sharding-max-concurrency | Max concurrency}
 */
export interface IdentifyQueue {
  /** The share of the daily budget that is left, 0 to 1; left out where nobody knows. A shard whose READY is late asks before it identifies again. */
  readonly budgetLeft?: number;
  /**
   * Resolves with a permit as soon as this shard may identify.
   *
   * @throws the signal's reason when `signal` aborts before.
   */
  acquire(request: IdentifyRequest, options: { readonly signal: AbortSignal }): Promise<IdentifyPermit>;
  /** Takes over what Discord says now; those who wait are sorted anew. A queue with fixed limits leaves it out. */
  update?(limits: Partial<IdentifyLimits>): void;
}
