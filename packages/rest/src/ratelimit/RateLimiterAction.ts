import type { RateLimitScope } from './RateFacts.js';
import type { RateTicket } from './RateTicket.js';

/** Why a call that asked is not sent. */
export type RateRefusalCause =
  /** A limit lasts longer than the call may wait. */
  | 'wait too long'
  /** Too many calls wait already. */
  | 'line full'
  /** So many requests were refused (401, 403, 429) that the host is near a ban: only interactions go. */
  | 'too many invalid requests';

/** How near the host is to a ban, by invalid requests in the last ten minutes. */
export type InvalidRequestBand = 'calm' | 'warned' | 'slowed' | 'stopped';

/** What a call waits for. */
export interface RateLimitWait {
  /** The bucket's hash, or `null` where it is unknown or does not matter. */
  readonly bucket: string | null;
  /** Whether Discord said so with a 429, or the limiter knew it before. */
  readonly isAnswer: boolean;
  /** `host` when somebody before Discord refuses every call from here. */
  readonly scope: RateLimitScope | 'host';
  /** How long, in milliseconds, as far as it is known. */
  readonly waitMs: number;
}

/** What a rate limiter wants done. */
export type RateLimiterAction =
  /** Send it now. */
  | { readonly type: 'grant'; readonly ticket: RateTicket }
  /** Tell the caller that it will not be sent. */
  | { readonly type: 'refuse'; readonly ticket: RateTicket; readonly cause: RateRefusalCause; readonly wait: RateLimitWait }
  /** A call begins to wait for a limit: for whoever observes. */
  | { readonly type: 'limited'; readonly ticket: RateTicket; readonly wait: RateLimitWait }
  /** The number of invalid requests has passed into another band. */
  | { readonly type: 'band'; readonly band: InvalidRequestBand; readonly count: number };
