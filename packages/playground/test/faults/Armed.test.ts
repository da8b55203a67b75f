import type { PlannedFault } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { Armed } from '../../src/faults/Armed.js';

const fault = (remaining: number): { remaining: number } & PlannedFault => ({
  remaining,
  cancel: () => undefined,
  [Symbol.dispose]: () => undefined,
});

describe('the faults that wait', () => {
  it('are counted by name until they have struck', () => {
    const armed = new Armed();
    const [slow, failing] = [fault(1), fault(2)];
    armed.add('slow', slow);
    armed.add('fail-500', failing);
    armed.add('fail-500', fault(1));
    expect(armed.counts).toEqual({ slow: 1, 'fail-500': 3 });
    slow.remaining = 0;
    failing.remaining = 1;
    expect(armed.counts).toEqual({ 'fail-500': 2 });
  });

  it('say once that they have changed', () => {
    const armed = new Armed();
    expect(armed.hasChanged()).toBe(false);
    armed.add('slow', fault(1));
    expect([armed.hasChanged(), armed.hasChanged()]).toEqual([true, false]);
  });
});
