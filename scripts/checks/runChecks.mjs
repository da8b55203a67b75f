import { performance } from 'node:perf_hooks';
import { seconds } from '../workspace/step.mjs';

/**
 * Runs checks side by side, as many at a time as there are lanes, and prints each with its time when it ends; the output of those
 * that failed follows it.
 *
 * @param {readonly import('./checks.mjs').Check[]} checks
 * @param {number} lanes
 * @returns {Promise<string[]>} The names of those that failed.
 */
export async function runChecks(checks, lanes) {
  const waiting = [...checks];
  /** @type {string[]} */
  const failed = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await runCheck(check))) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}

/** @param {import('./checks.mjs').Check} check */
async function runCheck(check) {
  const began = performance.now();
  const { code, output } = await check.run();
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name}: ${check.what} (${seconds(began)})`);
  if (code !== 0) console.log(`${output.trimEnd()}\n`);
  return code === 0;
}
