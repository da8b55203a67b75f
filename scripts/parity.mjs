// npm run parity: writes docs/fake-discord-parity.md out of FakeDiscord's own tables. The test that writes it also compares it, in every run.
import { passThrough } from './workspace/childProcess.mjs';
import { runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { tool } from './workspace/paths.mjs';

await runScript(async () => {
  await ensureInstalled();
  const env = { ...process.env, APLOMB_WRITE_PARITY: 'yes' };
  return passThrough(process.execPath, [tool('jest'), '--selectProjects', 'fake-discord', '--testPathPatterns', 'parity/parity.test'], {
    env,
  });
});
