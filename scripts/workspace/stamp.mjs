import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * A digest of files and of facts: what a piece of work was made from. Contents count, times do not, so that a fresh clone,
 * a `touch` or a checkout there and back costs nothing.
 *
 * @param {string} top Names of files are taken relative to it.
 * @param {readonly string[]} files Absolute paths; a missing file is part of the digest too.
 * @param {readonly string[]} [facts] Versions and the like.
 */
export async function digestOf(top, files, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  const sorted = [...files].sort();
  const contents = await Promise.all(sorted.map((file) => readFile(file).catch(() => null)));
  sorted.forEach((file, index) => {
    const content = contents[index] ?? null;
    hash.update(`${relative(top, file)}\0${content === null ? 'missing' : content.length}\0`);
    if (content !== null) hash.update(content);
  });
  return hash.digest('hex');
}

/**
 * All files below a folder, without those that `skip` names.
 *
 * @param {string} folder
 * @param {readonly string[]} [skip] Names of folders that are left out at any depth.
 * @returns {Promise<string[]>}
 */
export async function filesBelow(folder, skip = ['node_modules', 'dist']) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries
      .filter((entry) => !skip.includes(entry.name))
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path, skip) : [path];
      }),
  );
  return nested.flat();
}

/**
 * Whether the stamp in this file bears this digest.
 *
 * @param {string} file
 * @param {string} digest
 */
export async function isStamped(file, digest) {
  return (await readFile(file, 'utf8').catch(() => '')) === digest;
}

/**
 * Writes a stamp, whole or not at all.
 *
 * @param {string} file
 * @param {string} digest
 */
export async function writeStamp(file, digest) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, digest);
  await rename(`${file}.${process.pid}`, file);
}
