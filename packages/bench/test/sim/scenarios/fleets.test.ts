import { describe, expect, it } from '@jest/globals';
import { coldStart, herd } from '../../../src/sim/scenarios/fleets.js';

describe('a thousand shards', () => {
  it('I-06 thundering herd: cut at once, they come back at 50 connects a second, evenly, by RESUME and without IDENTIFY', async () => {
    const { connectsPerSecond, identifies, peakToMean, resumes } = await herd(1_000);
    expect(connectsPerSecond).toBeLessThanOrEqual(50);
    expect(peakToMean).toBeLessThanOrEqual(3);
    expect({ identifies, resumes }).toEqual({ identifies: 0, resumes: 1_000 });
  }, 30_000);

  it('I-01, I-02 started from nothing with max_concurrency 16: no violation, within 1.05 x 63 windows of 5 s', async () => {
    const { allUpAfterMs, identifies, violations } = await coldStart(1_000, 16);
    expect({ identifies, violations }).toEqual({ identifies: 1_000, violations: 0 });
    expect(allUpAfterMs).toBeLessThanOrEqual(1.05 * 63 * 5_000);
  }, 30_000);
});
