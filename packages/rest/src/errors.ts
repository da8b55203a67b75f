import { AplombError, type AplombErrorOptions } from '@aplomb/base';
import type { RateLimitScope } from './ratelimit/RateFacts.js';

/** The codes of {@link DiscordApiError}. */
export type DiscordApiErrorCode = 'DISCORD_REFUSED' | 'DISCORD_UNAVAILABLE' | 'TOKEN_REJECTED';

/** The codes of {@link TransportError}. */
export type TransportErrorCode =
  'REST_ANSWER_UNREADABLE' | 'REST_CONNECTION_FAILED' | 'REST_OUTCOME_UNKNOWN' | 'REST_REDIRECTED' | 'REST_TIMED_OUT';

/** The codes of {@link RateLimitError}. */
export type RateLimitErrorCode = 'REST_QUEUE_FULL' | 'REST_RATE_LIMITED' | 'REST_TOO_MANY_INVALID';

/** Every code of an error that a REST call rejects with. Wrong arguments are `OptionsError`s. */
export type RestErrorCode = DiscordApiErrorCode | RateLimitErrorCode | TransportErrorCode;

/** Which call an error belongs to. */
export interface RestCall {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path below the base URL, without its query; `:token` in the place of a webhook's or an interaction's token. */
  readonly path: string;
}

/** One thing that Discord finds wrong with one field of a request. */
export interface FieldError {
  /** Where in the request, for example `embeds[0].fields[2].name`; empty for the request as a whole. */
  readonly field: string;
  /** Discord's code, for example `BASE_TYPE_REQUIRED`. */
  readonly code: string;
  readonly message: string;
}

/**
 * Discord answered with a status of 400 or above: it understood the call and said no. `discordCode` says which no it is.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#json | JSON error codes}
 */
export class DiscordApiError extends AplombError<DiscordApiErrorCode> {
  /** The HTTP status. */
  readonly status: number;
  /** Discord's JSON error code, for example 50013; 0 when the answer carried none. */
  readonly discordCode: number;
  /** What is wrong with which field, flattened. */
  readonly errors: readonly FieldError[];
  /**
   * Whether Discord may have carried the call out all the same: it changes something, and it, or an attempt before it, was answered with a 5xx or lost.
   * Look before you make a POST again.
   */
  readonly mayHaveHappened: boolean;
  readonly method: string;
  readonly path: string;

  constructor(
    code: DiscordApiErrorCode,
    options: AplombErrorOptions &
      RestCall & {
        readonly status: number;
        readonly discordCode: number;
        readonly errors: readonly FieldError[];
        readonly mayHaveHappened?: boolean;
      },
  ) {
    super(code, options);
    this.status = options.status;
    this.discordCode = options.discordCode;
    this.errors = options.errors;
    this.mayHaveHappened = options.mayHaveHappened ?? false;
    this.method = options.method;
    this.path = options.path;
  }
}

/** The network failed, or somebody before Discord did. `mayHaveHappened` says whether Discord may have carried the call out nevertheless. */
export class TransportError extends AplombError<TransportErrorCode> {
  /** The HTTP status, where an answer came that is of no use; otherwise `null`. */
  readonly status: number | null;
  /** Whether Discord may have carried the call out all the same: it changes something, and its answer was lost or could not be read. */
  readonly mayHaveHappened: boolean;
  readonly method: string;
  readonly path: string;

  constructor(
    code: TransportErrorCode,
    options: AplombErrorOptions & RestCall & { readonly mayHaveHappened?: boolean; readonly status?: number },
  ) {
    super(code, options);
    this.status = options.status ?? null;
    this.mayHaveHappened = options.mayHaveHappened ?? false;
    this.method = options.method;
    this.path = options.path;
  }
}

/** What a {@link RateLimitError} says besides its message. */
export interface RateLimitErrorFacts extends RestCall {
  /** The bucket's hash, or `null` where it is unknown or does not matter. */
  readonly bucket: string | null;
  /** How long it would have to be waited, in milliseconds, as far as it is known. */
  readonly retryAfterMs: number;
  /** Whom the limit concerns: this route, everybody who uses the resource, every route of the bot, or every call from this host. */
  readonly scope: RateLimitScope | 'host';
}

/**
 * A call was not carried out, because a limit would have held it longer than it may wait, too many calls wait already, or the host is near a ban.
 * `code` says which; call again after `retryAfterMs`.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits | Rate limits}
 */
export class RateLimitError extends AplombError<RateLimitErrorCode> implements RateLimitErrorFacts {
  readonly bucket: string | null;
  readonly retryAfterMs: number;
  readonly scope: RateLimitScope | 'host';
  readonly method: string;
  readonly path: string;

  constructor(code: RateLimitErrorCode, options: AplombErrorOptions & RateLimitErrorFacts) {
    super(code, options);
    this.bucket = options.bucket;
    this.retryAfterMs = options.retryAfterMs;
    this.scope = options.scope;
    this.method = options.method;
    this.path = options.path;
  }

  /** Whether the limit concerns every route of the bot. */
  get isGlobal(): boolean {
    return this.scope === 'global';
  }
}
