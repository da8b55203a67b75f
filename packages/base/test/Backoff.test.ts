import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { doublingMs, equalJitterMs } from '../src/Backoff.js';

const options = { firstMs: 500, maxMs: 5_000 };

describe('the wait before the next try', () => {
  it('doubles up to its maximum and stays there, also after years of failures', () => {
    expect([1, 2, 3, 4, 5, 60, 1e9].map((attempt) => doublingMs(options, attempt))).toEqual([
      500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000,
    ]);
  });

  it('is the first one for an attempt that cannot be', () => {
    expect([0, -3].map((attempt) => doublingMs(options, attempt))).toEqual([500, 500]);
  });

  it('lies between half of that and all of it', () => {
    expect([equalJitterMs(options, 2, () => 0), equalJitterMs(options, 2, () => 0.5)]).toEqual([500, 750]);
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
        const fullMs = doublingMs(options, attempt);
        const waitMs = equalJitterMs(options, attempt, () => random);
        expect(waitMs >= fullMs / 2 && waitMs <= fullMs).toBe(true);
      }),
    );
  });
});
