import { doublingMs } from '@aplomb/base';
import type { RateFacts } from './RateFacts.js';

/** By how much a wait may exceed the window's rest and still be about that window: `Retry-After` comes in whole seconds, rounded up. */
const ROUNDING_MS = 1_500;
/** The least that is waited when waits of 0, or next to it, repeat. */
const FLOOR = { firstMs: 250, maxMs: 60_000 };
const GUESS = { firstMs: 1_000, maxMs: 60_000 };

/** Whom a 429 of Discord concerns, and for how long. */
export interface LimitVerdict {
  /** `lane`: only calls of the same route, major parameter and kind. */
  readonly concerns: 'all' | 'bucket' | 'lane';
  readonly waitMs: number;
}

/**
 * Judges a 429 that came from Discord. One whose headers leave room in the bucket, or that asks for far longer than the window lasts, is about a limit that
 * the headers do not show: it holds only the calls that are like the one that met it.
 *
 * @param limitsInARow how many 429s of this kind came without another answer between them, this one included
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit | Exceeding a rate limit}
 */
export function limitVerdict(facts: RateFacts, limitsInARow: number, random: () => number): LimitVerdict {
  const waitMs = waitOf(facts, limitsInARow, random);
  if (facts.scope === 'global') return { concerns: 'all', waitMs };
  if (facts.scope === 'shared' || isHidden(facts, waitMs)) return { concerns: 'lane', waitMs };
  return { concerns: 'bucket', waitMs: Math.max(waitMs, facts.headers?.resetAfterMs ?? 0) };
}

function isHidden({ headers }: RateFacts, waitMs: number): boolean {
  return headers !== null && (headers.remaining > 0 || waitMs > headers.resetAfterMs + ROUNDING_MS);
}

/** What the answer says; more where it says next to nothing again and again; a guess with jitter where it says nothing. */
function waitOf({ headers, retryAfterMs }: RateFacts, limitsInARow: number, random: () => number): number {
  const saidMs = retryAfterMs ?? (headers?.remaining === 0 ? headers.resetAfterMs : null);
  if (saidMs === null) return doublingMs(GUESS, limitsInARow) * (1 + random() / 4);
  if (saidMs >= FLOOR.firstMs || (saidMs > 0 && limitsInARow === 1)) return saidMs;
  return doublingMs(FLOOR, limitsInARow);
}
