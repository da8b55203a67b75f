import { execFileSync } from 'node:child_process';
import { alternate } from './alternate.js';

/** What one start of a program that imports one package took, in milliseconds. */
export interface ImportTime {
  readonly wallMs: number;
  /** User and system time of the whole process meanwhile: compiling and collecting go on in threads. */
  readonly cpuMs: number;
}

export interface ImportOptions {
  readonly nodePath: string;
  readonly packages: readonly string[];
  readonly rounds: number;
  /** Where the packages are looked for. */
  readonly directory: string;
}

/** Only the import is measured: Node's own start is the same for everybody. */
const PROGRAM = `
const [cpu, beganMs] = [process.cpuUsage(), performance.now()];
await import(process.argv[1]);
const [wallMs, { user, system }] = [performance.now() - beganMs, process.cpuUsage(cpu)];
process.stdout.write(JSON.stringify({ wallMs, cpuMs: (user + system) / 1_000 }), () => process.exit());
`;

/** Imports each package in a process of its own, `rounds` times in turns. The first round, in which files come from the disk, is not counted. */
export async function measureImports(options: ImportOptions): Promise<ReadonlyMap<string, readonly ImportTime[]>> {
  const runs = await alternate(options.packages, options.rounds + 1, (name) => Promise.resolve(importOnce(name, options)));
  return new Map([...runs].map(([name, times]) => [name, times.slice(1)]));
}

function importOnce(name: string, { directory, nodePath }: ImportOptions): ImportTime {
  const output = execFileSync(nodePath, ['--input-type=module', '-e', PROGRAM, name], {
    cwd: directory,
    stdio: 'pipe',
  });
  return JSON.parse(output.toString()) as ImportTime;
}
