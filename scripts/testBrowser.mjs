// npm run test:browser: the playground in a real browser. Other arguments go to jest: npm run test:browser -- interactions.
//   --full         the load test as long as it is asked for: a minute, instead of some seconds
//   --screenshots  no tests, but the pictures in docs/images
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { passThrough } from './workspace/childProcess.mjs';
import { Failure, runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { ensurePageBuilt } from './workspace/page.mjs';
import { root, tool } from './workspace/paths.mjs';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const own = ['--full', '--screenshots'];

await runScript(async () => {
  const args = process.argv.slice(2);
  await access(chromium).catch(() => {
    throw new Failure(`There is no browser at ${chromium}. Install it with "apt-get install chromium", or name another one in CHROMIUM.`);
  });
  await ensureInstalled();
  // Jest runs the sources; only the page has to be built.
  await ensurePageBuilt();
  return passThrough(process.execPath, [tool('jest'), ...jestArguments(args)], { env: environment(args) });
});

/** @param {readonly string[]} args */
function jestArguments(args) {
  const theirs = args.filter((arg) => !own.includes(arg));
  const pictures = args.includes('--screenshots') ? ['--testMatch', '<rootDir>/test-browser/**/*.pictures.ts'] : [];
  // One browser at a time: two would make each other late.
  const results = ['--json', `--outputFile=${join(root, '.cache', 'jest-browser.json')}`];
  return ['--config', join(root, 'jest.browser.config.js'), '--runInBand', '--verbose', ...results, ...pictures, ...theirs];
}

/** @param {readonly string[]} args */
function environment(args) {
  return { ...process.env, CHROMIUM: chromium, LOAD_SECONDS: args.includes('--full') ? '60' : '8' };
}
