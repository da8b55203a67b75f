import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inNode } from './inNode.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aplomb-stamp-'));
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'src', 'a.ts'), 'a');
  writeFileSync(join(folder, 'dist', 'a.js'), 'a');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const digest = (facts: readonly string[] = []): unknown =>
  inNode(`
    import { digestOf, filesBelow } from './workspace/stamp.mjs';
    const folder = ${JSON.stringify(folder)};
    console.log(JSON.stringify(await digestOf(folder, await filesBelow(folder), ${JSON.stringify(facts)})));
  `);

describe('a digest of sources', () => {
  it('is the same after a touch and after a build', () => {
    const before = digest();
    utimesSync(join(folder, 'src', 'a.ts'), 1, 1);
    writeFileSync(join(folder, 'dist', 'b.js'), 'b');
    expect(digest()).toBe(before);
  });

  it('changes with a content, a new file and a fact', () => {
    const before = digest();
    const withFact = digest(['v24.0.0']);
    writeFileSync(join(folder, 'src', 'a.ts'), 'b');
    const withContent = digest();
    writeFileSync(join(folder, 'src', 'b.ts'), '');
    expect(new Set([before, withFact, withContent, digest()]).size).toBe(4);
  });
});

describe('a stamp', () => {
  it('is found with its digest only, and is missing at first', () => {
    const found = inNode(`
      import { isStamped, writeStamp } from './workspace/stamp.mjs';
      const file = ${JSON.stringify(join(folder, 'deep', 'stamp'))};
      const first = await isStamped(file, 'one');
      await writeStamp(file, 'one');
      console.log(JSON.stringify([first, await isStamped(file, 'one'), await isStamped(file, 'two')]));
    `);
    expect(found).toEqual([false, true, false]);
  });
});
