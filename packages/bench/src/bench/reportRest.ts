import { execFileSync } from 'node:child_process';
import type { BenchArguments } from './benchArguments.js';
import type { RestLoad, SenderKind } from './rest/protocol.js';
import { measureRest, type RestRow } from './rest/restThroughput.js';

const LOAD: RestLoad = { requests: 20_000, channels: 500, parallel: 64, warmUp: 2_000 };
const SHORT_LOAD: RestLoad = { ...LOAD, requests: 3_000, warmUp: 1_000 };

const KINDS: readonly SenderKind[] = ['undici.request', 'Rest', '@discordjs/rest'];

/** What each sender is compared with, and the goal of that ratio. */
const COMPARISONS: readonly { readonly kind: SenderKind; readonly with: SenderKind; readonly goal?: number }[] = [
  { kind: 'Rest', with: 'undici.request', goal: 0.75 },
  { kind: 'Rest', with: '@discordjs/rest', goal: 2 },
];

/** Prints requests per CPU second of every sender, and the ratios that matter. */
export async function reportRest(options: BenchArguments): Promise<void> {
  const load = options.isShort ? SHORT_LOAD : LOAD;
  const version = execFileSync(options.nodePath, ['--version']).toString().trim();
  const what = `${load.requests} POSTs over ${load.channels} channels, ${load.parallel} at a time`;
  print(`\nrest · ${what} · Node ${version} · ${options.rounds} rounds · 0 × 429 in each`);
  const rows = await measureRest({ ...options, load, kinds: KINDS, onRun: printRun });
  printRows(rows);
}

function printRun(kind: SenderKind, run: { readonly requestsPerCpuSecond: number }): void {
  print(`  ${kind.padEnd(20)} ${format(run.requestsPerCpuSecond).padStart(10)} requests per CPU second`);
}

function printRows(rows: readonly RestRow[]): void {
  print(
    `  ${'median'.padEnd(20)} ${'requests/CPU s'.padStart(14)} ${'min'.padStart(10)} ${'max'.padStart(10)} ${'µs/request'.padStart(11)} ${'peak RSS'.padStart(9)}`,
  );
  for (const { kind, median, runs } of rows) {
    const own = runs.map((run) => run.requestsPerCpuSecond);
    const rss = Math.max(...runs.map((run) => run.peakRssMiB));
    const figures = [format(median).padStart(14), format(Math.min(...own)).padStart(10), format(Math.max(...own)).padStart(10)];
    print(`  ${kind.padEnd(20)} ${figures.join(' ')} ${(1e6 / median).toFixed(1).padStart(11)} ${`${Math.round(rss)} MiB`.padStart(9)}`);
  }
  const medians = new Map(rows.map(({ kind, median }) => [kind, median]));
  for (const { kind, with: other, goal } of COMPARISONS) {
    const ratio = (medians.get(kind) ?? NaN) / (medians.get(other) ?? NaN);
    print(`  ${kind} / ${other}: ${ratio.toFixed(2)}${goal === undefined ? '' : ` (goal ${goal})`}`);
  }
}

function format(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
