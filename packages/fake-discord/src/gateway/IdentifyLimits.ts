/** The least time between two IDENTIFYs of one rate limit key. */
export const IDENTIFY_WINDOW_MS = 5_000;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The limits that Discord tells in `GET /gateway/bot`. */
export interface StartLimit {
  readonly total: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
  readonly maxConcurrency: number;
}

/** Where a limit stands at the start. */
export interface StartLimitOptions {
  /** IDENTIFYs per day. */
  readonly total: number;
  /** IDENTIFYs left until the reset. */
  readonly remaining: number;
  /** Milliseconds until the first reset. */
  readonly resetAfterMs: number;
  /** IDENTIFYs per 5 seconds, and the number of rate limit keys. */
  readonly maxConcurrency: number;
}

/** What became of a bot that wanted to identify. */
export type IdentifyVerdict = 'allowed' | 'too-soon' | 'none-left';

/**
 * How often a bot may identify: once per 5 seconds and rate limit key (`shard_id % max_concurrency`), and so often a day in all.
 * A refused IDENTIFY costs one of the day, too, but starts no new window.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#rate-limiting | Rate limiting}
 */
export class IdentifyLimits {
  private readonly options: StartLimitOptions;
  private readonly lastByKey = new Map<number, number>();
  private remaining: number;
  private resetAtMs: number | null = null;

  constructor(options: StartLimitOptions) {
    this.options = options;
    this.remaining = options.remaining;
  }

  keyOf(shardId: number): number {
    return shardId % this.options.maxConcurrency;
  }

  spend(shardId: number, nowMs: number): IdentifyVerdict {
    this.refill(nowMs);
    if (this.remaining === 0) return 'none-left';
    this.remaining -= 1;
    const key = this.keyOf(shardId);
    const last = this.lastByKey.get(key);
    if (last !== undefined && nowMs - last < IDENTIFY_WINDOW_MS) return 'too-soon';
    this.lastByKey.set(key, nowMs);
    return 'allowed';
  }

  at(nowMs: number): StartLimit {
    this.refill(nowMs);
    const resetAfterMs = Math.max(0, (this.resetAtMs ?? nowMs) - nowMs);
    return { total: this.options.total, remaining: this.remaining, resetAfterMs, maxConcurrency: this.options.maxConcurrency };
  }

  private refill(nowMs: number): void {
    this.resetAtMs ??= nowMs + this.options.resetAfterMs;
    if (nowMs < this.resetAtMs) return;
    this.remaining = this.options.total;
    this.resetAtMs += Math.ceil((nowMs - this.resetAtMs + 1) / DAY_MS) * DAY_MS;
  }
}
