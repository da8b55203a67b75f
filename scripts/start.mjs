// npm start: the example bot on the embedded fake Discord, and a prompt to talk to it. See examples/src/playground-terminal.
import { join } from 'node:path';
import { ensureExamplesBuilt } from './workspace/build.mjs';
import { passThrough } from './workspace/childProcess.mjs';
import { runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { root } from './workspace/paths.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureExamplesBuilt();
  return passThrough(process.execPath, [join(root, 'examples/dist/esm/playground-terminal/main.js'), ...process.argv.slice(2)]);
});
