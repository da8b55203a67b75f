import { describe, expect, it } from '@jest/globals';
import { LeastRoundTrip } from '../../src/ratelimit/LeastRoundTrip.js';

function seen(count: number, everyMs: number, roundTripMs = 40): LeastRoundTrip {
  const least = new LeastRoundTrip();
  for (let at = 0; at < count; at += 1) least.add(roundTripMs, at * everyMs);
  return least;
}

describe('the least round trip', () => {
  it('is believed after 100 answers and 3 seconds', () => {
    expect([seen(99, 100).at(10_000), seen(100, 30).at(2_999), seen(100, 31).at(3_070)]).toEqual([0, 0, 40]);
  });

  it('R-09 is not learnt from one burst, however large', () => {
    expect(seen(5_000, 0).at(0)).toBe(0);
  });

  it('is the least of the last minute or two', () => {
    const least = seen(100, 50);
    least.add(25, 6_000);
    const slowUntil = (untilMs: number): number => {
      for (let atMs = untilMs - 60_000; atMs <= untilMs; atMs += 1_000) least.add(90, atMs);
      return least.at(untilMs);
    };
    expect([slowUntil(70_000), slowUntil(190_000)]).toEqual([25, 90]);
  });

  it('is unknown again after minutes without an answer', () => {
    expect(seen(200, 50).at(300_000)).toBe(0);
  });
});
