import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareIds,
  idOf,
  idsOf,
  integerOf,
  isPayload,
  merged,
  nullableId,
  nullableText,
  payloadsOf,
  put,
  textOf,
} from '../../src/records/payload.js';

describe('the fields of a payload', () => {
  it('K-13 ids: are digits in a string; a number, a sign or a leading zero makes none', () => {
    expect(['1', '18446744073709551615', String(2n ** 53n + 1n)].map(idOf)).toEqual(['1', '18446744073709551615', '9007199254740993']);
    expect(
      [1, 2 ** 53, '01', '-1', '1.0', '', ' 1', '123456789012345678901', null, undefined, {}].map(idOf).every((id) => id === undefined),
    ).toBe(true);
  });

  it('K-13 ids: are compared as the numbers that they are, around 2^53 and 2^63 too', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (left, right) => {
        expect(Math.sign(compareIds(String(left), String(right)))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
      {
        examples: [
          [2n ** 53n, 2n ** 53n + 1n],
          [2n ** 63n, 2n ** 63n - 1n],
          [9n, 10n],
        ],
      },
    );
  });

  it('are absent when they have another type', () => {
    expect([textOf(5), nullableText(5), nullableId('x'), integerOf('5'), integerOf(1.5)]).toEqual(Array(5).fill(undefined));
    expect([textOf(''), nullableText(null), nullableId(null), integerOf(0)]).toEqual(['', null, null, 0]);
    expect([idsOf({}), payloadsOf(null), payloadsOf([1, [], null])]).toEqual([[], [], []]);
    expect([{}, [], null, 'x'].map(isPayload)).toEqual([true, false, false, false]);
  });

  it('K-07 missing fields: absent keeps, null clears', () => {
    expect(merged({ topic: 'old', name: 'kept' }, { topic: null })).toEqual({ topic: null, name: 'kept' });
    const target = {};
    put(target, 'a', undefined);
    put(target, 'b', null);
    expect(target).toStrictEqual({ b: null });
  });
});
