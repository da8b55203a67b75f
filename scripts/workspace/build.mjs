import { access, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundlePackage } from './bundle.mjs';
import { capture } from './childProcess.mjs';
import { Failure } from './Failure.mjs';
import { memberFolders } from './members.mjs';
import { publicPackages, root, tool } from './paths.mjs';
import { digestOf, filesBelow, isStamped, writeStamp } from './stamp.mjs';
import { step } from './step.mjs';

const stamp = join(root, '.cache', 'built');
const examplesStamp = join(root, '.cache', 'built-examples');

/** Builds what runs (both copies of each package, and the examples), unless the sources are those of the last time. */
export async function ensureBuilt() {
  const digest = await buildDigest(await memberFolders());
  if ((await isStamped(stamp, digest)) && (await isComplete(['bundle', 'cjs']))) return;
  await step('Building', build);
  await writeStamp(stamp, digest);
}

/** Builds only what `npm start` runs: the examples, and the ESM copies of the packages below them. */
export async function ensureExamplesBuilt() {
  const folders = (await memberFolders()).filter((folder) => basename(folder) !== 'bench');
  const digest = await buildDigest(folders);
  if ((await isStamped(examplesStamp, digest)) && (await isComplete(['bundle']))) return;
  await step('Building', async () => {
    await compile([join(root, 'examples', 'tsconfig.src.json')]);
    await Promise.all(publicPackages.map(bundlePackage));
  });
  await writeStamp(examplesStamp, digest);
}

/** Compiles the ESM copies with full type checks, then the CommonJS copies from the same, already checked sources; and bundles the ESM copies. */
export async function build() {
  const members = await memberFolders();
  await compile(members.map((folder) => join(folder, 'tsconfig.src.json')));
  await compile(publicPackages.map((name) => join(root, 'packages', name, 'tsconfig.cjs.json')));
  await Promise.all(publicPackages.flatMap((name) => [markAsCommonJs(name), bundlePackage(name)]));
}

/** @param {readonly string[]} projects */
async function compile(projects) {
  const { code, output } = await capture(process.execPath, [tool('typescript', 'tsc'), '-b', ...projects]);
  if (code === 0) return;
  console.error(output.trimEnd());
  throw new Failure('The build failed with the errors above.');
}

/**
 * Without it Node would read the CommonJS copy as ESM, as the package's own `type` says.
 *
 * @param {string} name
 */
async function markAsCommonJs(name) {
  const folder = join(root, 'packages', name, 'dist', 'cjs');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
}

/** @param {readonly string[]} folders */
async function buildDigest(folders) {
  const sources = await Promise.all(folders.map((folder) => filesBelow(join(folder, 'src'))));
  const configs = folders.flatMap((folder) =>
    ['package.json', 'page-folder.cjs', 'tsconfig.src.json', 'tsconfig.cjs.json'].map((name) => join(folder, name)),
  );
  const shared = ['tsconfig.base.json', 'pnpm-lock.yaml'].map((name) => join(root, name));
  return digestOf(root, [...sources.flat(), ...configs, ...shared]);
}

/**
 * Whether the outputs are still there: someone may have deleted a `dist`.
 *
 * @param {readonly string[]} copies
 */
async function isComplete(copies) {
  const outputs = publicPackages.flatMap((name) => copies.map((copy) => join(root, 'packages', name, 'dist', copy, 'index.js')));
  const present = await Promise.all(
    outputs.map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return present.every(Boolean);
}
