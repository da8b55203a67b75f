import type { RestHeaders, RestReply } from '../RestRequest.js';
import type { BucketState, LimitRefusal } from './RateLimits.js';

/** The two times of a moment: one to measure by, one that clients read. */
export interface Instant {
  readonly nowMs: number;
  readonly wallMs: number;
}

/**
 * What a 429 says of how long to wait: seconds, an instant (as HTTP writes dates), any text, or nothing at all. Only a number is also in the body.
 */
export type RetryAfter = Date | number | string | null;

/** The five headers of a bucket; none without one. */
export function bucketHeaders(bucket: BucketState | null, { nowMs, wallMs }: Instant): RestHeaders {
  if (bucket === null) return {};
  const resetAfterMs = bucket.resetAtMs - nowMs;
  return {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(bucket.remaining),
    'x-ratelimit-reset': seconds(wallMs + resetAfterMs),
    'x-ratelimit-reset-after': seconds(resetAfterMs),
    'x-ratelimit-bucket': bucket.hash,
  };
}

/**
 * The 429 of a limit. Discord's header has whole seconds, its body fractions.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit | Exceeding a rate limit}
 */
export function limitedReply({ retryAfterMs, scope }: LimitRefusal, headers: RestHeaders, said?: RetryAfter): RestReply {
  const inBody = said === undefined ? Number(seconds(retryAfterMs)) : typeof said === 'number' ? said : undefined;
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
  return {
    status: 429,
    headers: {
      ...headers,
      'retry-after': said === undefined ? String(Math.ceil(retryAfterMs / 1_000)) : headerText(said),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
    body: { message, ...(inBody !== undefined && { retry_after: inBody }), global: scope === 'global' },
  };
}

function headerText(said: RetryAfter): string | undefined {
  if (said === null) return undefined;
  return said instanceof Date ? said.toUTCString() : String(said);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
