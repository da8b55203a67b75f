/** A request that wants a place. */
export interface RateLimitRequest {
  /**
   * The bucket and its major parameter, or the route and its major parameter while the bucket is unknown. It can hold a webhook's token: a store that writes
   * keys down digests them first.
   */
  readonly bucketKey: string;
  /** Interactions are not counted by the global limit. */
  readonly isInteraction: boolean;
}

/** What Discord said about a bucket. */
export interface RateLimitLesson {
  readonly bucketKey: string;
  /** How many requests one window takes. */
  readonly limit: number;
  /** How many of them are left. */
  readonly remaining: number;
  /** How long the window lasts from now on, in milliseconds. */
  readonly resetAfterMs: number;
}

/**
 * Where several instances that share a token, or an IP, count together. Each instance keeps its own lines and order; the store has the last word
 * before a request leaves. A store that fails or hangs never stops a call: the instance then goes by what it knows itself.
 *
 * A store knows a bucket only by what it is taught, and lets everything pass that it knows nothing of. Whoever writes one runs `rateLimitStoreContract` of
 * `@aplomb/rest/contract` on it.
 */
export interface RateLimitStore {
  /**
   * Takes a place in the bucket, and in the second of the global limit. Resolves with 0 when the request may go at once, otherwise with how many milliseconds to
   * wait before asking again; then no place is taken.
   */
  take(request: RateLimitRequest): Promise<number>;
  /** Tells all instances what Discord said about a bucket. What is late by another instance's reckoning does no harm: a window that runs never gains places. */
  learn(lesson: RateLimitLesson): Promise<void>;
  /** Holds every request back for `waitMs` that is counted by the global limit: Discord said so. */
  holdAll(waitMs: number): Promise<void>;
  /** Counts one invalid request (401, 403, or a 429 that is not shared). Resolves with how many this IP has had in the last ten minutes. */
  countInvalid(): Promise<number>;
}
