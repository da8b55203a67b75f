import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One small named change that takes the right behaviour out. */
export interface Sabotage {
  readonly id: string;
  /** What is broken by it. */
  readonly name: string;
  /** The file, from the top of the checkout. */
  readonly file: string;
  /** The text to replace; it must be there exactly once. */
  readonly find: string;
  readonly replace: string;
}

export type SabotageOutcome =
  /** The test noticed. */
  | 'noticed'
  /** The test passed all the same. */
  | 'unnoticed'
  /** No test ran for this id. */
  | 'no test'
  /** The text is not there, or more than once: the sources have moved on. */
  | 'not applicable';

/** What a copy of the checkout needs to run tests. */
const COPIED = ['packages', 'jest.config.js', 'package.json', 'tsconfig.base.json', 'tsconfig.jest.json'];
const TEST_TIMEOUT_MS = 180_000;

/** A copy of the sources in which things are broken one at a time. */
export class SabotagedCopy {
  private readonly root: string;
  private readonly directory: string;

  private constructor(root: string, directory: string) {
    this.root = root;
    this.directory = directory;
  }

  static async make(root: string): Promise<SabotagedCopy> {
    const directory = await mkdtemp(join(tmpdir(), 'aplomb-sabotage-'));
    const isSource = (path: string): boolean => !/[\\/](?:node_modules|dist)(?:[\\/]|$)/.test(path.slice(root.length));
    for (const name of COPIED) await cp(join(root, name), join(directory, name), { recursive: true, filter: isSource });
    await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
    const packages = ['base', 'gateway', 'rest', 'client', 'fake-discord', 'bench'];
    for (const name of packages)
      await symlink(join(root, 'packages', name, 'node_modules'), join(directory, 'packages', name, 'node_modules'));
    return new SabotagedCopy(root, directory);
  }

  /** Breaks one thing, runs the tests that name its fault in the files that hold them, and mends it. */
  async try(sabotage: Sabotage, testFiles: readonly string[]): Promise<SabotageOutcome> {
    const file = join(this.directory, sabotage.file);
    const source = await readFile(file, 'utf8');
    if (source.split(sabotage.find).length !== 2) return 'not applicable';
    await writeFile(
      file,
      source.replace(sabotage.find, () => sabotage.replace),
    );
    try {
      return await this.runTests(sabotage.id, testFiles);
    } finally {
      await writeFile(file, source);
    }
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  private runTests(id: string, testFiles: readonly string[]): Promise<SabotageOutcome> {
    const files = testFiles.map((path) => path.replace(this.root, this.directory));
    const args = [
      'node_modules/jest/bin/jest.js',
      '--json',
      '--silent',
      '--forceExit',
      '--testNamePattern',
      `${id}(?!\\d)`,
      '--runTestsByPath',
      ...files,
    ];
    return new Promise((resolve) => {
      const options = { cwd: this.directory, timeout: TEST_TIMEOUT_MS, maxBuffer: 1 << 28 };
      execFile(process.execPath, args, options, (error, stdout) => {
        resolve(outcomeOf(error, stdout));
      });
    });
  }
}

/** A run that hangs, or that a broken import stops, is as failed as one whose assertion fails: the right behaviour is missed. */
function outcomeOf(error: Error | null, stdout: string): SabotageOutcome {
  const json = stdout.slice(stdout.indexOf('{"'));
  try {
    const { numFailedTests, numPassedTests } = JSON.parse(json) as { readonly numFailedTests: number; readonly numPassedTests: number };
    if (numFailedTests > 0) return 'noticed';
    return numPassedTests > 0 ? 'unnoticed' : error === null ? 'no test' : 'noticed';
  } catch {
    // No JSON at all: jest was stopped by its deadline, with the test hanging.
    return error === null ? 'no test' : 'noticed';
  }
}
