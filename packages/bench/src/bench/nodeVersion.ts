import { execFileSync } from 'node:child_process';

/** What the Node of this path calls itself: `v20.20.2`. */
export function nodeVersion(nodePath: string): string {
  return execFileSync(nodePath, ['--version']).toString().trim();
}
