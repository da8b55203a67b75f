import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkedId, snowflake } from '../../src/text/snowflake.js';

const ids = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const moments = fc.integer({ min: 1_420_070_400_000, max: 2 ** 42 - 1 + 1_420_070_400_000 });

describe('snowflake', () => {
  it('tells when an id was made, by the example of Discord’s page', () => {
    expect(snowflake.timestampOf('175928847299117063')).toBe(1_462_015_105_796);
    expect(snowflake.partsOf('175928847299117063')).toEqual({ timestampMs: 1_462_015_105_796, workerId: 1, processId: 0, increment: 7 });
  });

  it('makes the smallest id of a moment: the moment comes back, and one id before belongs to the millisecond before', () => {
    fc.assert(
      fc.property(moments, (atMs) => {
        const id = snowflake.at(atMs);
        expect(snowflake.timestampOf(id)).toBe(atMs);
        if (id !== '0') expect(snowflake.timestampOf(String(BigInt(id) - 1n))).toBe(atMs - 1);
      }),
    );
  });

  it('puts an id together again from its parts', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const { increment, processId, timestampMs, workerId } = snowflake.partsOf(id);
        const low = (BigInt(workerId) << 17n) | (BigInt(processId) << 12n) | BigInt(increment);
        expect(String(BigInt(snowflake.at(timestampMs)) | low)).toBe(id);
      }),
    );
  });

  it('orders ids as their numbers are ordered', () => {
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        expect(Math.sign(snowflake.compare(first, second))).toBe(BigInt(first) < BigInt(second) ? -1 : Number(first !== second));
      }),
    );
  });

  it('takes a Date, and drops parts of a millisecond', () => {
    expect(snowflake.at(new Date('2016-04-30T11:18:25.796Z'))).toBe(snowflake.at(1_462_015_105_796.9));
  });

  it.each([NaN, new Date(NaN), 0, -1, 1_420_070_399_999, 2 ** 53])('has no id for %p', (when) => {
    expect(() => snowflake.at(when)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('takes every id of 64 bits for one', () => {
    fc.assert(fc.property(ids, (id) => snowflake.isValid(id)));
  });

  it.each(['', '01', '-1', '1.0', '1e3', ' 1', '1\n', '18446744073709551616', '99999999999999999999', '١', 'me', 1102, 1102n, null])(
    'takes %p for no id',
    (id) => {
      expect(snowflake.isValid(id)).toBe(false);
      expect(() => snowflake.timestampOf(id as string)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
    },
  );
});

describe('checkedId', () => {
  it('says whose id is wrong, and how it is', () => {
    expect(() => checkedId('#general', 'a channel')).toThrow('The id of a channel is "#general". Give digits only');
  });

  it('tells those who gave a number why that cannot be', () => {
    expect(() => checkedId(80351110224678912 as unknown as string, 'a user')).toThrow(/which is a number\. Write it in quotes/);
  });
});
