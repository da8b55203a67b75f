import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../src/ManualClock.js';
import { sleep } from '../src/sleep.js';

describe('sleep', () => {
  it('resolves when its time has come, and not before', async () => {
    const clock = new ManualClock();
    let isAwake = false;
    const asleep = sleep(clock, 1_000).then(() => (isAwake = true));
    clock.advance(999);
    await Promise.resolve();
    expect(isAwake).toBe(false);
    clock.advance(1);
    await asleep;
  });

  it('rejects with the reason when it is woken, and leaves no timer behind', async () => {
    const clock = new ManualClock();
    const abort = new AbortController();
    const asleep = sleep(clock, 1_000, abort.signal);
    abort.abort('enough');
    await expect(asleep).rejects.toBe('enough');
    expect(clock.pendingTimers).toBe(0);
  });

  it('does not fall asleep when it was woken before', async () => {
    const clock = new ManualClock();
    await expect(sleep(clock, 1_000, AbortSignal.abort('already'))).rejects.toBe('already');
    expect(clock.pendingTimers).toBe(0);
  });
});
