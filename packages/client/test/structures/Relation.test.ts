import { describe, expect, it } from '@jest/globals';
import { Relation } from '../../src/structures/Relation.js';

const numbers = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
]);
const relation = new Relation<number>({ get: (key) => numbers.get(key), all: () => numbers.values() });

describe('what belongs to something', () => {
  it('is found by its key, or searched', () => {
    expect([relation.get('two'), relation.get('four'), relation.has('one'), relation.has('four')]).toEqual([2, undefined, true, false]);
    expect([relation.find((n) => n > 1), relation.find((n) => n > 9)]).toEqual([2, undefined]);
    expect(relation.filter((n) => n !== 2)).toEqual([1, 3]);
  });

  it('is gone through in its order', () => {
    expect([[...relation], relation.toArray(), relation.map((n) => n * 2)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [2, 4, 6],
    ]);
  });

  it('is counted by itself where nobody counts it', () => {
    expect(relation.size).toBe(3);
    expect(new Relation<number>({ get: () => undefined, all: () => [], count: () => 7 }).size).toBe(7);
  });
});
