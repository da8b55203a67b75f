import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. Every script works from here, wherever it was called. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const fromRoot = createRequire(join(root, 'package.json'));

/** The packages that are published, in the order of their dependencies. */
export const publicPackages = ['base', 'gateway', 'rest', 'cache', 'fake-discord', 'playground', 'client'];

/**
 * The program of an installed development tool, as a file for `node`: a second faster than npx, and the same on every platform.
 *
 * @param {string} name The npm package.
 * @param {string} [bin] The program, when the package has several.
 */
export function tool(name, bin = name) {
  const manifestPath = join(root, 'node_modules', name, 'package.json');
  const { bin: programs } = fromRoot(manifestPath);
  return join(dirname(manifestPath), typeof programs === 'string' ? programs : programs[bin]);
}
