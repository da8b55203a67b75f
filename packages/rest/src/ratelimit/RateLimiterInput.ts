import type { RateFacts } from './RateFacts.js';
import type { RateTicket } from './RateTicket.js';

/** How an attempt ended: with an answer, without one, or before it was sent. */
export type AttemptOutcome = RateFacts | 'failed' | 'unsent';

/** What happens to a rate limiter. */
export type RateLimiterInput =
  /** A call wants to go; again, when it is repeated after a failure. */
  | { readonly type: 'asked'; readonly ticket: RateTicket }
  /** A granted call is written to an open connection. Without it, a call counts as written when it was granted. */
  | { readonly type: 'sent'; readonly ticket: RateTicket }
  /** A granted call was answered. After a 429 the limiter lets the same ticket go again, or refuses it; nobody asks anew. */
  | { readonly type: 'answered'; readonly ticket: RateTicket; readonly facts: RateFacts }
  /** A granted call got no answer: whether Discord has counted it is unknown. */
  | { readonly type: 'failed'; readonly ticket: RateTicket }
  /** A granted call certainly did not reach Discord (nobody took the connection, its caller had gone): it is over, and was not counted. */
  | { readonly type: 'unsent'; readonly ticket: RateTicket }
  /**
   * A granted call has to be repeated after `waitMs`, for what happened to it. It keeps its place, and its line waits with it. By then the ticket says anew when
   * it gives up.
   */
  | { readonly type: 'repeating'; readonly ticket: RateTicket; readonly outcome: AttemptOutcome; readonly waitMs: number }
  /** A granted call was not sent after all, since a shared store said to wait: it stands at the head of its line until then. */
  | { readonly type: 'postponed'; readonly ticket: RateTicket; readonly waitMs: number }
  /** The caller has given up, in line or on the wire. */
  | { readonly type: 'withdrawn'; readonly ticket: RateTicket }
  /** How many invalid requests a shared store counts for this IP in the last ten minutes. */
  | { readonly type: 'invalidCounted'; readonly count: number }
  /** The deadline may have passed. */
  | { readonly type: 'deadline' };
