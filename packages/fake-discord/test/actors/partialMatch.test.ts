import { describe, expect, it } from '@jest/globals';
import { partialMatch } from '../../src/actors/partialMatch.js';

describe('a partial match', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: 2 }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: { b: [{ c: 1, d: 2 }] } }, { a: { b: [{ c: 1 }] } }, true],
    [[1, 2], [1], false],
    [{ a: 'x' }, { a: ['x'] }, false],
    ['Hello', /hello/i, true],
    ['Hello', /^bye/, false],
    [5, /5/, false],
    [null, {}, false],
    [null, null, true],
    [{}, { a: undefined }, true],
    [Number.NaN, Number.NaN, true],
    ['abc', expect.stringContaining('b'), true],
    [{ a: 1 }, { a: expect.any(String) }, false],
  ])('of %j with %p is %p', (actual, expected, answer) => {
    expect(partialMatch(actual, expected)).toBe(answer);
  });

  it('does not remember where a pattern matched last', () => {
    const pattern = /a/g;
    expect([partialMatch('a', pattern), partialMatch('a', pattern)]).toEqual([true, true]);
  });
});
