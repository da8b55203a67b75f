import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './Failure.mjs';
import { root } from './paths.mjs';

const USAGE = /usage = `([^`]+)`/;
const FLAG = /-- --(?<name>[a-z-]+)(?<value> \d+)?/g;

/**
 * Tells a flag that `npm start` does not know before half a minute goes into installing and building. The flags are those of the usage text of the example,
 * read from its source: nothing is built yet.
 *
 * @param {readonly string[]} args
 * @param {string} [file]
 * @returns {Promise<string | null>} the usage text when it was asked for
 */
export async function checkStartFlags(args, file = join(root, 'examples/src/playground/mode.ts')) {
  const [, usage = ''] = USAGE.exec(await readFile(file, 'utf8')) ?? [];
  const names = [...usage.matchAll(FLAG)].map(({ groups }) => [groups?.name ?? '', { type: groups?.value ? 'string' : 'boolean' }]);
  try {
    parseArgs({ args: [...args], options: Object.fromEntries(names), strict: true });
    return args.includes('--help') ? usage : null;
  } catch (error) {
    throw new Failure(`npm start: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
