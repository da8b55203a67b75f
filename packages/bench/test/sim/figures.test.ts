import { describe, expect, it } from '@jest/globals';
import { histogram, mostWithin, spreadOf } from '../../src/sim/figures.js';

describe('figures', () => {
  it('tell the middle, the 99th hundredth and the most', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(values)).toEqual({ count: 100, p50: 50, p99: 99, max: 100 });
    expect(spreadOf([])).toEqual({ count: 0, p50: 0, p99: 0, max: 0 });
  });

  it('count the most instants in a rolling window', () => {
    expect(mostWithin([0, 400, 900, 1_000, 1_300, 5_000], 1_000)).toBe(4);
  });

  it('count instants by bins', () => {
    expect(histogram([10, 20, 1_011, 3_010], 1_000)).toEqual([2, 1, 0, 1]);
  });
});
