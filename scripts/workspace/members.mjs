import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The folders of the workspace's members, absolute: every package, and the examples. */
export async function memberFolders() {
  const entries = await readdir(join(root, 'packages'), { withFileTypes: true });
  const packages = entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, 'packages', entry.name));
  return [...packages, join(root, 'examples')];
}
