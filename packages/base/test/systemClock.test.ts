import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { systemClock } from '../src/systemClock.js';

describe('the clock of the process', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells both times, and moves with them', () => {
    const [now, wall] = [systemClock.nowMs(), systemClock.wallMs()];
    jest.advanceTimersByTime(1_500);
    expect([systemClock.nowMs() - now, systemClock.wallMs() - wall]).toEqual([1_500, 1_500]);
  });

  it('calls once, after the delay and not before; a delay below 0 is none', () => {
    const calls: number[] = [];
    const start = systemClock.nowMs();
    for (const delayMs of [1_000, 0.25, -7]) systemClock.after(delayMs, () => calls.push(systemClock.nowMs() - start));
    jest.advanceTimersByTime(10_000);
    expect(calls).toEqual([0, 1, 1_000]);
  });

  it('calls nothing that was cancelled', () => {
    let calls = 0;
    const cancel = systemClock.after(1_000, () => (calls += 1));
    cancel();
    cancel();
    jest.advanceTimersByTime(10_000);
    expect([calls, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('keeps the process alive for a call, unless it is told not to', () => {
    const set = jest.spyOn(globalThis, 'setTimeout');
    systemClock.after(10, () => undefined);
    systemClock.after(10, () => undefined, { holdsProcess: false });
    const timers = set.mock.results.map(({ value }) => value as NodeJS.Timeout);
    set.mockRestore();
    expect(timers.map((timer) => timer.hasRef())).toEqual([true, false]);
  });

  it('waits on when a timer fires early', () => {
    const start = systemClock.nowMs();
    let calledAtMs = -1;
    systemClock.after(10, () => (calledAtMs = systemClock.nowMs() - start));
    const now = jest.spyOn(performance, 'now').mockReturnValueOnce(start + 9.5);
    jest.advanceTimersByTime(10);
    now.mockRestore();
    expect(calledAtMs).toBe(-1);
    jest.advanceTimersByTime(1);
    expect(calledAtMs).toBe(11);
  });

  it('X-05 timer overflow: waits 3,000,000 seconds as such, and can be cancelled in the second month', () => {
    let calls = 0;
    const delayMs = 3_000_000_000;
    systemClock.after(delayMs, () => (calls += 1));
    const cancel = systemClock.after(delayMs + 1, () => (calls += 100));
    jest.advanceTimersByTime(delayMs - 1);
    expect(calls).toBe(0);
    cancel();
    jest.advanceTimersByTime(2);
    expect(calls).toBe(1);
  });
});
