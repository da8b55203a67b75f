import type { BenchArguments } from './benchArguments.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { printRate, printRates, type Comparison, type RateLabels, type RateRow } from './rateTable.js';
import type { ClientKind, Compression } from './throughput/protocol.js';
import { meanEventBytes, measureThroughput, type ThroughputRow, type ThroughputRun } from './throughput/throughput.js';

const EVENTS = 300_000;
const SHORT_EVENTS = 20_000;

const KINDS: readonly ClientKind[] = [
  'floor, all parsed',
  'Shard, all parsed',
  'Shard, for await',
  '@discordjs/ws 2',
  'floor, MESSAGE_CREATE parsed',
  'Shard, MESSAGE_CREATE parsed',
];

const LABELS: RateLabels = { unit: 'event', kindWidth: 30 };

/** What each kind is compared with, and the goal of that ratio. */
const COMPARISONS: readonly Comparison[] = [
  { kind: 'Shard, all parsed', with: 'floor, all parsed', goal: 0.9 },
  { kind: 'Shard, MESSAGE_CREATE parsed', with: 'floor, MESSAGE_CREATE parsed', goal: 0.9 },
  { kind: 'Shard, for await', with: 'floor, all parsed' },
  { kind: 'Shard, all parsed', with: '@discordjs/ws 2' },
  { kind: 'Shard, MESSAGE_CREATE parsed', with: '@discordjs/ws 2' },
];

/** Prints events per CPU second of every kind of client, and the ratios that matter. */
export async function reportThroughput(options: BenchArguments): Promise<void> {
  const events = options.isShort ? SHORT_EVENTS : EVENTS;
  const version = nodeVersion(options.nodePath);
  for (const compression of compressionsOf(version)) {
    print(
      `\nthroughput · ${events} events of mix A (${Math.round(meanEventBytes())} B of JSON) · ${compression} · Node ${version} · ${options.rounds} rounds`,
    );
    const kinds = compression === 'zstd-stream' ? KINDS.filter((kind) => kind !== '@discordjs/ws 2') : KINDS;
    const rows = await measureThroughput({ ...options, events, compression, kinds, onRun });
    printRates(rows.map(rateRow), COMPARISONS, LABELS);
  }
}

const onRun = (kind: ClientKind, run: ThroughputRun): void => {
  printRate(kind, run.eventsPerCpuSecond, LABELS);
};

function compressionsOf(version: string): readonly Compression[] {
  return Number(version.slice(1).split('.')[0]) >= 24 ? ['zlib-stream', 'zstd-stream'] : ['zlib-stream'];
}

function rateRow({ kind, median, runs }: ThroughputRow): RateRow {
  const rates = runs.map((run) => run.eventsPerCpuSecond);
  return { kind, median, rates, peakRssMiB: Math.max(...runs.map((run) => run.peakRssMiB)) };
}
