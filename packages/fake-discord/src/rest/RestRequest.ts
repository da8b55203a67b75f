/** An HTTP request to the API, read in full. */
export interface RestRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly method: string;
  /** The path after `/api/v10`, still URL-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Headers of an answer. A list is sent as several headers of one name, `undefined` not at all. */
export type RestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An answer. */
export interface RestReply {
  /** Written as JSON. */
  readonly body?: unknown;
  /** How the answer travels, when not at once and whole. */
  readonly delivery?: Delivery;
  readonly headers?: RestHeaders;
  /** Written as it is, in the place of `body`, for what is no JSON. */
  readonly rawBody?: Buffer | string;
  readonly status: number;
}

/** How an answer travels. */
export interface Delivery {
  /** How late it comes, in milliseconds; `Infinity` for never. */
  readonly afterMs?: number;
  /** How fast its body comes, once the headers are there. */
  readonly bytesPerSecond?: number;
  /** The connection is reset (RST) when so many bytes of the body have been sent; `'headers'` before any of it. */
  readonly resetAt?: number | 'headers';
}

/** An answer, or none: the connection is cut. */
export type RestAnswer = RestReply | 'hang up';

/**
 * Stands before the routes and may answer in their place, late, or not at all: `null` lets the request pass, `'hang up'` cuts its
 * connection. What `discord.faults` has no word for can be said with it.
 */
export type RestInterceptor = (request: RestRequest) => Promise<RestAnswer | null> | RestAnswer | null;

/** A request that this fake could not serve. */
export interface UnsupportedRequest {
  readonly method: string;
  /** Why: the operation is not simulated, a part of the body is not, or Discord's lists do not know the path. */
  readonly reason: string;
  readonly path: string;
}
