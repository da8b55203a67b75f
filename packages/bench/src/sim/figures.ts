/** A distribution in few numbers, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The most of these instants that lie within any `windowMs`. */
export function mostWithin(instantsMs: readonly number[], windowMs: number): number {
  const sorted = instantsMs.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  sorted.forEach((instantMs, index) => {
    while ((sorted[first] ?? instantMs) <= instantMs - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

/** How many of these instants lie in each `binMs` from the first to the last of them. */
export function histogram(instantsMs: readonly number[], binMs: number): readonly number[] {
  const firstMs = Math.min(...instantsMs);
  const bins = Array.from({ length: Math.floor((Math.max(...instantsMs) - firstMs) / binMs) + 1 }, () => 0);
  for (const instantMs of instantsMs) {
    const bin = Math.floor((instantMs - firstMs) / binMs);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}
