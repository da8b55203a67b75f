import { print } from './print.js';

/** What was measured of one contestant: how much it does per CPU second, run by run. */
export interface RateRow {
  readonly kind: string;
  readonly median: number;
  readonly rates: readonly number[];
  readonly peakRssMiB: number;
}

/** Two contestants whose ratio matters, and the goal of it. */
export interface Comparison {
  readonly kind: string;
  readonly with: string;
  readonly goal?: number;
}

/** How a table of rates is labelled. */
export interface RateLabels {
  /** What is counted, in the singular: `event`. */
  readonly unit: string;
  readonly kindWidth: number;
}

/** One line while the runs go on. */
export function printRate(kind: string, rate: number, { kindWidth, unit }: RateLabels): void {
  print(`  ${kind.padEnd(kindWidth)} ${format(rate).padStart(10)} ${unit}s per CPU second`);
}

/** The medians of all contestants, and the ratios that matter. */
export function printRates(rows: readonly RateRow[], comparisons: readonly Comparison[], { kindWidth, unit }: RateLabels): void {
  const heads = [`${unit}s/CPU s`.padStart(14), 'min'.padStart(10), 'max'.padStart(10), `µs/${unit}`.padStart(11), 'peak RSS'.padStart(9)];
  print(`  ${'median'.padEnd(kindWidth)} ${heads.join(' ')}`);
  for (const { kind, median, peakRssMiB, rates } of rows) {
    const figures = [format(median).padStart(14), format(Math.min(...rates)).padStart(10), format(Math.max(...rates)).padStart(10)];
    const each = (1e6 / median).toFixed(2).padStart(11);
    print(`  ${kind.padEnd(kindWidth)} ${figures.join(' ')} ${each} ${`${Math.round(peakRssMiB)} MiB`.padStart(9)}`);
  }
  printRatios(new Map(rows.map(({ kind, median }) => [kind, median])), comparisons);
}

function printRatios(medians: ReadonlyMap<string, number>, comparisons: readonly Comparison[]): void {
  for (const { kind, with: other, goal } of comparisons) {
    if (!medians.has(other)) continue;
    const ratio = (medians.get(kind) ?? NaN) / (medians.get(other) ?? NaN);
    print(`  ${kind} / ${other}: ${ratio.toFixed(2)}${goal === undefined ? '' : ` (goal ${goal})`}`);
  }
}

function format(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
