import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../workspace/childProcess.mjs';
import { pnpm } from '../workspace/install.mjs';
import { publicPackages, root, tool } from '../workspace/paths.mjs';
import { cjsProbe, esmProbe, jestProbe } from './probes.mjs';

/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Packs every public package and looks at the tarballs as a stranger would: by the book (publint, attw), and by installing all of
 * them together in an empty project and using each from ESM, from CommonJS and from jest.
 *
 * @returns {Promise<Outcome>}
 */
export async function checkPackaging() {
  const folder = await mkdtemp(join(tmpdir(), 'aplomb-packaging-'));
  try {
    return await inFolder(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function inFolder(folder) {
  const tarballs = join(folder, 'tarballs');
  await mkdir(tarballs);
  const packed = await pack(tarballs);
  if (packed.code !== 0) return packed;
  const files = (await readdir(tarballs)).map((name) => join(tarballs, name));
  return joined([await byTheBook(files), await byUse(join(folder, 'project'), files)]);
}

/**
 * pnpm, because npm would leave `workspace:*` in the manifests.
 *
 * @param {string} tarballs
 */
async function pack(tarballs) {
  const filters = publicPackages.flatMap((name) => ['--filter', `./packages/${name}`]);
  return capture('npx', ['-y', pnpm, ...filters, '-r', 'pack', '--pack-destination', tarballs], { shell: process.platform === 'win32' });
}

/** @param {readonly string[]} files */
async function byTheBook(files) {
  const outcomes = [];
  for (const file of files) {
    outcomes.push(await capture(process.execPath, [tool('publint'), '--strict', file]));
    outcomes.push(
      await capture(process.execPath, [tool('@arethetypeswrong/cli', 'attw'), file, '--profile', 'node16', '--no-emoji', '--no-color']),
    );
  }
  return joined(outcomes);
}

/**
 * @param {string} project
 * @param {readonly string[]} files
 */
async function byUse(project, files) {
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{ "name": "stranger", "private": true }\n');
  const installed = await capture('npm', ['install', '--prefer-offline', '--no-package-lock', ...files], {
    cwd: project,
    shell: process.platform === 'win32',
  });
  if (installed.code !== 0) return installed;
  const entries = await publicEntries();
  await writeFile(join(project, 'probe.mjs'), esmProbe(entries));
  await writeFile(join(project, 'probe.cjs'), cjsProbe(entries));
  await writeFile(join(project, 'probe.test.js'), jestProbe(entries));
  return joined([
    await capture(process.execPath, ['probe.mjs'], { cwd: project }),
    await capture(process.execPath, ['probe.cjs'], { cwd: project }),
    await capture(process.execPath, [tool('jest'), '--rootDir', project, '--ci', '--watchman=false'], { cwd: project }),
  ]);
}

/** Every name that a stranger may import: `aplomb`, `@aplomb/gateway`, `@aplomb/gateway/contract` … */
async function publicEntries() {
  const manifests = await Promise.all(publicPackages.map((name) => readFile(join(root, 'packages', name, 'package.json'), 'utf8')));
  return manifests.flatMap((text) => {
    const { name, exports } = JSON.parse(text);
    const subpaths = Object.keys(exports).filter((path) => path !== './package.json');
    return subpaths.map((path) => name + path.slice(1));
  });
}

/** @param {readonly Outcome[]} outcomes */
function joined(outcomes) {
  const failed = outcomes.filter((outcome) => outcome.code !== 0);
  return { code: failed.length === 0 ? 0 : 1, output: failed.map((outcome) => outcome.output).join('\n') };
}
