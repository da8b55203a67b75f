import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from './childProcess.mjs';
import { Failure } from './Failure.mjs';
import { memberFolders } from './members.mjs';
import { root } from './paths.mjs';
import { digestOf, isStamped, writeStamp } from './stamp.mjs';
import { step } from './step.mjs';

/** The one version that works from Node 20.19 on; 11 needs Node 22. */
export const pnpm = 'pnpm@10.34.9';

/** In `node_modules`, so that whoever deletes that folder deletes the stamp with it. */
const stamp = join(root, 'node_modules', '.aplomb-installed');

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ERR_PNPM_META_FETCH_FAIL/;

/** Installs the dependencies, unless the lock file, the manifests and Node are those of the last time. */
export async function ensureInstalled() {
  const digest = await installDigest();
  if ((await isStamped(stamp, digest)) && (await isLinked())) return;
  await step(`Installing dependencies with ${pnpm}`, install);
  // The digest is taken again: an install may bring the lock file up to date with a changed manifest.
  await writeStamp(stamp, await installDigest());
}

async function installDigest() {
  const manifests = (await memberFolders()).map((folder) => join(folder, 'package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name));
  return digestOf(root, [...files, ...manifests], [process.version, process.platform, process.arch, pnpm]);
}

/** Whether every member still has what pnpm put beside it: someone may have deleted a `node_modules`. */
async function isLinked() {
  const linked = await Promise.all((await memberFolders()).map(isMemberLinked));
  return linked.every(Boolean);
}

/** @param {string} folder */
async function isMemberLinked(folder) {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (dependencies === undefined && devDependencies === undefined) return true;
  return access(join(folder, 'node_modules')).then(
    () => true,
    () => false,
  );
}

async function install() {
  const { code, output } = await capture('npx', ['-y', pnpm, 'install', '--prefer-offline', '--reporter=append-only'], {
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_fetch_retry_mintimeout: '1000', npm_config_fetch_retry_maxtimeout: '5000' },
  });
  if (code === 0) return;
  const why = unreachable.exec(output)?.[0];
  if (why !== undefined) {
    throw new Failure(
      `The npm registry cannot be reached (${why}), and the dependencies are not installed yet. Check the network or npm's proxy settings, then try again.`,
    );
  }
  console.error(lastLines(output, 40));
  throw new Failure(`The dependencies could not be installed: pnpm ended with ${code}. Its last words are above.`);
}

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
