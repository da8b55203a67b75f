import { join } from 'node:path';
import { alternate } from './alternate.js';
import type { BenchArguments } from './benchArguments.js';
import { runBot, startBotServer, type BotRun, type BotRunOptions } from './client/botRuns.js';
import { describePlan, planOf } from './client/plans.js';
import type { BotKind } from './client/protocol.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { printRate, printRates, type Comparison, type RateLabels, type RateRow } from './rateTable.js';
import { median } from './statistics.js';

const EVENTS = 300_000;
const SHORT_EVENTS = 30_000;

const KINDS: readonly BotKind[] = ['aplomb', 'discord.js 14', 'eris', 'oceanic.js'];

const LABELS: RateLabels = { unit: 'event', kindWidth: 16 };

/** What our client is compared with, and the goal of that ratio. */
const COMPARISONS: readonly Comparison[] = [
  { kind: 'aplomb', with: 'discord.js 14', goal: 3 },
  { kind: 'aplomb', with: 'eris', goal: 1.3 },
  { kind: 'aplomb', with: 'oceanic.js' },
];

/** Prints events per CPU second of whole clients: cache on, the intents of a bot of communities with presences, and one handler of `messageCreate`. */
export async function reportClient(options: BenchArguments): Promise<void> {
  const events = options.isShort ? SHORT_EVENTS : EVENTS;
  const plan = planOf(events, options.isShort);
  const runOptions: BotRunOptions = { nodePath: options.nodePath, directory: join(options.directory, 'client') };
  const server = await startBotServer(plan, runOptions);
  try {
    print(`\nclient · ${describePlan(plan, server.told.meanBytes)} · Node ${nodeVersion(options.nodePath)} · ${options.rounds} rounds`);
    print(`  all of them hold at the end: ${entriesOf(server.told.held)}`);
    const runs = await alternate(KINDS, options.rounds, async (kind) => {
      const run = await runBot(kind, server, runOptions);
      printRate(`${kind}, ${run.compression}`, rateOf(run, events), { ...LABELS, kindWidth: 30 });
      return run;
    });
    const rows = [...runs].map(([kind, own]) => rowOf(kind, own, events));
    printRates(rows, COMPARISONS, LABELS);
  } finally {
    server.process.kill();
  }
}

function rowOf(kind: BotKind, runs: readonly BotRun[], events: number): RateRow {
  const rates = runs.map((run) => rateOf(run, events));
  return { kind, rates, median: median(rates), peakRssMiB: Math.max(...runs.map(({ peakRssMiB }) => peakRssMiB)) };
}

function rateOf({ cpuMs }: BotRun, events: number): number {
  return events / (cpuMs / 1_000);
}

function entriesOf(counts: object): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}
