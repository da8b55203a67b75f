import { describe, expect, it } from '@jest/globals';
import { LEAST_THROUGHPUT, RestReport } from '../../../src/sim/rest/RestReport.js';
import { BUCKETS, CHAOS, CHAOS_OF_BUCKETS, GLOBAL, MIXED } from '../../../src/sim/rest/scenes.js';
import { simulateRest } from '../../../src/sim/rest/simulateRest.js';

// 100,000 calls in all; `npm run sim -- rest` makes ten millions.
const RUNS = [
  { scene: BUCKETS, seed: 1, calls: 50_000 },
  { scene: GLOBAL, seed: 1, calls: 15_000 },
  { scene: MIXED, seed: 1, calls: 10_000 },
  { scene: CHAOS, seed: 1, calls: 10_000 },
  { scene: CHAOS_OF_BUCKETS, seed: 1, calls: 15_000 },
];

describe('the limiter against a server that knows the truth', () => {
  it('H6 over 100,000 calls is never refused where it could have known, loses none, keeps order, and takes 97 % of what is possible', async () => {
    const report = new RestReport();
    for (const run of RUNS) report.add(await simulateRest({ ...run, compares: run.scene !== CHAOS && run.scene !== CHAOS_OF_BUCKETS }));
    expect(report.calls).toBeGreaterThanOrEqual(100_000);
    expect(report.broken).toEqual([]);
    expect(report.avoidable).toBe(0);
    expect(report.shareOf('buckets', 'possible', true)).toBeGreaterThanOrEqual(LEAST_THROUGHPUT);
    expect(report.shareOf('buckets', 'prudent')).toBeGreaterThanOrEqual(LEAST_THROUGHPUT);
    expect(report.shareOf('global', 'possible')).toBeGreaterThanOrEqual(LEAST_THROUGHPUT);
    expect(report.shareOf('mixed', 'possible')).toBeGreaterThanOrEqual(LEAST_THROUGHPUT);
  }, 60_000);

  it('lives the same life whenever it has the same seed', async () => {
    const [one, other] = [
      await simulateRest({ scene: CHAOS, seed: 7, calls: 3_000 }),
      await simulateRest({ scene: CHAOS, seed: 7, calls: 3_000 }),
    ];
    expect(one.requests).toBeGreaterThan(2_000);
    expect(other).toEqual(one);
  });

  it('meets every misfortune in the chaos: hidden limits, others, gates, bans, and words without sense', async () => {
    const runs = [
      await simulateRest({ scene: CHAOS, seed: 2, calls: 15_000, compares: false }),
      await simulateRest({ scene: CHAOS_OF_BUCKETS, seed: 2, calls: 15_000, compares: false }),
    ];
    for (const blame of ['a hidden limit', 'others use the resource', 'a closed gate', 'a ban', 'the hash had changed unseen'] as const) {
      const met = runs.reduce((sum, { blames }) => sum + (blames.get(blame) ?? 0), 0);
      expect([blame, met]).not.toEqual([blame, 0]);
    }
  });
});

describe('the simulation, given a limiter with a flaw', () => {
  it('finds the 429s of one that believes in 55 requests a second', async () => {
    const { avoidable, blames } = await simulateRest({
      scene: GLOBAL,
      seed: 1,
      calls: 3_000,
      compares: false,
      limiter: { globalRequestsPerSecond: 55 },
    });
    expect(avoidable).toBeGreaterThan(10);
    expect(blames.get('sent more than the global limit')).toBe(avoidable);
  });

  it('finds the 429s of one that takes every window for a twentieth shorter than it is', async () => {
    const hears = (name: string, value: string | undefined) => (name === 'x-ratelimit-reset-after' ? String(Number(value) * 0.95) : value);
    const { avoidable, blames } = await simulateRest({ scene: BUCKETS, seed: 1, calls: 10_000, compares: false, hears });
    expect(avoidable).toBeGreaterThan(100);
    expect(blames.get('sent into a window that was known to be used up')).toBeGreaterThan(100);
  });

  it('finds the lost throughput of one that sends too slowly', async () => {
    const report = new RestReport();
    report.add(await simulateRest({ scene: GLOBAL, seed: 1, calls: 3_000, limiter: { globalRequestsPerSecond: 45 } }));
    expect(report.shareOf('global', 'possible')).toBeLessThan(0.92);
  });
});
