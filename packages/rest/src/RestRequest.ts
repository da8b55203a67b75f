/** What every call takes besides its ids and its body. */
export interface CallOptions {
  /** Ends the call, whether it waits or is under way; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What every call takes that ends up in the guild's audit log. */
export interface AuditedCallOptions extends CallOptions {
  /**
   * Why, for the guild's audit log: up to 512 characters once encoded.
   *
   * @see {@link https://docs.discord.com/developers/resources/audit-log | Audit log}
   */
  readonly reason?: string;
}

/** The HTTP methods that Discord uses. */
export type HttpMethod = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';

/** The value of one query parameter. `undefined` leaves it out; an array repeats the key. */
export type QueryValue = boolean | number | string | readonly string[] | undefined;

/** What {@link Rest.request} takes. */
export interface RequestOptions extends AuditedCallOptions {
  /**
   * Whether the bot's token goes along. Routes that carry a token of their own (webhooks, interactions) do without.
   *
   * @defaultValue `true`
   */
  readonly authorized?: boolean;
  /** The body, sent as JSON. */
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, QueryValue>>;
}

/** Whoever carries out calls: what the endpoints are written against. */
export interface Requester {
  request<T = unknown>(method: HttpMethod, path: string, options?: RequestOptions): Promise<T>;
}
