import { describe, expect, it } from '@jest/globals';
import { IdentifyBudget } from '../../src/identify/IdentifyBudget.js';
import { DAY_MS } from '../../src/identify/IdentifyLog.js';

const SLOW_MS = 600_000;
const one = { owned: 1, shardTotal: 1, keys: 1 };

/** A budget of 1,000 of which `used` were sent at 0, all before the last READY unless told otherwise. */
function budgetWith(
  used: number,
  options: { readonly unready?: number; readonly maxConcurrency?: number; readonly allowLast?: boolean } = {},
) {
  const { unready = 0, maxConcurrency = 1, allowLast = false } = options;
  const budget = new IdentifyBudget({ maxConcurrency, total: 1_000, allowLast });
  for (let n = 0; n < used - unready; n += 1) budget.reserve(0, 0);
  budget.ready();
  for (let n = 0; n < unready; n += 1) budget.reserve(0, 0);
  return budget;
}

describe('the identify budget', () => {
  it.each([
    ['is free below one for each shard and 15 %', 150, {}, one, { band: 'free', atMs: 5_250 }],
    ['is slow from there on', 151, {}, one, { band: 'slow', atMs: SLOW_MS, isForAll: false }],
    ['is free for longer with more shards', 999, { allowLast: true }, { ...one, owned: 900 }, { band: 'free' }],
    ['is free below 15 % without READY', 149, { unready: 149 }, { ...one, owned: 500 }, { band: 'free' }],
    [
      'is slow for the whole bot once 15 % came to nothing',
      150,
      { unready: 150 },
      { ...one, owned: 500, keys: 400 },
      { band: 'slow', isForAll: true },
    ],
    [
      'is slow for each key while fewer came to nothing than there are keys',
      400,
      { unready: 15 },
      { ...one, keys: 16 },
      { band: 'slow', isForAll: false },
    ],
    [
      'is slow for the whole bot once each key came to nothing',
      400,
      { unready: 16 },
      { ...one, keys: 16 },
      { band: 'slow', isForAll: true },
    ],
    ['is spent at nine tenths', 900, {}, { ...one, owned: 5_000 }, { band: 'spent', atMs: DAY_MS }],
    ['gives the last tenth when told to', 900, { allowLast: true }, one, { band: 'slow' }],
    ['is spent when nothing is left, whatever it is told', 1_000, { allowLast: true }, one, { band: 'spent', atMs: DAY_MS }],
  ])('%s', (_what, used, options, sharers, expected) => {
    expect(budgetWith(used, options).judge(0, sharers, 0)).toMatchObject(expected);
  });

  it('gives back what was reserved, but not to the period after it', () => {
    const budget = budgetWith(0);
    const early = budget.reserve(0, 0);
    budget.roll(DAY_MS);
    budget.giveBack(early);
    expect(budget.remaining).toBe(1_000);
    budget.giveBack(budget.reserve(0, DAY_MS));
    expect([budget.remaining, budget.log.usedAt(DAY_MS)]).toEqual([1_000, 0]);
  });

  it('keeps a reset that was given, and makes one where the server leaves it out', () => {
    const given = budgetWith(0);
    given.update({ remaining: 1_000, resetAfterMs: 5_000 }, 0, 0);
    given.reserve(0, 0);
    expect(given.resetAtMs).toBe(5_000);
    const left = budgetWith(0);
    left.update({ remaining: 500 }, 0, 0);
    expect(left.resetAtMs).toBe(DAY_MS);
  });

  it('never has more left than there are', () => {
    const budget = budgetWith(0);
    budget.update({ total: 100 }, 0, 0);
    expect([budget.remaining, budget.total]).toEqual([100, 100]);
  });

  it('I-05 counts what the server counts while nothing is known of earlier processes', () => {
    const budget = budgetWith(0);
    budget.update({ remaining: 800, resetAfterMs: 1_000_000 }, 0, 0);
    budget.goBlind(7_000);
    expect(budget.judge(0, one, 7_000)).toMatchObject({ band: 'slow', atMs: 7_000 + SLOW_MS });
    budget.restore([]);
    expect(budget.judge(0, one, 7_000)).toMatchObject({ band: 'free' });
  });
});
