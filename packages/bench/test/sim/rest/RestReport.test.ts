import { describe, expect, it } from '@jest/globals';
import { RestReport } from '../../../src/sim/rest/RestReport.js';
import type { RestResult } from '../../../src/sim/rest/RestResult.js';

const counts = (accepted: number) =>
  new Map([
    ['5 per 5 s', { accepted, refused: 0 }],
    ['1 per 0.25 s', { accepted: accepted / 2, refused: 0 }],
  ]);
const RESULT: RestResult = {
  seed: 3,
  scene: 'buckets',
  virtualMs: 3_600_000,
  calls: 1_000,
  ended: { answered: 1_000, failed: 0, refused: 0, withdrawn: 0 },
  neverEnded: 0,
  requests: 1_001,
  accepted: counts(980),
  possible: counts(1_000),
  prudent: counts(990),
  avoidable: 0,
  unavoidable: 1,
  blames: new Map([['a hidden limit', 1]]),
  histories: [],
  peakPerSecond: 50,
  peakInvalid: 1,
  disorders: 0,
  disorderLines: [],
  changes: 2,
  buckets: 600,
  misdeeds: [],
  refusals: new Map(),
  latestRefusalMs: -Infinity,
  mostUnderWay: 20,
  slowestInteractionMs: 0,
};

describe('a report of runs', () => {
  it('says what share of the possible throughput was reached, by window and in all', () => {
    const report = new RestReport();
    report.add(RESULT);
    report.add({ ...RESULT, seed: 4 });
    expect(report.shareOf('buckets', 'possible', true)).toBeCloseTo(0.98);
    expect(report.shareOf('buckets', 'prudent')).toBeCloseTo(980 / 990);
    const text = report.lines().join('\n');
    expect(text).toContain('buckets: 2000 calls, 2.0 virtual hours, up to 600 buckets a run, 4 changes');
    expect(text).toMatch(/5 per 5 s {2,}1960 {2,}98\.00 % {2,}98\.99 %/);
    expect(text).toMatch(/5 s and longer {2,}1960/);
    expect(text).toContain('2000 calls, 0 avoidable 429s (0.0e+0 a call)');
  });

  it('finds nothing broken in a good run', () => {
    const report = new RestReport();
    report.add(RESULT);
    expect(report.broken).toEqual([]);
  });

  it.each([
    [{ neverEnded: 2 }, '2 calls never ended'],
    [{ disorders: 1, disorderLines: ['call 7 after call 8'] }, '1 writes overtook an earlier one of their bucket: call 7 after call 8'],
    [{ latestRefusalMs: 5 }, 'a call was refused 5 ms after its deadline'],
    [{ misdeeds: ['granted call 7, which is under way'] }, 'granted call 7, which is under way'],
  ])('names the seed of a run with %j', (flaw, what) => {
    const report = new RestReport();
    report.add({ ...RESULT, ...flaw });
    expect(report.broken).toEqual([`buckets, seed 3: ${what}`]);
  });
});
