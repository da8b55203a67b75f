import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** What the last whole `npm test` found, as jest's JSON: `npm run faults` reads it. */
export const lastRun = join(root, '.cache', 'jest.json');

/**
 * A run of a part of the suites, or on another Node, leaves the record of the whole one alone.
 *
 * @param {{ readonly isWhole: boolean, readonly isMain: boolean }} run
 */
export function resultsFile({ isWhole, isMain }) {
  return isWhole && isMain ? lastRun : join(root, '.cache', 'jest-other.json');
}

/**
 * Jest alone would take one worker on two cores. More workers than half of many cores would make the socket tests late.
 *
 * @param {string} results Where jest writes its JSON.
 */
export function jestArguments(results) {
  const workers = Math.max(2, Math.floor(availableParallelism() / 2));
  return [`--maxWorkers=${workers}`, '--json', `--outputFile=${results}`];
}
