import { RollingCount } from './limits/RollingCount.js';
import type { RestReply } from './RestRequest.js';

const TEN_MINUTES_MS = 600_000;

/**
 * What stands between the internet and Discord: Cloudflare, which shuts out an address that asks too often in vain. It counts what was answered with
 * 401, 403 or 429, unless the 429 was for a shared resource. Who is shut out gets a page for people, whatever they ask, and asks Discord nothing.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit}
 */
export class Front {
  private bannedUntilMs = -Infinity;
  private readonly invalid: RollingCount;

  constructor(invalidRequestsMax: number) {
    this.invalid = new RollingCount(invalidRequestsMax, TEN_MINUTES_MS);
  }

  /** The page that this request gets in the place of an answer, or `null` when it may pass. */
  refuse(nowMs: number): RestReply | null {
    const waitMs = Math.max(this.invalid.waitMs(nowMs), this.bannedUntilMs - nowMs);
    return waitMs > 0 ? banPage(waitMs) : null;
  }

  /** Takes note of how Discord answered. */
  note({ headers, status }: RestReply, nowMs: number): void {
    const isInvalid = status === 401 || status === 403 || (status === 429 && headers?.['x-ratelimit-scope'] !== 'shared');
    if (isInvalid) this.invalid.add(nowMs);
  }

  /** Shuts everybody out until then. */
  ban(untilMs: number): void {
    this.bannedUntilMs = untilMs;
  }
}

function banPage(waitMs: number): RestReply {
  return {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=UTF-8',
      'retry-after': String(Math.ceil(waitMs / 1_000)),
      server: 'cloudflare',
      via: undefined,
    },
    rawBody:
      '<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>Error 1015</h1><p>You are being rate limited</p></body></html>\n',
  };
}
