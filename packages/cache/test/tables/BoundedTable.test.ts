import { describe, expect, it } from '@jest/globals';
import type { ResolvedEntityPolicy } from '../../src/CachePolicy.js';
import { BoundedTable } from '../../src/tables/BoundedTable.js';
import { MapTable } from '../../src/tables/MapTable.js';

const policy = (maxAgeMs = Infinity): ResolvedEntityPolicy<number> => ({ isKept: true, keep: null, limit: 2, maxAgeMs });

function table(maxAgeMs?: number): BoundedTable<number> {
  const made = new BoundedTable(new MapTable<number>());
  for (const n of [1, 2, 3]) made.put(String(n), n, policy(maxAgeMs), n);
  return made;
}

describe('a bounded table', () => {
  it('names those that are too many, oldest first, but for one', () => {
    expect(table().surplus(2)).toEqual(['1']);
    expect(table().surplus(1, '1')).toEqual(['2', '3']);
    expect(table().surplus(3)).toEqual([]);
    expect(table().surplus(0, '2')).toEqual(['1', '3']);
  });

  it('names those that were not written for too long', () => {
    const made = table(10);
    made.put('1', 1, policy(10), 5);
    expect(made.expired(10, 13)).toEqual(['2', '3']);
    expect(made.expired(10, 13, '2')).toEqual(['3']);
    made.take('2');
    expect(made.expired(10, 100)).toEqual(['3', '1']);
  });

  it('counts an age from when there is one to bound', () => {
    const made = table();
    expect(made.expired(10, 100)).toEqual([]);
    expect(made.expired(10, 110)).toEqual(['1', '2', '3']);
    expect(made.expired(Infinity, 110)).toEqual([]);
  });

  it('holds what it was given', () => {
    const made = table();
    expect([made.size, made.get('2'), [...made.keys()], [...made.values()], made.take('9')]).toEqual([
      3,
      2,
      ['1', '2', '3'],
      [1, 2, 3],
      undefined,
    ]);
  });
});
