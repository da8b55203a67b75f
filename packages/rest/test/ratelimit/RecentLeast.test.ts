import { describe, expect, it } from '@jest/globals';
import { RecentLeast } from '../../src/ratelimit/RecentLeast.js';

function seen(count: number, everyMs: number, value = 40): RecentLeast {
  const least = new RecentLeast();
  for (let at = 0; at < count; at += 1) least.add(value, at * everyMs);
  return least;
}

describe('the least of lately', () => {
  it('is believed after 100 values and 3 seconds', () => {
    expect([seen(99, 100).at(10_000), seen(100, 30).at(2_999), seen(100, 31).at(3_070)]).toEqual([null, null, 40]);
  });

  it('R-09 is not learnt from one burst, however large', () => {
    expect(seen(5_000, 0).at(0)).toBe(null);
  });

  it('is the least of the last minute or two', () => {
    const least = seen(100, 50);
    least.add(25, 6_000);
    const slowUntil = (untilMs: number): number | null => {
      for (let atMs = untilMs - 60_000; atMs <= untilMs; atMs += 1_000) least.add(90, atMs);
      return least.at(untilMs);
    };
    expect([slowUntil(70_000), slowUntil(190_000)]).toEqual([25, 90]);
  });

  it('is unknown again after minutes without a value', () => {
    expect(seen(200, 50).at(300_000)).toBe(null);
  });

  it('tells whether there was anything', () => {
    expect([seen(0, 1).isEmpty(0), seen(1, 1).isEmpty(60_000), seen(1, 1).isEmpty(300_000)]).toEqual([true, false, true]);
  });
});
