/** Whom a 429 concerns: this bot on this route, everybody who uses the resource, or every route of the bot. */
export type RateLimitScope = 'global' | 'shared' | 'user';

/** The limit headers of one answer, where all of them made sense. */
export interface RateHeaders {
  /** Discord's name for the bucket, without its major parameters; `null` where it was not said. */
  readonly bucket: string | null;
  /** How many requests one window takes. */
  readonly limit: number;
  /** How many of them are left. */
  readonly remaining: number;
  /** How long this window lasts from the answer on, in milliseconds. */
  readonly resetAfterMs: number;
}

/** What one answer says about limits, whatever its status. */
export interface RateFacts {
  readonly status: number;
  /** Discord's error code in the body, or 0. */
  readonly discordCode: number;
  /** `null` when the headers lacked or did not make sense: then they say nothing at all. */
  readonly headers: RateHeaders | null;
  /** `false` for a page of somebody before Discord (Cloudflare bans an IP with HTML), which concerns every call from here. */
  readonly isFromDiscord: boolean;
  /** How long a 429 asks to wait, in milliseconds; 0 when it said so; `null` when it did not say. */
  readonly retryAfterMs: number | null;
  /** `null` on anything but a 429, and on a 429 that does not say. */
  readonly scope: RateLimitScope | null;
  /**
   * What the server's clock showed when it counted the request, in milliseconds; `null` when it did not say. Server clocks are wrong and are set: only
   * differences between answers mean anything.
   */
  readonly serverAtMs: number | null;
}
