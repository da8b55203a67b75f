import { capture } from '../workspace/childProcess.mjs';
import { tool } from '../workspace/paths.mjs';
import { checkPackaging } from './packaging.mjs';

/**
 * @typedef {object} Check
 * @property {string} name What to call it on the command line.
 * @property {string} what What it looks at.
 * @property {boolean} [needsBuild] It reads `dist`.
 * @property {() => Promise<{ code: number, output: string }>} run
 */

/**
 * The longest first, so that two lanes end together.
 *
 * @type {readonly Check[]}
 */
export const checks = [
  {
    name: 'lint',
    what: 'eslint, strict and with types',
    // Without eslint's cache: that knows each file alone, and these rules follow types from file to file.
    run: () => node('eslint', 'eslint', ['.', '--max-warnings=0']),
  },
  { name: 'types', what: 'tsc -b of sources, tests, examples and scripts', run: () => node('typescript', 'tsc', ['-b']) },
  { name: 'packaging', what: 'publint, attw, and every tarball used from ESM, CommonJS and jest', needsBuild: true, run: checkPackaging },
  {
    name: 'format',
    what: 'prettier',
    run: () => node('prettier', 'prettier', ['--check', '.', '--log-level=warn', '--cache', '--cache-location=.cache/prettier']),
  },
  {
    name: 'architecture',
    what: 'which package may import which, and no cycles',
    run: () =>
      node('dependency-cruiser', 'depcruise', ['packages', 'examples', '--config', '.dependency-cruiser.cjs', '--output-type=err']),
  },
  { name: 'unused', what: 'knip: exports, files and dependencies that nobody uses', run: () => node('knip', 'knip', ['--no-progress']) },
];

/**
 * @param {string} name
 * @param {string} bin
 * @param {readonly string[]} args
 */
function node(name, bin, args) {
  return capture(process.execPath, [tool(name, bin), ...args]);
}
