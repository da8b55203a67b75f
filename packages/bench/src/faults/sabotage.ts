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
  /** The tests could not be loaded, with the change or already without it. */
  | 'not runnable'
  /** The text is not there, or more than once: the sources have moved on. */
  | 'not applicable';

/** What a copy of the checkout needs to run tests. */
const COPIED = ['packages', 'examples', 'scripts', 'jest.config.js', 'package.json', 'tsconfig.base.json', 'tsconfig.jest.json'];
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
    const packages = ['base', 'gateway', 'rest', 'cache', 'client', 'fake-discord', 'bench'];
    for (const name of packages)
      await symlink(join(root, 'packages', name, 'node_modules'), join(directory, 'packages', name, 'node_modules'));
    return new SabotagedCopy(root, directory);
  }

  /** Breaks one thing, runs the tests that name its fault in the files that hold them, and mends it. */
  async try(sabotage: Sabotage, testFiles: readonly string[]): Promise<SabotageOutcome> {
    const file = join(this.directory, sabotage.file);
    const source = await readFile(file, 'utf8');
    // What fails without the change as well would show nothing.
    if (!(await this.isIntact(sabotage.id, testFiles))) return 'not runnable';
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

  private async isIntact(id: string, testFiles: readonly string[]): Promise<boolean> {
    return (await this.runTests(id, testFiles)) === 'unnoticed';
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
        resolve(outcomeOf(error?.killed === true, stdout));
      });
    });
  }
}

/** What a run of tests said; `no JSON` when jest did not get that far. */
interface RunSummary {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Only a test that fails, or hangs until it is stopped, has noticed. A suite that cannot even be loaded has seen nothing. */
function outcomeOf(wasStopped: boolean, stdout: string): SabotageOutcome {
  if (wasStopped) return 'noticed';
  const summary = readSummary(stdout);
  if (summary === null || summary.numRuntimeErrorTestSuites > 0) return 'not runnable';
  if (summary.numFailedTests > 0) return 'noticed';
  return summary.numPassedTests > 0 ? 'unnoticed' : 'no test';
}

function readSummary(stdout: string): RunSummary | null {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf('{"'))) as RunSummary;
  } catch {
    // Jest ended before it wrote its JSON.
    return null;
  }
}
