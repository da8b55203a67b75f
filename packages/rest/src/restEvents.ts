import type { DiscordApiError } from './errors.js';
import type { RateLimitScope } from './ratelimit/RateFacts.js';
import type { InvalidRequestBand } from './ratelimit/RateLimiterAction.js';

/** Which attempt of which call an event is about. */
export interface RestAttempt {
  /** How many requests the call has sent, this one included: 1 for the first, 0 for a call that waits before it. */
  readonly attempt: number;
  readonly method: string;
  /** The path below the base URL, without its query; `:token` in the place of a webhook's or an interaction's token. */
  readonly path: string;
  /** The method and the path without its ids, as limits are counted: `POST /channels/:id/messages`. */
  readonly route: string;
}

/** A request that leaves now. */
export interface RestRequestEvent extends RestAttempt {
  /** How long the call has waited for rate limits so far, in milliseconds. */
  readonly waitMs: number;
}

/** How an attempt went. */
export interface RestResponseEvent extends RestRequestEvent {
  /** The bucket's hash, as Discord named it; `null` where it did not. */
  readonly bucket: string | null;
  /** From the sending to the end of the answer, in milliseconds. */
  readonly durationMs: number;
  /** The code of the error why there is no whole answer; `null` where there is one. */
  readonly failure: string | null;
  /** The HTTP status; `null` where no whole answer came. */
  readonly status: number | null;
}

/** A call that begins to wait for a rate limit. */
export interface RestRateLimitedEvent extends RestAttempt {
  /** The bucket's hash, or `null` where it is unknown or does not matter. */
  readonly bucket: string | null;
  /** Whether Discord said so with a 429; otherwise the limit was known, and nothing was sent. */
  readonly isAnswer: boolean;
  /** Whom it concerns: this route, everybody who uses the resource, every route of the bot, or every call from this host. */
  readonly scope: RateLimitScope | 'host';
  /** How long it lasts, in milliseconds, as far as that is known. */
  readonly waitMs: number;
}

/** The number of invalid requests (401, 403, 429) in the last ten minutes has passed a bound. */
export interface InvalidRequestsEvent {
  /** `warned` from 1,000 on, `slowed` from 2,500, `stopped` from 4,500: then only interactions are answered. Discord bans a host at 10,000. */
  readonly band: InvalidRequestBand;
  readonly count: number;
}

/** A listener threw, or its promise rejected. */
export interface ListenerFailedEvent {
  readonly cause: unknown;
  /** The event that it listened to. */
  readonly event: string;
}

/** What a {@link Rest} tells. Nothing costs anything as long as nobody listens. */
export interface RestEvents {
  invalidRequests: (event: InvalidRequestsEvent) => void;
  listenerFailed: (event: ListenerFailedEvent) => void;
  rateLimited: (event: RestRateLimitedEvent) => void;
  request: (event: RestRequestEvent) => void;
  response: (event: RestResponseEvent) => void;
  /** A call with the bot's token was answered with 401, and no more are sent until {@link Rest.forgetRejection}: told once. */
  tokenRejected: (error: DiscordApiError) => void;
}
