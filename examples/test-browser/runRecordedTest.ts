import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');

/** What jest counted, and why a test failed. */
export interface RecordedRun {
  readonly messages: readonly string[];
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

/** Saves a test where its imports lead to the example bot, runs jest on it in a process of its own, and takes it away again. */
export async function runRecordedTest(test: string): Promise<RecordedRun> {
  const name = `recorded-${String(process.pid)}`;
  const file = join(__dirname, `${name}.browser.test.ts`);
  const results = join(tmpdir(), `${name}.json`);
  try {
    await writeFile(file, test);
    return await runJest(file, results);
  } finally {
    await Promise.all([file, results].map((each) => rm(each, { force: true })));
  }
}

async function runJest(file: string, results: string): Promise<RecordedRun> {
  const config = join(root, 'jest.browser.config.js');
  const args = [jestProgram(), '--config', config, '--json', '--outputFile', results, '--runTestsByPath', file];
  // A test that fails ends jest with 1: the results say which and why.
  await promisify(execFile)(process.execPath, args).catch(() => undefined);
  const { numFailedTests, numPassedTests, testResults } = JSON.parse(await readFile(results, 'utf8')) as Results;
  return { numFailedTests, numPassedTests, messages: testResults.map(({ message }) => message).filter(Boolean) };
}

interface Results {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly message: string }[];
}

function jestProgram(): string {
  return join(dirname(createRequire(join(root, 'package.json')).resolve('jest/package.json')), 'bin', 'jest.js');
}
