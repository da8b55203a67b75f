/** How many requests a bucket takes, and in how long. */
export interface RouteLimit {
  /** Requests in a window. */
  readonly limit: number;
  /** How long a window lasts from its first request on, in milliseconds. */
  readonly perMs: number;
}

/** A limit on some uses of a route only. Headers never tell of it; whoever passes it meets a long 429 while the bucket has room. */
export interface SubLimit extends RouteLimit {
  /** The fields of the body which make a request one of these uses. */
  readonly fields: readonly string[];
}

/** The bucket of a route. */
export interface RouteBucket extends RouteLimit {
  /** Routes with the same name share the bucket. */
  readonly name: string;
  readonly subLimits?: readonly SubLimit[];
}
