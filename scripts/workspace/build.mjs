import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from './childProcess.mjs';
import { Failure } from './Failure.mjs';
import { memberFolders } from './members.mjs';
import { publicPackages, root, tool } from './paths.mjs';
import { digestOf, filesBelow, isStamped, writeStamp } from './stamp.mjs';
import { step } from './step.mjs';

const stamp = join(root, '.cache', 'built');

/** Builds what runs (both copies of each package, and the examples), unless the sources are those of the last time. */
export async function ensureBuilt() {
  const digest = await buildDigest();
  if ((await isStamped(stamp, digest)) && (await isComplete())) return;
  await step('Building', build);
  await writeStamp(stamp, digest);
}

/** Compiles the ESM copies with full type checks, then the CommonJS copies from the same, already checked sources. */
export async function build() {
  const members = await memberFolders();
  await compile(members.map((folder) => join(folder, 'tsconfig.src.json')));
  await compile(publicPackages.map((name) => join(root, 'packages', name, 'tsconfig.cjs.json')));
  await Promise.all(publicPackages.map(markAsCommonJs));
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
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}\n');
}

async function buildDigest() {
  const folders = await memberFolders();
  const sources = await Promise.all(folders.map((folder) => filesBelow(join(folder, 'src'))));
  const configs = folders.flatMap((folder) => ['package.json', 'tsconfig.src.json', 'tsconfig.cjs.json'].map((name) => join(folder, name)));
  const shared = ['tsconfig.base.json', 'pnpm-lock.yaml'].map((name) => join(root, name));
  return digestOf(root, [...sources.flat(), ...configs, ...shared]);
}

/** Whether the outputs are still there: someone may have deleted a `dist`. */
async function isComplete() {
  const outputs = publicPackages.flatMap((name) => ['esm', 'cjs'].map((copy) => join(root, 'packages', name, 'dist', copy, 'index.js')));
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
