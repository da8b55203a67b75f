import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { scripts } from './inNode.js';

/** Runs the guard in a Node that believes to be of another version. */
function guardOn(version: string): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const code = `${pretend} require(${JSON.stringify(join(scripts, 'requireNode.cjs'))});`;
  return spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
}

describe('the guard before every script', () => {
  it.each(['20.19.0', '22.0.0', '100.1.0'])('lets Node %s pass in silence', (version) => {
    expect(guardOn(version)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['4.9.1', '18.20.8', '20.9.0', '20.18.3'])('tells Node %s in one sentence what is needed', (version) => {
    const { status, stderr } = guardOn(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`needs Node 20.19 or newer, and this is Node ${version}.`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
