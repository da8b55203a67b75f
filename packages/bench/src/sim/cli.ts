import { OptionsError, nearest } from '@aplomb/base';
import { parseArgs } from 'node:util';
import { describeFailure, SimulationReport } from './report.js';
import { simulateRestFromCli } from './rest/restCli.js';
import { figureLines } from './scenarios/figureLines.js';
import { simulate } from './Simulation.js';

const USAGE = `npm run sim -- [gateway | rest] [options]    (without anything: both)
gateway: shards under random faults
  --seeds <n>    how many seeds (default 1000)
  --from <n>     the first seed (default 1)
  --seed <n>     only this seed
  --trace        print everything that happened in it
  --hours <n>    virtual hours of each run (default: the seed decides)
  --figures      the directed scenarios and their figures instead of random runs
rest: the limiter against a server that knows the truth
  --calls <n>    how many calls in all (default 10000000)
  --scene <name> only one run of this scene: buckets, global, mixed, chaos, "chaos of buckets"
  --seed <n>     its seed, or the first one of all (default 1)`;

const OPTIONS = {
  seeds: { type: 'string' },
  from: { type: 'string' },
  seed: { type: 'string' },
  hours: { type: 'string' },
  trace: { type: 'boolean' },
  figures: { type: 'boolean' },
  calls: { type: 'string' },
  scene: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** More failures than this are all the same one. */
const MOST_FAILURES = 10;
const PROGRESS_EVERY_MS = 5_000;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ options: OPTIONS, strict: true, allowPositionals: true });
  if (values.help === true) return say(USAGE);
  const part = readPart(positionals) ?? partOf(values);
  const code = part === 'rest' ? 0 : await runGateway(values);
  return part === 'gateway' ? code : Math.max(code, await runRest(values));
}

async function runRest({ calls, scene, seed }: Values): Promise<number> {
  return simulateRestFromCli({
    say,
    ...(calls === undefined ? {} : { calls: readNumber('calls', calls) }),
    ...(scene === undefined ? {} : { scene }),
    ...(seed === undefined ? {} : { seed: readNumber('seed', seed) }),
  });
}

async function runGateway(values: Values): Promise<number> {
  if (values.figures === true) {
    for await (const line of figureLines()) say(line);
    return 0;
  }
  const hours = values.hours === undefined ? {} : { hours: readNumber('hours', values.hours) };
  if (values.seed !== undefined) return runOne(readNumber('seed', values.seed), values.trace ?? false, hours);
  return runMany(readNumber('from', values.from ?? '1'), readNumber('seeds', values.seeds ?? '1000'), hours);
}

async function runOne(seed: number, isTraced: boolean, hours: { readonly hours?: number }): Promise<number> {
  const result = await simulate({ seed, trace: true, ...hours });
  if (isTraced) for (const line of result.trace) say(line);
  say(describeFailure(result, isTraced ? [] : result.trace));
  return result.broken === null ? 0 : 1;
}

async function runMany(from: number, seeds: number, hours: { readonly hours?: number }): Promise<number> {
  const report = new SimulationReport();
  let saidAtMs = performance.now();
  for (let seed = from; seed < from + seeds && report.failed.length < MOST_FAILURES; seed += 1) {
    const result = await simulate({ seed, ...hours });
    report.add(result);
    if (result.broken !== null) say(describeFailure(result, (await simulate({ seed, trace: true, ...hours })).trace));
    if (performance.now() - saidAtMs < PROGRESS_EVERY_MS) continue;
    saidAtMs = performance.now();
    say(`seed ${seed}: ${report.virtualHours.toFixed(0)} virtual hours, ${report.failed.length} failed`);
  }
  for (const line of report.lines()) say(line);
  return report.failed.length === 0 ? 0 : 1;
}

function readPart(positionals: readonly string[]): 'gateway' | 'rest' | null {
  const [part, ...more] = positionals;
  if (part === undefined) return null;
  if ((part === 'gateway' || part === 'rest') && more.length === 0) return part;
  throw new OptionsError('INVALID_OPTION', {
    what: `There is no simulation named ${JSON.stringify(positionals.join(' '))}.`,
    cure: 'Name `gateway` or `rest`.',
  });
}

/** The part whose options were given, if no part was named. */
function partOf({ calls, figures, from, hours, scene, seed, seeds, trace }: Values): 'gateway' | 'rest' | null {
  if (calls !== undefined || scene !== undefined) return 'rest';
  return (figures ?? from ?? hours ?? seed ?? seeds ?? trace) === undefined ? null : 'gateway';
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new OptionsError('INVALID_OPTION', { what: `\`--${name}\` is ${JSON.stringify(text)}.`, cure: 'Give a number above 0.' });
}

function say(line: string): number {
  console.log(line);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const wrong = /'--([\w-]+)'/.exec(message)?.[1];
    const meant = wrong === undefined ? null : nearest(wrong, Object.keys(OPTIONS));
    console.error(`${message}${meant === null || meant === undefined ? '' : ` Did you mean --${meant}?`}\n${USAGE}`);
    process.exitCode = 2;
  },
);
