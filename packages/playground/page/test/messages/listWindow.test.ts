import { describe, expect, it } from '@jest/globals';
import { RowHeights, windowAround, windowAt, windowAtEnd } from '../../src/messages/listWindow.js';

const rows = Array.from({ length: 12_000 }, (_, index) => ({ id: String(index) }));
const heights = new RowHeights();
for (const { id } of rows.slice(0, 100)) heights.set(id, 20);

describe('the rows that are drawn of 12,000', () => {
  it.each([
    ['at the end', windowAtEnd(rows, heights)],
    ['at some height', windowAt(rows, heights, { height: 800, top: 100_000 })],
    ['around a row', windowAround(rows, heights, { index: 6_000, top: -5 }, 800)],
    ['at the beginning', windowAt(rows, heights, { height: 800, top: 0 })],
  ])('are few %s, and the rest is as high as it would be', (_, { aboveHeight, belowHeight, end, start }) => {
    expect(end - start).toBeLessThan(70);
    expect(aboveHeight + belowHeight + (end - start) * 20).toBe(12_000 * 20);
  });

  it('are those around the row that is seen', () => {
    const { end, start } = windowAround(rows, heights, { index: 6_000, top: 0 }, 800);
    expect(start).toBeLessThan(6_000);
    expect(end).toBeGreaterThan(6_000 + 800 / 20);
  });

  it('are the last ones at the end', () => {
    expect(windowAtEnd(rows, heights).end).toBe(12_000);
    expect(windowAtEnd(rows.slice(0, 3), heights)).toEqual({ aboveHeight: 0, belowHeight: 0, end: 3, start: 0 });
  });

  it('are none of an empty list', () => {
    expect(windowAt([], heights, { height: 800, top: 0 })).toEqual({ aboveHeight: 0, belowHeight: 0, end: 0, start: 0 });
  });
});

describe('the height of a row', () => {
  it('is the mean of those that were drawn, until it was drawn itself', () => {
    const some = new RowHeights();
    expect(some.of('1')).toBeGreaterThan(0);
    some.set('1', 20);
    some.set('2', 40);
    some.set('2', 60);
    expect([some.of('1'), some.of('2'), some.of('3')]).toEqual([20, 60, 40]);
  });
});
