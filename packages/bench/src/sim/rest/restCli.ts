import { OptionsError } from '@aplomb/base';
import { directedLines } from './directed/directedLines.js';
import { LEAST_THROUGHPUT, MOST_AVOIDABLE_SHARE, RestReport } from './RestReport.js';
import type { RestScene } from './RestScene.js';
import { BUCKETS, CHAOS, CHAOS_OF_BUCKETS, GLOBAL, MIXED, SCENES } from './scenes.js';
import { simulateRest } from './simulateRest.js';

/** What the command line may ask for. */
export interface RestCliOptions {
  readonly calls?: number;
  readonly seed?: number;
  readonly scene?: string;
  readonly say: (line: string) => void;
}

const ALL_CALLS = 10_000_000;
const PROGRESS_EVERY_MS = 5_000;

/** Of the calls, how many each scene has, and in runs of how many: throughput wants long runs, faults want many. */
const SHARES: readonly { readonly scene: RestScene; readonly share: number; readonly runs: number }[] = [
  { scene: BUCKETS, share: 0.4, runs: 4 },
  { scene: GLOBAL, share: 0.2, runs: 2 },
  { scene: MIXED, share: 0.1, runs: 2 },
  { scene: CHAOS, share: 0.1, runs: 10 },
  { scene: CHAOS_OF_BUCKETS, share: 0.2, runs: 20 },
];

/** The simulation of REST's limits: `npm run sim -- rest`. Returns the exit code. */
export async function simulateRestFromCli({ calls = ALL_CALLS, scene, seed, say }: RestCliOptions): Promise<number> {
  const report = new RestReport();
  const runs =
    scene === undefined ? planOf(calls, seed ?? 1) : [{ scene: sceneNamed(scene), seed: seed ?? 1, calls: Math.min(calls, 1_000_000) }];
  let saidAtMs = performance.now();
  for (const run of runs) {
    const result = await simulateRest({ ...run, compares: !run.scene.name.startsWith('chaos') });
    report.add(result);
    for (const history of result.histories.slice(0, 3)) say(`${history}\nreplay it: ${replayOf(run)}`);
    if (performance.now() - saidAtMs < PROGRESS_EVERY_MS) continue;
    saidAtMs = performance.now();
    say(`${run.scene.name}, seed ${run.seed}: ${report.calls} calls of ${calls}, ${report.avoidable} avoidable 429s`);
  }
  for (const line of report.lines()) say(line);
  if (scene === undefined) for await (const line of directedLines(seed ?? 1)) say(line);
  return judge(report, say);
}

function judge(report: RestReport, say: (line: string) => void): number {
  const failures = [...report.broken];
  if (report.avoidable > MOST_AVOIDABLE_SHARE * report.calls) failures.push(`${report.avoidable} avoidable 429s in ${report.calls} calls`);
  for (const { name } of [BUCKETS, GLOBAL, MIXED]) {
    const share = report.shareOf(name, 'possible', name === BUCKETS.name);
    if (share !== null && share < LEAST_THROUGHPUT) failures.push(`${name}: ${(100 * share).toFixed(2)} % of the possible throughput`);
  }
  for (const failure of failures.slice(0, 20)) say(`broken: ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

function planOf(calls: number, firstSeed: number): readonly { readonly scene: RestScene; readonly seed: number; readonly calls: number }[] {
  return SHARES.flatMap(({ runs, scene, share }) =>
    Array.from({ length: runs }, (_, index) => ({ scene, seed: firstSeed + index, calls: Math.ceil((calls * share) / runs) })),
  );
}

function sceneNamed(name: string): RestScene {
  const scene = SCENES.find((known) => known.name === name);
  if (scene !== undefined) return scene;
  const names = SCENES.map((known) => `"${known.name}"`).join(', ');
  throw new OptionsError('INVALID_OPTION', { what: `\`--scene\` is ${JSON.stringify(name)}.`, cure: `Name one of ${names}.` });
}

function replayOf({ calls, scene, seed }: { readonly calls: number; readonly scene: RestScene; readonly seed: number }): string {
  return `npm run sim -- rest --scene "${scene.name}" --seed ${seed} --calls ${calls}`;
}
