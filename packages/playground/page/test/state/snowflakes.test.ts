import { describe, expect, it } from '@jest/globals';
import { compareIds, indexOfId } from '../../src/state/snowflakes.js';

const list = ['9', '10', '11', '100000000000000000', '99999999999999999999'].map((id) => ({ id }));

describe('ids', () => {
  it('are compared as the numbers that they are', () => {
    expect([...list].reverse().sort((left, right) => compareIds(left.id, right.id))).toEqual(list);
  });

  it('are found where they stand', () => {
    expect(list.map(({ id }) => indexOfId(list, id))).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ['1', 0],
    ['12', 3],
    ['999999999999999999999', 5],
  ])('%s is told where it belongs', (id, place) => {
    expect(~indexOfId(list, id)).toBe(place);
  });
});
