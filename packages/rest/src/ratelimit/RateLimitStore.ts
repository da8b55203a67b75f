/** A request that wants a place. */
export interface RateLimitRequest {
  /** The bucket and its major parameter, or the route and its major parameter while the bucket is unknown. */
  readonly bucketKey: string;
  /** Interactions are not counted by the global limit. */
  readonly isInteraction: boolean;
}

/** What Discord said about a bucket. */
export interface RateLimitLesson {
  readonly bucketKey: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
}

/**
 * Where several instances that share a token, or an IP, count together. Each instance keeps its own lines and order; the store has the last word
 * before a request leaves. A store that fails or hangs never stops a call: the instance then goes by what it knows itself.
 */
export interface RateLimitStore {
  /** Takes a place. Resolves with 0 when the request may go at once, otherwise with how many milliseconds to wait before asking again. */
  take(request: RateLimitRequest): Promise<number>;
  /** Tells all instances what Discord said about a bucket. */
  learn(lesson: RateLimitLesson): Promise<void>;
  /** Holds every request back that is counted by the global limit: Discord said so. */
  holdAll(waitMs: number): Promise<void>;
  /** Counts one invalid request (401, 403, or a 429 that is not shared). Resolves with how many this IP has had in the last ten minutes. */
  countInvalid(): Promise<number>;
}
