import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Puts what `import` loads of a package into one file for each of its entries, and chunks that they share.
 *
 * Node's loader of ES modules takes 0.3 ms of CPU for a file, and a whole client has some 700 of them: it would take as long to import as the slowest
 * of its peers. Types stay beside the single files. The CommonJS copy stays as it is: that loader is faster, and jest maps its files.
 *
 * @param {string} name
 */
export async function bundlePackage(name) {
  // Only here: the scripts are loaded before anything is installed.
  const { rollup } = await import('rollup');
  const folder = join(root, 'packages', name);
  const dir = join(folder, 'dist', 'bundle');
  const bundle = await rollup({
    input: await entriesOf(folder),
    // Everything that is not a file of this package is loaded as ever, and so is its CommonJS.
    external: (id) => id.endsWith('.cjs') || (!id.startsWith('.') && !id.startsWith(folder)),
    plugins: [sourceMaps],
    treeshake: false,
  });
  await rm(dir, { recursive: true, force: true });
  await bundle.write({ dir, format: 'es', sourcemap: true, chunkFileNames: '[name]-shared.js' });
  await bundle.close();
  await copyCommonJs(folder);
}

/**
 * What a package has of CommonJS in its root is found from all copies as `../<name>.cjs`.
 *
 * @param {string} folder
 */
async function copyCommonJs(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cjs'));
  await Promise.all(names.map((name) => copyFile(join(folder, name), join(folder, 'dist', name))));
}

/**
 * The entries by the names that package.json's exports gives their bundles, as `{ 'contract/index': '…/dist/esm/contract/index.js' }`.
 *
 * @param {string} folder
 */
async function entriesOf(folder) {
  const { exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const bundles = Object.values(exports).flatMap((target) => target.import?.default ?? []);
  const names = bundles.map((/** @type {string} */ file) => file.replace('./dist/bundle/', '').replace(/\.js$/, ''));
  return Object.fromEntries(names.map((/** @type {string} */ entry) => [entry, join(folder, 'dist', 'esm', `${entry}.js`)]));
}

/** Brings TypeScript's maps in, so that a stack trace with `--enable-source-maps` leads to the sources. */
const sourceMaps = {
  name: 'source-maps',
  /** @param {string} id */
  async load(id) {
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    return { code: code.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: JSON.parse(map) };
  },
};
