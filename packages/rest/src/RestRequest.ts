import type { AllowedMentions } from './AllowedMentions.js';
import type { FileInput, FormFields } from './body/FileInput.js';

/** What every call takes besides its ids and its body. */
export interface CallOptions {
  /**
   * How long this call may wait for rate limits in all, in milliseconds, before it rejects with `REST_RATE_LIMITED`.
   *
   * @defaultValue `maxWaitMs` of the {@link RestOptions}
   */
  readonly maxWaitMs?: number;
  /** Ends the call, whether it waits or is under way; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * How long each attempt may take over connect, headers and body together, in milliseconds. Uploads have as long as they go on.
   *
   * @defaultValue `timeoutMs` of the {@link RestOptions}
   */
  readonly timeoutMs?: number;
}

/** What every call takes that ends up in the guild's audit log. */
export interface AuditedCallOptions extends CallOptions {
  /**
   * Why, for the guild's audit log. Any text will do; what is longer than 512 characters is cut off.
   *
   * @see {@link https://docs.discord.com/developers/resources/audit-log | Audit log}
   */
  readonly reason?: string;
}

/** What every call takes that can carry files. */
export interface FileCallOptions extends CallOptions {
  /**
   * Files to upload, at most 10. A plain string is never read as a path or fetched as a URL: say `attachment.fromPath(…)` or `attachment.fromUrl(…)`.
   *
   * @see {@link https://docs.discord.com/developers/reference#uploading-files | Uploading files}
   */
  readonly files?: readonly FileInput[];
  /**
   * How many bytes each file may have. Discord decides it by the place: 10 MiB, more in boosted servers and for users who pay; an interaction tells it as
   * `attachment_size_limit`. Nobody knows it beforehand for a channel, so nothing but the whole request (25 MiB) is bounded unless you say it.
   *
   * @defaultValue none
   * @see {@link https://docs.discord.com/developers/reference#uploading-files | Uploading files}
   */
  readonly maxFileBytes?: number;
}

/** The HTTP methods that Discord uses. */
export type HttpMethod = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';

/** A method and a path in one, as Discord's documentation writes them: `"GET /users/@me"`. */
export type RouteText = `${HttpMethod} /${string}`;

/** The value of one query parameter. `undefined` leaves it out; an array repeats the key. */
export type QueryValue = boolean | number | string | readonly string[] | undefined;

/** What {@link Rest.request} takes. */
export interface RequestOptions extends AuditedCallOptions, FileCallOptions {
  /**
   * How the answer is read: its JSON, its text, or its bytes as a `Buffer`.
   *
   * @defaultValue `'json'`
   */
  readonly answerAs?: 'bytes' | 'json' | 'text';
  /**
   * Whether the bot's token goes along. Routes that carry a token of their own (webhooks, interactions) do without.
   *
   * @defaultValue `true`, `false` for a path with a webhook's or an interaction's token
   */
  readonly authorized?: boolean;
  /** The body, sent as JSON; beside `files` it becomes `payload_json`. */
  readonly body?: unknown;
  /** A plain form instead of a body: strings, and files under their own field names. */
  readonly form?: FormFields;
  /**
   * Whether this answers an interaction: such a call is exempt from the global limit, and goes before others, since the first answer has three seconds.
   *
   * @defaultValue `true` for a path with an interaction's token
   */
  readonly isInteraction?: boolean;
  /**
   * Whether Discord may carry this out twice without harm, so that it can be repeated when nobody knows whether it was.
   *
   * @defaultValue `true` for GET, PUT and DELETE
   */
  readonly isRepeatable?: boolean;
  readonly query?: Readonly<Record<string, QueryValue>>;
}

/** The names of all {@link RequestOptions}. */
export const REQUEST_OPTION_NAMES: readonly (keyof RequestOptions)[] = [
  'answerAs',
  'authorized',
  'body',
  'files',
  'form',
  'isInteraction',
  'isRepeatable',
  'maxFileBytes',
  'maxWaitMs',
  'query',
  'reason',
  'signal',
  'timeoutMs',
];

/** Whoever carries out calls: what the endpoints are written against. */
export interface Requester {
  /** Whom messages may ping that do not say it themselves. */
  readonly allowedMentions: AllowedMentions;
  /** A nonce that no call had before: at most 25 characters. */
  makeNonce(): string;
  request<T = unknown>(method: HttpMethod, path: string, options?: RequestOptions): Promise<T>;
}
