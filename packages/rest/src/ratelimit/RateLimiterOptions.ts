import type { InvalidRequestBand } from './RateLimiterAction.js';

/** What a {@link RateLimiter} is made of. */
export interface RateLimiterOptions {
  /**
   * How many requests Discord takes from this bot in any second, interactions apart. 0 and `Infinity` are no limit.
   *
   * @defaultValue `50`
   */
  readonly globalRequestsPerSecond?: number;
  /**
   * How many calls may be under way at once, interactions apart.
   *
   * @defaultValue `128`
   */
  readonly maxInFlight?: number;
  /**
   * How many calls may wait; those of interactions are counted for themselves.
   *
   * @defaultValue `10_000`
   */
  readonly maxWaiting?: number;
  /** Chance, for the jitter of guessed waits. */
  readonly random: () => number;
}

/** How a {@link RateLimiter} stands. */
export interface RateLimiterSnapshot {
  readonly band: InvalidRequestBand;
  readonly buckets: number;
  /** Calls that were granted, and neither answered nor lost since. */
  readonly inFlight: number;
  /** Requests refused in the last ten minutes. */
  readonly invalidRequests: number;
  /** Routes by major parameter that are in use, or were lately. */
  readonly lanes: number;
  readonly routes: number;
  readonly waiting: number;
}
