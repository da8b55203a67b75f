import { execFileSync } from 'node:child_process';
import type { BenchArguments } from './benchArguments.js';
import type { ClientKind, Compression } from './throughput/protocol.js';
import { meanEventBytes, measureThroughput, type ThroughputRow } from './throughput/throughput.js';

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

/** What each kind is compared with, and the goal of that ratio. */
const COMPARISONS: readonly { readonly kind: ClientKind; readonly with: ClientKind; readonly goal?: number }[] = [
  { kind: 'Shard, all parsed', with: 'floor, all parsed', goal: 0.9 },
  { kind: 'Shard, MESSAGE_CREATE parsed', with: 'floor, MESSAGE_CREATE parsed', goal: 0.9 },
  { kind: 'Shard, for await', with: 'floor, all parsed' },
  { kind: 'Shard, all parsed', with: '@discordjs/ws 2' },
  { kind: 'Shard, MESSAGE_CREATE parsed', with: '@discordjs/ws 2' },
];

/** Prints events per CPU second of every kind of client, and the ratios that matter. */
export async function reportThroughput(options: BenchArguments): Promise<void> {
  const events = options.isShort ? SHORT_EVENTS : EVENTS;
  const version = execFileSync(options.nodePath, ['--version']).toString().trim();
  for (const compression of compressionsOf(version)) {
    print(
      `\nthroughput · ${events} events of mix A (${Math.round(meanEventBytes())} B of JSON) · ${compression} · Node ${version} · ${options.rounds} rounds`,
    );
    const kinds = compression === 'zstd-stream' ? KINDS.filter((kind) => kind !== '@discordjs/ws 2') : KINDS;
    const rows = await measureThroughput({ ...options, events, compression, kinds, onRun: printRun });
    printRows(rows);
  }
}

function compressionsOf(version: string): readonly Compression[] {
  return Number(version.slice(1).split('.')[0]) >= 24 ? ['zlib-stream', 'zstd-stream'] : ['zlib-stream'];
}

function printRun(kind: ClientKind, run: { readonly eventsPerCpuSecond: number }): void {
  print(`  ${kind.padEnd(30)} ${format(run.eventsPerCpuSecond).padStart(10)} events per CPU second`);
}

function printRows(rows: readonly ThroughputRow[]): void {
  print(
    `  ${'median'.padEnd(30)} ${'events/CPU s'.padStart(12)} ${'min'.padStart(10)} ${'max'.padStart(10)} ${'µs/event'.padStart(9)} ${'peak RSS'.padStart(9)}`,
  );
  for (const { kind, median, runs } of rows) {
    const own = runs.map((run) => run.eventsPerCpuSecond);
    const rss = Math.max(...runs.map((run) => run.peakRssMiB));
    const figures = [format(median).padStart(12), format(Math.min(...own)).padStart(10), format(Math.max(...own)).padStart(10)];
    print(`  ${kind.padEnd(30)} ${figures.join(' ')} ${(1e6 / median).toFixed(2).padStart(9)} ${`${Math.round(rss)} MiB`.padStart(9)}`);
  }
  const medians = new Map(rows.map(({ kind, median }) => [kind, median]));
  for (const { kind, with: other, goal } of COMPARISONS) {
    if (!medians.has(other)) continue;
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
