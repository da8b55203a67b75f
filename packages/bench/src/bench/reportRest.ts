import type { BenchArguments } from './benchArguments.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { printRate, printRates, type Comparison, type RateLabels, type RateRow } from './rateTable.js';
import type { RestLoad, SenderKind } from './rest/protocol.js';
import { measureRest, type RestRow, type RestRun } from './rest/restThroughput.js';

const LOAD: RestLoad = { requests: 20_000, channels: 500, parallel: 64, warmUp: 2_000 };
const SHORT_LOAD: RestLoad = { ...LOAD, requests: 3_000, warmUp: 1_000 };

const KINDS: readonly SenderKind[] = ['undici.request', 'Rest', '@discordjs/rest'];

const LABELS: RateLabels = { unit: 'request', kindWidth: 20 };

/** What each sender is compared with, and the goal of that ratio. */
const COMPARISONS: readonly Comparison[] = [
  { kind: 'Rest', with: 'undici.request', goal: 0.75 },
  { kind: 'Rest', with: '@discordjs/rest', goal: 2 },
];

/** Prints requests per CPU second of every sender, and the ratios that matter. */
export async function reportRest(options: BenchArguments): Promise<void> {
  const load = options.isShort ? SHORT_LOAD : LOAD;
  const version = nodeVersion(options.nodePath);
  const what = `${load.requests} POSTs over ${load.channels} channels, ${load.parallel} at a time`;
  print(`\nrest · ${what} · Node ${version} · ${options.rounds} rounds · 0 × 429 in each`);
  const onRun = (kind: SenderKind, run: RestRun): void => {
    printRate(kind, run.requestsPerCpuSecond, LABELS);
  };
  const rows = await measureRest({ ...options, load, kinds: KINDS, onRun });
  printRates(rows.map(rateRow), COMPARISONS, LABELS);
}

function rateRow({ kind, median, runs }: RestRow): RateRow {
  const rates = runs.map((run) => run.requestsPerCpuSecond);
  return { kind, median, rates, peakRssMiB: Math.max(...runs.map((run) => run.peakRssMiB)) };
}
