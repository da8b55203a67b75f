import { ManualClock, type CancelTimer, type TimerOptions } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { Deadlines } from '../../src/collectors/Deadlines.js';
import { NotingEar } from './hubWorld.js';

function earAt(deadlineMs: number | null): NotingEar {
  const ear = new NotingEar();
  ear.deadlineMs = deadlineMs;
  return ear;
}

function world(...dueMs: readonly number[]) {
  const clock = new ManualClock();
  const deadlines = new Deadlines(clock);
  const ears = dueMs.map(earAt);
  for (const ear of ears) deadlines.add(ear);
  return { clock, deadlines, ears, woken: () => ears.map(({ notes }) => notes.length) };
}

describe('the deadlines of all collectors', () => {
  it('share one timer, and each is woken at its own', () => {
    const { clock, woken } = world(30, 10, 20);
    expect(clock.pendingTimers).toBe(1);
    clock.advance(10);
    expect([woken(), clock.pendingTimers]).toEqual([[0, 1, 0], 1]);
    clock.advance(20);
    expect([woken(), clock.pendingTimers]).toEqual([[1, 1, 1], 0]);
  });

  it('do not keep the process alive', () => {
    const options: (TimerOptions | undefined)[] = [];
    const clock = new (class extends ManualClock {
      override after(delayMs: number, callback: () => void, given?: TimerOptions): CancelTimer {
        options.push(given);
        return super.after(delayMs, callback);
      }
    })();
    new Deadlines(clock).add(earAt(5));
    expect(options).toEqual([{ holdsProcess: false }]);
  });

  it('are set anew when one has moved later meanwhile', () => {
    const { clock, ears, woken } = world(10);
    ears[0]!.deadlineMs = 25;
    clock.advance(24);
    expect(woken()).toEqual([0]);
    clock.advance(1);
    expect(woken()).toEqual([1]);
  });

  it('are forgotten with those who have none any more', () => {
    const { clock, deadlines, ears, woken } = world(10, 20);
    deadlines.remove(ears[0]!);
    deadlines.remove(ears[0]!);
    ears[1]!.deadlineMs = null;
    clock.advance(50);
    expect([woken(), clock.pendingTimers]).toEqual([[0, 0], 0]);
  });

  it('leave no timer when the last one goes', () => {
    const { clock, deadlines, ears } = world(10);
    deadlines.add(earAt(null));
    deadlines.remove(ears[0]!);
    expect(clock.pendingTimers).toBe(0);
  });

  it('wake all that are overdue after a standstill, in order', () => {
    const { clock, ears } = world(30, 10, 20);
    const order: number[] = [];
    ears.forEach((ear, at) => (ear.onNote = () => order.push(at)));
    clock.stall(100);
    expect(order).toEqual([1, 2, 0]);
  });

  it('may be added and removed by those who are woken', () => {
    const { clock, deadlines, ears } = world(10, 10, 40);
    const late = earAt(20);
    ears[0]!.onNote = () => {
      deadlines.remove(ears[1]!);
      deadlines.add(late);
    };
    clock.advance(20);
    expect([ears[1]!.notes, late.notes, ears[2]!.notes]).toEqual([[], ['wake'], []]);
    expect(clock.nextTimerMs).toBe(40);
  });
});
