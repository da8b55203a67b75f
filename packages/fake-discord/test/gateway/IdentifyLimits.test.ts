import { describe, expect, it } from '@jest/globals';
import { IdentifyLimits } from '../../src/gateway/IdentifyLimits.js';

const DAY_MS = 86_400_000;

function limits(over: Partial<{ total: number; remaining: number; resetAfterMs: number; maxConcurrency: number }> = {}): IdentifyLimits {
  return new IdentifyLimits({ total: 1_000, remaining: 1_000, resetAfterMs: DAY_MS, maxConcurrency: 1, ...over });
}

describe('the limits on IDENTIFY', () => {
  it('allow one per key and 5 s; a refused one starts no new window', () => {
    const it_ = limits({ maxConcurrency: 2 });
    expect([it_.spend(0, 0), it_.spend(1, 0), it_.spend(2, 4_999), it_.spend(2, 5_000)]).toEqual([
      'allowed',
      'allowed',
      'too-soon',
      'allowed',
    ]);
  });

  it('count a refused one, too', () => {
    const spent = limits();
    spent.spend(0, 0);
    spent.spend(0, 1);
    expect(spent.at(1).remaining).toBe(998);
  });

  it('refuse when none is left and refill at the reset, then every day', () => {
    const spent = limits({ total: 3, remaining: 0, resetAfterMs: 1_000 });
    expect([spent.spend(0, 0), spent.at(0).resetAfterMs]).toEqual(['none-left', 1_000]);
    expect([spent.spend(0, 1_000), spent.at(1_000)]).toEqual([
      'allowed',
      { total: 3, remaining: 2, resetAfterMs: DAY_MS, maxConcurrency: 1 },
    ]);
    expect(spent.at(1_000 + DAY_MS * 5).remaining).toBe(3);
  });
});
