/** The least that is waited after a 429, so that an answer of 0 never becomes a tight loop. */
const FLOOR_MS = 250;
const FIRST_GUESS_MS = 1_000;
const LONGEST_GUESS_MS = 60_000;

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
 * How long to wait after a 429, in milliseconds: the longer of header and body. Where neither makes sense, a guess that doubles with each 429 in
 * a row.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit | Exceeding a rate limit}
 */
export function retryAfterMs(sources: RetryAfterSources, limitsInARow: number): number {
  const saidMs = Math.max(headerMs(sources.header, sources.date), secondsToMs(sources.body));
  if (saidMs >= FLOOR_MS) return saidMs;
  const firstMs = saidMs > 0 ? FLOOR_MS : FIRST_GUESS_MS;
  return Math.min(LONGEST_GUESS_MS, firstMs * 2 ** Math.min(limitsInARow - 1, 16));
}

function headerMs(header: string | undefined, date: string | undefined): number {
  if (header === undefined) return 0;
  if (/^\s*[\d.]+\s*$/.test(header)) return secondsToMs(Number(header));
  const untilMs = Date.parse(header) - Date.parse(date ?? '');
  return Number.isFinite(untilMs) && untilMs > 0 ? untilMs : 0;
}

function secondsToMs(seconds: unknown): number {
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1_000) : 0;
}
