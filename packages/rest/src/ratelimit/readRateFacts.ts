import type { RateFacts, RateHeaders, RateLimitScope } from './RateFacts.js';
import { saidRetryAfterMs } from './retryAfter.js';

/** Discord's longest known window is shorter than a day; what claims to be longer is no window. */
const MAX_RESET_AFTER_S = 86_400;
/** Seconds since 1970 that no server's clock shows, however wrong it is. */
const MAX_RESET_S = 100_000_000_000;
const MAX_HASH_LENGTH = 128;
/** Plain decimals as Discord writes them. Longer ones, exponents and signs are somebody's mistake; so are the two values of a header that came twice. */
const DECIMAL = /^\d{1,16}(?:\.\d{1,16})?$/;

/** One header by its name in small letters. The values of one that came twice are joined by `, `, as HTTP has it. */
export type HeaderReader = (name: string) => string | undefined;

/**
 * Reads what an answer says about limits. Headers are believed together or not at all: with one number wrong, the others are no better than a guess.
 *
 * @param body the parsed JSON, `undefined` where there was none
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#header-format | Header format}
 */
export function readRateFacts(status: number, header: HeaderReader, body: unknown): RateFacts {
  const fields = isObject(body) ? body : null;
  const isLimit = status === 429;
  const headers = readHeaders(header);
  const scope = isLimit ? scopeOf(header, fields) : null;
  return {
    status,
    discordCode: codeOf(fields?.['code']),
    headers,
    isFromDiscord: isLimit || status === 401 || status === 403 ? cameFromDiscord(header, body) : true,
    retryAfterMs: isLimit ? saidRetryAfterMs({ header: header('retry-after'), body: fields?.['retry_after'], date: header('date') }) : null,
    scope,
    // What a limit that is shared with others says is not about this request.
    serverAtMs: headers === null || scope === 'shared' ? null : serverAtOf(header, headers),
  };
}

function readHeaders(header: HeaderReader): RateHeaders | null {
  const limit = numberOf(header('x-ratelimit-limit'));
  // Without limits there are no headers: then nothing else needs reading.
  if (limit === null || !Number.isInteger(limit) || limit < 1) return null;
  const remaining = numberOf(header('x-ratelimit-remaining'));
  const resetAfterS = numberOf(header('x-ratelimit-reset-after'));
  if (remaining === null || !Number.isInteger(remaining) || remaining > limit) return null;
  if (resetAfterS === null || resetAfterS > MAX_RESET_AFTER_S) return null;
  return { bucket: hashOf(header('x-ratelimit-bucket')), limit, remaining, resetAfterMs: resetAfterS * 1_000 };
}

/** When a window ends, less how long that is from when it was said. */
function serverAtOf(header: HeaderReader, { resetAfterMs }: RateHeaders): number | null {
  const resetS = numberOf(header('x-ratelimit-reset'));
  return resetS === null || resetS > MAX_RESET_S ? null : resetS * 1_000 - resetAfterMs;
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && DECIMAL.test(text) ? Number(text) : null;
}

function hashOf(text: string | undefined): string | null {
  return text !== undefined && text.length <= MAX_HASH_LENGTH && /^[\x21-\x7e]+$/.test(text) ? text : null;
}

function codeOf(code: unknown): number {
  const number = typeof code === 'string' && code !== '' ? Number(code) : code;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : 0;
}

function scopeOf(header: HeaderReader, fields: Readonly<Record<string, unknown>> | null): RateLimitScope | null {
  const scope = header('x-ratelimit-scope')?.trim().toLowerCase();
  const isGlobal = header('x-ratelimit-global')?.trim().toLowerCase() === 'true' || fields?.['global'] === true;
  if (isGlobal || scope === 'global') return 'global';
  return scope === 'shared' || scope === 'user' ? scope : null;
}

/**
 * Discord says no in JSON, and adds its own headers. Cloudflare, which stands before it, has a page, or a line of text, for a host that it does not let
 * through. An answer without anything is taken for Discord's, unless Cloudflare signs it and no proxy of Discord's is named.
 */
function cameFromDiscord(header: HeaderReader, body: unknown): boolean {
  if (isObject(body) || header('x-ratelimit-scope') !== undefined || header('x-ratelimit-limit') !== undefined) return true;
  const contentType = header('content-type')?.trim().toLowerCase() ?? '';
  if (contentType !== '') return contentType.includes('json');
  return header('via') !== undefined || header('server')?.trim().toLowerCase() !== 'cloudflare';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
