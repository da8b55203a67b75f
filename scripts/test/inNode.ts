import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the workspace's scripts. */
export const scripts = join(__dirname, '..');

/** Runs ES module code in a Node of its own (jest's CommonJS mode cannot load the scripts) and returns what it prints, parsed. */
export function inNode(code: string): unknown {
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: scripts, encoding: 'utf8' }));
}
