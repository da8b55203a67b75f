import { performance } from 'node:perf_hooks';

/**
 * `0.4 s`, `12.0 s`: how long something took.
 *
 * @param {number} sinceMs
 */
export function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Says what is being done, does it, and says how long it took.
 *
 * @template T
 * @param {string} sentence In the present: "Building".
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(sentence, work) {
  const began = performance.now();
  console.log(`${sentence} …`);
  const result = await work();
  console.log(`  done in ${seconds(began)}`);
  return result;
}
