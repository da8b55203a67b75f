import { AplombError, type AplombErrorOptions } from '@aplomb/base';

/** The codes of {@link DiscordApiError}. */
export type DiscordApiErrorCode = 'DISCORD_REFUSED' | 'DISCORD_UNAVAILABLE' | 'TOKEN_REJECTED';

/** The codes of {@link TransportError}. */
export type TransportErrorCode = 'REST_ANSWER_UNREADABLE' | 'REST_CONNECTION_FAILED' | 'REST_TIMED_OUT';

/** The codes of {@link RateLimitError}. */
export type RateLimitErrorCode = 'REST_RATE_LIMITED';

/** Every code of an error that a REST call rejects with. Wrong arguments are `OptionsError`s. */
export type RestErrorCode = DiscordApiErrorCode | RateLimitErrorCode | TransportErrorCode;

/** Which call an error belongs to. */
export interface RestCall {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path below the base URL, without its query. */
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
  readonly method: string;
  readonly path: string;

  constructor(
    code: DiscordApiErrorCode,
    options: AplombErrorOptions &
      RestCall & { readonly status: number; readonly discordCode: number; readonly errors: readonly FieldError[] },
  ) {
    super(code, options);
    this.status = options.status;
    this.discordCode = options.discordCode;
    this.errors = options.errors;
    this.method = options.method;
    this.path = options.path;
  }
}

/** The network failed: whether Discord carried out the call is unknown, unless it was a GET. Try again later. */
export class TransportError extends AplombError<TransportErrorCode> {
  readonly method: string;
  readonly path: string;

  constructor(code: TransportErrorCode, options: AplombErrorOptions & RestCall) {
    super(code, options);
    this.method = options.method;
    this.path = options.path;
  }
}

/**
 * Discord asked to wait longer than `maxWaitMs` allows. Nothing was carried out; call again after `retryAfterMs`.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits | Rate limits}
 */
export class RateLimitError extends AplombError<RateLimitErrorCode> {
  /** How long Discord asks to wait, in milliseconds. */
  readonly retryAfterMs: number;
  /** Whether the limit concerns every route of the bot. */
  readonly isGlobal: boolean;
  readonly method: string;
  readonly path: string;

  constructor(options: AplombErrorOptions & RestCall & { readonly retryAfterMs: number; readonly isGlobal: boolean }) {
    super('REST_RATE_LIMITED', options);
    this.retryAfterMs = options.retryAfterMs;
    this.isGlobal = options.isGlobal;
    this.method = options.method;
    this.path = options.path;
  }
}
