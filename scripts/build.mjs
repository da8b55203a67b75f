// npm run build: the ESM and CommonJS copies of every package, the page of the playground, and the examples.
import { ensureBuilt } from './workspace/build.mjs';
import { runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { ensurePageBuilt } from './workspace/page.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensurePageBuilt();
  console.log('Everything is built.');
});
