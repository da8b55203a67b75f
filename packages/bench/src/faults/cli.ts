import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalogue } from './catalogue.js';
import { coverageOf, type CoveredFault, type JestRun } from './coverage.js';
import { reportFaults, type ReportPart } from './report/reportFaults.js';
import { SabotagedCopy } from './sabotage.js';
import { sabotages } from './sabotages.js';

/*
 * npm run faults                 which passing test shows which fault, by the record of the last whole `npm test`
 * npm run faults -- --sabotage   takes the right behaviour out, one change at a time, and requires that its test fails
 * npm run faults -- --report     measures recoveries over real sockets and in virtual time; `--report gateway` or `--report rest` one half of it
 */

const ROOT = process.cwd();
const LAST_RUN = join(ROOT, '.cache', 'jest.json');
const CATALOGUE = join(ROOT, 'packages', 'bench', 'test-data', 'faults.json');
/** How many faults must have a change that their test notices. */
const SABOTAGED_FAULTS = 40;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sabotage: { type: 'boolean' }, report: { type: 'boolean' }, short: { type: 'boolean' } },
});

if (values.report === true) await reportFaults({ isShort: values.short ?? false, parts: partsOf(positionals) });
else process.exitCode = values.sabotage === true ? await sabotageAll(positionals) : await list();

async function list(): Promise<number> {
  const covered = await readCoverage();
  for (const { fault, failing, passing } of covered) {
    print(`${fault.id} ${fault.title}${passing.length === 0 ? ' · MISSING' : ''}`);
    for (const name of passing) print(`      ${name}`);
    for (const name of failing) print(`      not passing: ${name}`);
  }
  const missing = covered.filter(({ passing }) => passing.length === 0).map(({ fault }) => fault.id);
  print(`\n${covered.length - missing.length} of ${covered.length} faults are shown by a passing test.`);
  if (missing.length > 0) print(`Missing: ${missing.join(', ')}`);
  return missing.length === 0 ? 0 : 1;
}

async function sabotageAll(only: readonly string[]): Promise<number> {
  const files = await readTestFiles();
  const wanted = sabotages.filter(({ id }) => only.length === 0 || only.includes(id));
  const copy = await SabotagedCopy.make(ROOT);
  const noticed = new Set<string>();
  let bad = 0;
  try {
    for (const sabotage of wanted) {
      const outcome = await copy.try(sabotage, files.get(sabotage.id) ?? []);
      if (outcome === 'noticed') noticed.add(sabotage.id);
      else bad += 1;
      print(`${outcome === 'noticed' ? 'ok ' : 'BAD'} ${sabotage.id} ${sabotage.name}: ${outcome}`);
    }
  } finally {
    await copy.remove();
  }
  print(
    `\n${noticed.size} faults have a change that their test notices (goal ${SABOTAGED_FAULTS}); ${bad} changes went unnoticed or could not be made.`,
  );
  return bad === 0 && (only.length > 0 || noticed.size >= SABOTAGED_FAULTS) ? 0 : 1;
}

function partsOf(names: readonly string[]): readonly ReportPart[] {
  const parts: readonly ReportPart[] = ['gateway', 'rest'];
  return names.length === 0 ? parts : parts.filter((part) => names.includes(part));
}

async function readCoverage(): Promise<readonly CoveredFault[]> {
  return coverageOf(await readCatalogue(CATALOGUE), await readRun());
}

/** The test files that hold a passing test of each fault. */
async function readTestFiles(): Promise<ReadonlyMap<string, readonly string[]>> {
  const run = await readRun();
  const faults = await readCatalogue(CATALOGUE);
  const filesOf = (id: string): readonly string[] =>
    run.testResults
      .filter((file) =>
        coverageOf(faults, { ...run, testResults: [file] }).some(({ fault, passing }) => fault.id === id && passing.length > 0),
      )
      .map(({ name }) => name);
  return new Map(faults.map(({ id }) => [id, filesOf(id)]));
}

async function readRun(): Promise<JestRun> {
  const exists = await access(LAST_RUN).then(
    () => true,
    () => false,
  );
  if (!exists) {
    process.stderr.write('There is no record of a test run yet: run `npm test` first.\n');
    process.exit(1);
  }
  return JSON.parse(await readFile(LAST_RUN, 'utf8')) as JestRun;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
