import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareIds } from '../../src/paging/compareIds.js';

describe('the order of ids', () => {
  it('is that of their numbers, also beyond what a double holds', () => {
    const id = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(id, id, (left, right) => {
        expect(Math.sign(compareIds(String(left), String(right)))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
    expect(compareIds('9007199254740993', '9007199254740992')).toBeGreaterThan(0);
  });
});
