import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { passThrough } from './childProcess.mjs';
import { Failure } from './Failure.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

/**
 * Prepares the workspace and runs one of the tools of packages/bench with the arguments of this process.
 *
 * @param {string} name Its folder in `packages/bench/src`.
 */
export async function runBenchTool(name) {
  await ensureInstalled();
  await ensureBuilt();
  const program = join(root, 'packages/bench/dist/esm', name, 'cli.js');
  await access(program).catch(() => {
    throw new Failure(`packages/bench has no tool named ${name}: src/${name}/cli.ts is missing.`);
  });
  return passThrough(process.execPath, [program, ...process.argv.slice(2)]);
}
