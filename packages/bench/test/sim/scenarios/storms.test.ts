import { describe, expect, it } from '@jest/globals';
import { crashLoopOfADay, stormOfADay } from '../../../src/sim/scenarios/storms.js';

describe('a bot with 1,000 IDENTIFYs a day, on a day on which nothing helps', () => {
  // A hundred shards take seconds of CPU: here once, in all ways with `npm run sim -- --figures`.
  it.each([
    ['op 9', 1, 1],
    ['op 9', 16, 1],
    ['op 9', 1, 16],
    ['op 9', 16, 16],
    ['op 9', 100, 16],
  ] as const)(
    'P-07, I-04 %s answers every IDENTIFY (%i shards, max_concurrency %i): at most 300',
    async (storm, shards, maxConcurrency) => {
      const identifies = await stormOfADay(storm, shards, maxConcurrency);
      expect(identifies).toBeLessThanOrEqual(300);
      expect(identifies).toBeGreaterThan(100);
    },
    120_000,
  );

  it.each([
    ['close', 1, 1],
    ['close', 16, 1],
    ['close', 1, 16],
    ['close', 16, 16],
  ] as const)(
    'S-12 a %s answers every IDENTIFY (%i shards, max_concurrency %i): at most 300',
    async (storm, shards, maxConcurrency) => {
      const identifies = await stormOfADay(storm, shards, maxConcurrency);
      expect(identifies).toBeLessThanOrEqual(300);
      expect(identifies).toBeGreaterThan(100);
    },
    120_000,
  );

  it('I-04 the process crashes every 10 s for 24 h, with a ledger that outlives it: at most 300', async () => {
    expect(await crashLoopOfADay(10_000)).toBeLessThanOrEqual(300);
  }, 60_000);
});
