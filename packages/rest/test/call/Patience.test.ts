import { describe, expect, it } from '@jest/globals';
import { Patience, type PatienceOptions, type Trouble } from '../../src/call/Patience.js';
import { RetryBudget } from '../../src/call/RetryBudget.js';

const patience = (options: Partial<PatienceOptions> = {}) =>
  new Patience({ isRead: false, isRepeatable: true, retries: 3, budget: new RetryBudget(), random: () => 1, ...options });
const pauses = (of: Patience, troubles: readonly Trouble[]) => troubles.map((trouble) => of.pauseMs(trouble, 0));

describe('R-14 the patience of a call that may be repeated', () => {
  it('waits longer each time, until its retries are spent', () => {
    expect(pauses(patience({ retries: 5 }), Array<Trouble>(6).fill('unavailable'))).toEqual([500, 1_000, 2_000, 4_000, 4_000, null]);
  });

  it('spreads its pauses from nothing to all', () => {
    expect(pauses(patience({ random: () => 0 }), ['lost', 'unavailable'])).toEqual([0, 0]);
    expect(pauses(patience({ random: () => 0.5 }), ['lost', 'unavailable'])).toEqual([250, 500]);
  });

  it('ends when all calls together have repeated too much', () => {
    const budget = new RetryBudget();
    while (budget.withdraw(0));
    expect(patience({ budget }).pauseMs('unavailable', 0)).toBeNull();
  });

  it('has none when there are no retries', () => {
    expect(patience({ retries: 0 }).pauseMs('unsent', 0)).toBeNull();
  });
});

describe('R-19 the patience of a call that met a dead connection', () => {
  it('does not wait the first time, and does the second', () => {
    expect(pauses(patience(), ['reset', 'reset', 'reset'])).toEqual([0, 1_000, 2_000]);
  });
});

describe('R-17 the patience of a call whose attempt took its whole time', () => {
  it.each([true, false])('has none: whoever waits has waited long enough (a GET: %s)', (isRead) => {
    expect(patience({ isRead }).pauseMs('late', 0)).toBeNull();
  });
});

describe('R-16 the patience of a call that must not happen twice', () => {
  it.each(['lost', 'reset', 'unavailable', 'unreadable'] as const)('has none for what may have happened (%s)', (trouble) => {
    expect(patience({ isRepeatable: false }).pauseMs(trouble, 0)).toBeNull();
  });

  it('tries again what certainly was not sent', () => {
    expect(pauses(patience({ isRepeatable: false }), ['unsent', 'unsent', 'lost'])).toEqual([500, 1_000, null]);
  });
});

describe('R-23 the patience of a call whose answer is no JSON', () => {
  it.each([
    [true, false],
    [false, true],
    [true, true],
  ])('asks once more, when it does no harm twice (reads: %s, repeatable: %s)', (isRead, isRepeatable) => {
    expect(patience({ isRead, isRepeatable }).pauseMs('unreadable', 0)).toBe(500);
  });

  it('asks no third time', () => {
    expect(pauses(patience(), ['unreadable', 'unavailable', 'unreadable'])).toEqual([500, 1_000, null]);
  });
});
