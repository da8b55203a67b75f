import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from './childProcess.mjs';
import { Failure } from './Failure.mjs';
import { root } from './paths.mjs';
import { digestOf, filesBelow, isStamped, writeStamp } from './stamp.mjs';
import { step } from './step.mjs';

const folder = join(root, 'packages', 'playground');
const source = join(folder, 'page');
const stamp = join(root, '.cache', 'built-page');

/** Builds the page of the playground with vite, unless it is there and was made of the same files. */
export async function ensurePageBuilt() {
  const files = [
    ...(await filesBelow(source)),
    join(folder, 'src', 'protocol.ts'),
    join(folder, 'package.json'),
    join(root, 'pnpm-lock.yaml'),
  ];
  const digest = await digestOf(root, files);
  if ((await isStamped(stamp, digest)) && (await isThere())) return;
  await step('Building the page of the playground', buildPage);
  await writeStamp(stamp, digest);
}

async function buildPage() {
  // pnpm links vite beside the package that needs it, and nowhere else.
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await capture(process.execPath, [vite, 'build', source, '--logLevel', 'warn']);
  if (code === 0) return;
  console.error(output.trimEnd());
  throw new Failure('The page of the playground could not be built, with the errors above.');
}

function isThere() {
  return access(join(folder, 'dist', 'page', 'index.html')).then(
    () => true,
    () => false,
  );
}
