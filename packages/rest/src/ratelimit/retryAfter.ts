/** What asks for longer is believed for a day: nobody waits for it, but nothing is sent meanwhile either. */
const LONGEST_SAID_MS = 86_400_000;

/** What a 429 says, as far as it says it. */
export interface RetryAfterSources {
  /** The `Retry-After` header: seconds, or an HTTP date. */
  readonly header: string | undefined;
  /** `retry_after` of the body: seconds with decimals. */
  readonly body: unknown;
  /** The `Date` header of the same answer: an HTTP date is measured against the server's own clock, not ours. */
  readonly date: string | undefined;
}

/**
 * How long a 429 asks to wait: the longer of header and body in whole milliseconds, 0 where they ask for no wait or one that is over, `null` where neither says
 * anything.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit | Exceeding a rate limit}
 */
export function saidRetryAfterMs({ header, body, date }: RetryAfterSources): number | null {
  const headerMs = header === undefined ? NaN : fromHeader(header.trim(), date);
  const bodyMs = typeof body === 'string' ? secondsToMs(body) : typeof body === 'number' && Number.isFinite(body) ? body * 1_000 : NaN;
  const saidMs = Math.max(Number.isNaN(headerMs) ? -1 : headerMs, Number.isNaN(bodyMs) ? -1 : Math.max(0, bodyMs));
  return saidMs < 0 ? null : Math.min(LONGEST_SAID_MS, Math.ceil(saidMs));
}

function fromHeader(header: string, date: string | undefined): number {
  const ms = secondsToMs(header);
  if (!Number.isNaN(ms)) return ms;
  // Both forms of RFC 9110 have a letter before their first digit; `Date.parse` would read much else as a date.
  return /^[A-Z][a-z]{2}/.test(header) ? Math.max(0, utcMs(header) - utcMs(date ?? '')) : NaN;
}

function secondsToMs(text: string): number {
  return /^[+-]?\d{1,16}(?:\.\d{1,16})?$/.test(text) ? Math.max(0, Number(text) * 1_000) : NaN;
}

/** The oldest form of an HTTP date names no zone; all of them are UTC. */
function utcMs(date: string): number {
  return Date.parse(/(?:GMT|UTC|Z)$/.test(date) ? date : `${date} GMT`);
}
