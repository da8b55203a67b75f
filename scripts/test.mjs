// npm test: every suite that needs only Node. Arguments go to jest: npm test -- Heartbeat, npm test -- --selectProjects gateway.
// With --as-installed nothing is installed or built: the run on another Node takes what is there.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './workspace/build.mjs';
import { passThrough } from './workspace/childProcess.mjs';
import { runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { jestArguments, resultsFile } from './workspace/jest.mjs';
import { root, tool } from './workspace/paths.mjs';

const asInstalled = process.argv.includes('--as-installed');
const args = process.argv.slice(2).filter((arg) => arg !== '--as-installed');

await runScript(async () => {
  if (!asInstalled) {
    await ensureInstalled();
    // Some tests start child processes, and those run what is built.
    await ensureBuilt();
  }
  await mkdir(join(root, '.cache'), { recursive: true });
  const results = resultsFile({ isWhole: args.length === 0, isMain: !asInstalled });
  return passThrough(process.execPath, [tool('jest'), ...jestArguments(results), ...args]);
});
