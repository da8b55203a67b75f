import type { BenchArguments } from './benchArguments.js';
import { measureImports, type ImportTime } from './importTimes.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { median } from './statistics.js';

const ROUNDS = 15;
const SHORT_ROUNDS = 3;
const GOAL = 0.5;
const PACKAGES: readonly string[] = ['aplomb', 'discord.js', 'eris', 'oceanic.js'];
const KEYS: readonly (keyof ImportTime)[] = ['wallMs', 'cpuMs'];

/** Prints what it takes to import whole libraries, and our share of discord.js's time. */
export async function reportImport({ directory, isShort, nodePath, rounds }: BenchArguments): Promise<void> {
  const starts = isShort ? SHORT_ROUNDS : Math.max(ROUNDS, rounds);
  print(`\nimport · ${starts} starts of each in turns · Node ${nodeVersion(nodePath)}`);
  const times = await measureImports({ nodePath, directory, packages: PACKAGES, rounds: starts });
  for (const [name, runs] of times) print(`  ${name.padEnd(12)} ${KEYS.map((key) => spread(runs, key)).join(' · ')}`);
  for (const key of KEYS) {
    const of = (name: string): number => median((times.get(name) ?? []).map((run) => run[key]));
    print(`  aplomb / discord.js, ${LABELS[key]}: ${(of('aplomb') / of('discord.js')).toFixed(2)} (goal ${GOAL})`);
  }
}

const LABELS: Readonly<Record<keyof ImportTime, string>> = { wallMs: 'wall', cpuMs: 'CPU' };

function spread(runs: readonly ImportTime[], key: keyof ImportTime): string {
  const values = runs.map((run) => run[key]);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(0));
  return `${median(values).toFixed(0).padStart(4)} ms ${LABELS[key]} (${least}–${most})`;
}
