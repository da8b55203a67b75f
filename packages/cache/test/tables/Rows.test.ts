import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rows } from '../../src/tables/Rows.js';

const anyId = fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }).map(String);
const someId = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((n) => String(100_000_000_000_000_000n + BigInt(n))),
  anyId,
);
const unmoved = (): Rows => new Rows(() => undefined);

describe('the rows of a table', () => {
  it('have ids in the order in which they came, whatever comes and goes', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), someId), { maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(steps, (each) => {
        const rows = unmoved();
        const model = new Set<string>();
        for (const [isGone, id] of each) {
          if (!isGone) rows.occupy(id);
          else if (model.has(id)) rows.vacate(rows.find(id));
          if (isGone) model.delete(id);
          else model.add(id);
        }
        expect([...rows.keys()]).toEqual([...model]);
        expect(rows.size).toBe(model.size);
        for (const [id, row] of rows.entries()) expect(rows.find(id)).toBe(row);
      }),
    );
  });

  it('K-13 ids: are told apart around 2^53 and 2^63', () => {
    const rows = unmoved();
    const ids = [53n, 63n].flatMap((power) => [-1n, 0n, 1n].map((step) => String(2n ** power + step)));
    expect(ids.map((id) => rows.occupy(id))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ids.map((id) => rows.find(id))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...rows.keys()]).toEqual(ids);
  });

  it('find nothing under what is no id', () => {
    const rows = unmoved();
    rows.occupy('1');
    rows.occupy('10');
    const wrong: unknown[] = ['', '0', '01', '1.0', '1e1', ' 1', '-1', '123456789012345678901', 'constructor', undefined, null, 1, {}];
    expect(wrong.map((each) => rows.find(each as string)).every((row) => row === -1)).toBe(true);
  });

  it('keep a number of each', () => {
    const rows = unmoved();
    for (let n = 1; n <= 1_000; n += 1) rows.setExtra(rows.occupy(String(n)), n / 2);
    expect([1, 500, 1_000].map((n) => rows.extra(rows.find(String(n))))).toEqual([0.5, 250, 500]);
  });

  it('K-11 memory: move up when most are empty, and tell which ones remain', () => {
    const moves: (readonly number[])[] = [];
    const rows = new Rows((remaining) => void moves.push(remaining));
    for (let n = 1; n <= 100; n += 1) rows.setExtra(rows.occupy(String(n)), n);
    for (let n = 1; n <= 100; n += 1) if (n % 10 !== 0) rows.vacate(rows.find(String(n)));
    expect(rows.occupy('101')).toBe(10);
    expect(moves).toEqual([[9, 19, 29, 39, 49, 59, 69, 79, 89, 99]]);
    expect([rows.find('100'), rows.extra(9), rows.size]).toEqual([9, 100, 11]);
  });
});
