import { describe, expect, it } from '@jest/globals';
import { RetryBudget } from '../../src/call/RetryBudget.js';

const taken = (budget: RetryBudget, tries: number, nowMs = 0) =>
  Array.from({ length: tries }, () => budget.withdraw(nowMs)).filter(Boolean).length;

describe('R-14 the budget of repetitions', () => {
  it('has ten in reserve, for a bot that seldom calls', () => {
    expect(taken(new RetryBudget(), 20)).toBe(10);
  });

  it('gets its reserve back in ten seconds, and no more than that', () => {
    const budget = new RetryBudget();
    taken(budget, 20);
    expect([taken(budget, 20, 5_000), taken(budget, 20, 15_000), taken(budget, 20, 1_000_000)]).toEqual([5, 10, 10]);
  });

  it('lets a tenth of all calls be repeated beyond the reserve', () => {
    const budget = new RetryBudget();
    let repeated = 0;
    for (let call = 0; call < 10_000; call += 1) {
      budget.deposit();
      repeated += taken(budget, 1);
    }
    expect(repeated).toBeGreaterThanOrEqual(1_000);
    expect(repeated).toBeLessThanOrEqual(1_010);
  });

  it('saves up no more than a hundred', () => {
    const budget = new RetryBudget();
    for (let call = 0; call < 100_000; call += 1) budget.deposit();
    expect(taken(budget, 1_000)).toBe(100);
  });
});
