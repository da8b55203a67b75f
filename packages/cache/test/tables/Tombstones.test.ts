import { describe, expect, it } from '@jest/globals';
import { Tombstones } from '../../src/tables/Tombstones.js';

describe('tombstones', () => {
  it('stand for a minute, or until what they stand for comes back', () => {
    const stones = new Tombstones();
    stones.bury('a', 0);
    stones.bury('b', 0);
    stones.raise('b');
    expect([stones.isBuried('a', 59_999), stones.isBuried('a', 60_000), stones.isBuried('b', 1)]).toEqual([true, false, false]);
  });

  it('K-11 memory: are forgotten when they are old, and when they are too many', () => {
    const stones = new Tombstones({ lifeMs: 100, capacity: 10 });
    for (let n = 0; n < 50; n += 1) stones.bury(String(n), n);
    expect([stones.size, stones.isBuried('49', 50), stones.isBuried('0', 50)]).toEqual([10, true, false]);
    stones.sweep(1_000);
    expect(stones.size).toBe(0);
    stones.bury('x', 0);
    stones.clear();
    expect(stones.size).toBe(0);
  });
});
