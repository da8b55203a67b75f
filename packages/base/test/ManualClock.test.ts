import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../src/ManualClock.js';

describe('a manual clock', () => {
  it('starts where it is told to, and stands still', () => {
    const clock = new ManualClock({ nowMs: 5, wallMs: 1_000 });
    expect([clock.nowMs(), clock.wallMs(), clock.nowMs()]).toEqual([5, 1_000, 5]);
    expect([new ManualClock().nowMs(), new ManualClock().wallMs()]).toEqual([0, Date.UTC(2026, 0, 1)]);
  });

  it('makes the calls that come due, each at its own instant, and those of one instant in the order of their scheduling', () => {
    const clock = new ManualClock();
    const calls: string[] = [];
    for (const [delayMs, name] of [
      [30, 'c'],
      [10, 'a1'],
      [20, 'b'],
      [10, 'a2'],
      [41, 'not yet'],
    ] as const) {
      clock.after(delayMs, () => calls.push(`${name} at ${clock.nowMs()}`));
    }
    clock.advance(40);
    expect(calls).toEqual(['a1 at 10', 'a2 at 10', 'b at 20', 'c at 30']);
    expect([clock.nowMs(), clock.nextTimerMs, clock.pendingTimers]).toEqual([40, 41, 1]);
  });

  it('makes calls that are scheduled on the way, in the past as soon as it can', () => {
    const clock = new ManualClock();
    const instants: number[] = [];
    const beat = (): void => {
      instants.push(clock.nowMs());
      clock.after(10, beat);
    };
    clock.after(-5, beat);
    clock.advance(25);
    expect(instants).toEqual([0, 10, 20]);
  });

  it('forgets what is cancelled, also from within another call, and a late or second cancel does nothing', () => {
    const clock = new ManualClock();
    const calls: string[] = [];
    const cancelSecond = clock.after(20, () => calls.push('second'));
    const cancelFirst = clock.after(10, () => {
      calls.push('first');
      cancelSecond();
    });
    clock.after(30, () => calls.push('third'));
    clock.advance(15);
    cancelFirst();
    cancelSecond();
    clock.advance(15);
    expect(calls).toEqual(['first', 'third']);
    expect([clock.pendingTimers, clock.nextTimerMs]).toEqual([0, null]);
  });

  it('lets the wall clock jump without moving monotonic time', () => {
    const clock = new ManualClock({ wallMs: 0 });
    let calls = 0;
    clock.after(1_000, () => (calls += 1));
    clock.jumpWall(3_600_000);
    expect([clock.nowMs(), clock.wallMs(), calls]).toEqual([0, 3_600_000, 0]);
  });

  it('makes overdue calls late after a stall', () => {
    const clock = new ManualClock();
    const instants: number[] = [];
    clock.after(10, () => instants.push(clock.nowMs()));
    clock.after(20, () => instants.push(clock.nowMs()));
    clock.stall(100);
    expect(instants).toEqual([100, 100]);
  });
});
