import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sabotages } from '../../src/faults/sabotages.js';

const ROOT = join(__dirname, '..', '..', '..', '..');
const catalogue = JSON.parse(readFileSync(join(ROOT, 'packages/bench/test-data/faults.json'), 'utf8')) as { faults: { id: string }[] };

describe('the changes that tests must notice', () => {
  // Titles without ids: what stands here shows no fault.
  it.each(sabotages.map((sabotage) => [`${sabotage.file}: ${sabotage.name}`, sabotage] as const))('%s', (_title, { file, find }) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split(find)).toHaveLength(2);
  });

  it('are for faults of the catalogue, forty at least', () => {
    const known = new Set(catalogue.faults.map(({ id }) => id));
    expect(sabotages.filter(({ id }) => !known.has(id))).toEqual([]);
    expect(new Set(sabotages.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
  });
});
