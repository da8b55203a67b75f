import type { RetryAfter } from '../rest/limits/limitReplies.js';
import type { LimitChange, LimitScope } from '../rest/limits/RateLimits.js';
import type { RestHeaders } from '../rest/RestRequest.js';
import type { PlannedFault } from './FaultPlan.js';
import type { RestRuleScope } from './RestFaultPlan.js';

/** A 429 to come. */
export interface RateLimitFault extends RestRuleScope {
  /**
   * How long Discord refuses from then on, and says so. Whoever comes again before is refused again, and that does not count.
   *
   * @defaultValue `1_000`
   */
  readonly retryAfterMs?: number;
  /**
   * What the 429 says instead of the truth, in seconds or as any text: `0`, `-1`, `66_271`, a `Date`, `'soon'`, and `null` for nothing. Then nothing is
   * refused but the `count` requests that the fault strikes.
   */
  readonly retryAfter?: RetryAfter;
  /**
   * Whose limit it is. After a `global` one everything is refused that answers no interaction.
   *
   * @defaultValue `'user'`
   */
  readonly scope?: LimitScope;
}

/** A failure to come. */
export interface FailureFault extends RestRuleScope {
  /**
   * Whether Discord does what it was asked before it fails.
   *
   * @defaultValue `false`
   */
  readonly afterExecuting?: boolean;
  /**
   * The body: text is sent as it is, anything else as JSON.
   *
   * @defaultValue a page of HTML from 500 on, else `{ "message": "<status>: …", "code": 0 }`
   */
  readonly body?: unknown;
  readonly headers?: RestHeaders;
}

/** A connection that is reset before its answer. */
export interface ResetFault extends RestRuleScope {
  /**
   * Whether Discord does what it was asked before the connection breaks. The client cannot know.
   *
   * @defaultValue `true`
   */
  readonly afterExecuting?: boolean;
}

/**
 * Everything that goes wrong with requests, on demand: a part of `discord.faults`.
 *
 * Each is a rule for a route: `'POST /channels/:id/messages'`, one with ids for a single channel, `'DELETE *'`, or `'*'` for every request. It strikes the
 * next request, or the next `count`, and can be taken back. Rules of different kinds strike the same request together.
 */
export interface RestFaults {
  /**
   * The next request is refused with 429; or with `limit` and `perMs`, the route has this bucket until the fault is taken back: per channel, guild or
   * webhook, in the place of its own, or beside it and unseen by headers with `isSubLimit: true`.
   */
  rateLimit(route: string, how?: LimitChange | RateLimitFault): PlannedFault;

  /** For so long, everything is refused that answers no interaction: 429, scope `global`. */
  globalRateLimit(ms: number): PlannedFault;

  /** For so long, Cloudflare shuts this address out: every request gets 429 with a page of HTML, and none reaches Discord. */
  cloudflareBan(ms: number): PlannedFault;

  /** The next answer has this status, and Discord does nothing; see {@link FailureFault.afterExecuting}. */
  failRequests(route: string, status: number, how?: FailureFault): PlannedFault;

  /** The next answer comes so late. What was asked is done at once. */
  slowAnswer(route: string, ms: number, scope?: RestRuleScope): PlannedFault;

  /** The next request is done and never answered. Acts do not wait for it. */
  neverAnswer(route: string, scope?: RestRuleScope): PlannedFault;

  /** The headers of the next answer come at once, its body slowly. */
  dripAnswer(route: string, bytesPerSecond: number, scope?: RestRuleScope): PlannedFault;

  /** The connection of the next request is reset (RST) before a byte of the answer. */
  resetBeforeAnswer(route: string, how?: ResetFault): PlannedFault;

  /** The connection of the next request is reset (RST) after so many bytes of the answer's body. */
  resetInAnswer(route: string, atByte: number, scope?: RestRuleScope): PlannedFault;

  /** The next answer has its status and headers, and no body. */
  emptyAnswer(route: string, scope?: RestRuleScope): PlannedFault;

  /** The next answer says that it is JSON, and ends in the middle of it. */
  brokenJson(route: string, scope?: RestRuleScope): PlannedFault;

  /** The next answer is a page of HTML, with the status that it would have. */
  htmlAnswer(route: string, scope?: RestRuleScope): PlannedFault;

  /** The next request is sent elsewhere with 307, and not done here. */
  redirect(route: string, url: string, scope?: RestRuleScope & { readonly status?: number }): PlannedFault;

  /** The next answer's headers are replaced by these: `{ 'x-ratelimit-remaining': '-1' }`. A list makes several of one name, `undefined` leaves one out. */
  badRateLimitHeaders(route: string, headers: RestHeaders, scope?: RestRuleScope): PlannedFault;

  /** The next answer has no header of a bucket. */
  withoutRateLimitHeaders(route: string, scope?: RestRuleScope): PlannedFault;

  /** From now on the bucket of the route has this hash, until taken back. Routes that get the same hash share one bucket. */
  changeBucket(route: string, hash: string): PlannedFault;
}
