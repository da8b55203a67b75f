import { join } from 'node:path';
import { alternate } from './alternate.js';
import type { BenchArguments } from './benchArguments.js';
import { runBot, startBotServer, type BotRun, type BotRunOptions } from './client/botRuns.js';
import { describePlan, planOf } from './client/plans.js';
import type { BotKind } from './client/protocol.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { median, percentile } from './statistics.js';

const PER_SECOND = 2_000;
const SECONDS = 30;
const SHORT_SECONDS = 3;
const CPU_GOAL = 0.5;
const P99_GOAL = 0.3;

const KINDS: readonly BotKind[] = ['aplomb', 'discord.js 14', 'eris'];
const PEER: BotKind = 'discord.js 14';

/** The figures of one run, or the medians of many; the times in microseconds. */
interface Figures {
  readonly cpuUs: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

/**
 * Prints what an event costs when events come one by one, as in a real bot, and how long it takes from the server's write to the handler. A machine that
 * does something else besides is seen in p99 first.
 */
export async function reportPaced(options: BenchArguments): Promise<void> {
  const events = PER_SECOND * (options.isShort ? SHORT_SECONDS : SECONDS);
  const plan = planOf(events, options.isShort);
  const runOptions: BotRunOptions = { nodePath: options.nodePath, directory: join(options.directory, 'client') };
  const server = await startBotServer(plan, runOptions);
  try {
    print(`\npaced · ${PER_SECOND} events a second · ${describePlan(plan, server.told.meanBytes)}`);
    print(`  Node ${nodeVersion(options.nodePath)} · ${options.rounds} rounds`);
    const runs = await alternate(KINDS, options.rounds, async (kind) => {
      const figures = figuresOf(await runBot(kind, server, runOptions, PER_SECOND), events);
      printFigures(kind, figures);
      return figures;
    });
    const medians = new Map([...runs].map(([kind, own]) => [kind, medianOf(own)]));
    for (const [kind, figures] of medians) printFigures(`${kind}, median`, figures);
    printRatios(medians);
  } finally {
    server.process.kill();
  }
}

function figuresOf({ cpuMs, delaysUs }: BotRun, events: number): Figures {
  return { cpuUs: (cpuMs * 1_000) / events, p50Us: percentile(delaysUs, 0.5), p99Us: percentile(delaysUs, 0.99) };
}

function medianOf(runs: readonly Figures[]): Figures {
  const of = (key: keyof Figures): number => median(runs.map((run) => run[key]));
  return { cpuUs: of('cpuUs'), p50Us: of('p50Us'), p99Us: of('p99Us') };
}

function printFigures(name: string, { cpuUs, p50Us, p99Us }: Figures): void {
  const cpu = `${cpuUs.toFixed(1).padStart(6)} µs of CPU an event`;
  print(`  ${name.padEnd(22)} ${cpu} · p50 ${p50Us.toFixed(0).padStart(5)} µs · p99 ${p99Us.toFixed(0).padStart(6)} µs to the handler`);
}

function printRatios(medians: ReadonlyMap<BotKind, Figures>): void {
  const [ours, peers] = [medians.get('aplomb'), medians.get(PEER)];
  if (ours === undefined || peers === undefined) return;
  print(`  aplomb / ${PEER}, CPU an event: ${(ours.cpuUs / peers.cpuUs).toFixed(2)} (goal ${CPU_GOAL})`);
  print(`  aplomb / ${PEER}, p99: ${(ours.p99Us / peers.p99Us).toFixed(2)} (goal ${P99_GOAL})`);
}
