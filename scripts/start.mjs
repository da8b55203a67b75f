// npm start: the example bot on the embedded fake Discord, and a page to talk to it. See examples/src/playground.
import { join } from 'node:path';
import { ensureExamplesBuilt } from './workspace/build.mjs';
import { passThrough } from './workspace/childProcess.mjs';
import { runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { ensurePageBuilt } from './workspace/page.mjs';
import { root } from './workspace/paths.mjs';
import { checkStartFlags } from './workspace/startFlags.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const usage = await checkStartFlags(args);
  if (usage !== null) return console.log(usage);
  await ensureInstalled();
  await ensureExamplesBuilt();
  await ensurePageBuilt();
  return passThrough(process.execPath, [join(root, 'examples/dist/esm/playground/main.js'), ...args]);
});
