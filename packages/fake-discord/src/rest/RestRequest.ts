/** An HTTP request to the API, read in full. */
export interface RestRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly method: string;
  /** The path after `/api/v10`, still URL-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** An answer. `body` is written as JSON; without one the answer is empty. */
export interface RestReply {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
}

/**
 * Stands before the routes and may answer in their place, late, or not at all: `null` lets the request pass, `'hang up'` cuts its
 * connection. This is how faults reach REST.
 */
export type RestInterceptor = (request: RestRequest) => Promise<RestReply | 'hang up' | null> | RestReply | 'hang up' | null;

/** A request that this fake could not serve. */
export interface UnsupportedRequest {
  readonly method: string;
  /** Why: the operation is not simulated, a part of the body is not, or Discord's lists do not know the path. */
  readonly reason: string;
  readonly path: string;
}
