// npm run build: the ESM and CommonJS copies of every package, and the examples.
import { ensureBuilt } from './workspace/build.mjs';
import { runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureBuilt();
  console.log('Everything is built.');
});
