/** How long to wait before the next try, and how that grows. All durations in milliseconds. */
export interface BackoffOptions {
  readonly firstMs: number;
  readonly maxMs: number;
}

/**
 * The wait before try number `attempt` (1 is the first retry): a delay that doubles from `firstMs` to `maxMs`, of which half is fixed and
 * half is random ("equal jitter"), so that many who failed together do not come back together.
 */
export function equalJitterMs(options: BackoffOptions, attempt: number, random: () => number): number {
  const fullMs = doublingMs(options, attempt);
  return fullMs / 2 + (fullMs / 2) * random();
}

/** The undithered delay before try number `attempt`: `firstMs`, doubling up to `maxMs`. */
export function doublingMs({ firstMs, maxMs }: BackoffOptions, attempt: number): number {
  const doublings = Math.min(Math.max(attempt, 1) - 1, 50);
  return Math.min(maxMs, firstMs * 2 ** doublings);
}
