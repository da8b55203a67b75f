import type { CancelTimer, Clock } from './Clock.js';
import { TimerHeap, type HeapTimer } from './TimerHeap.js';

/**
 * A clock that a test winds by hand. Nothing happens until {@link ManualClock.advance} is called; then every call that has come
 * due is made, in the order of its instants, each at exactly its own instant.
 *
 * @example
 * ```ts
 * import { ManualClock } from '@aplomb/base';
 *
 * const clock = new ManualClock({ wallMs: Date.UTC(2026, 0, 1) });
 * clock.advance(60_000);
 * console.log(clock.nowMs()); // 60000
 * ```
 */
export class ManualClock implements Clock {
  private monotonicMs: number;
  private wallOffsetMs: number;
  private readonly timers = new TimerHeap();
  private scheduled = 0;

  constructor(start: { readonly nowMs?: number; readonly wallMs?: number } = {}) {
    this.monotonicMs = start.nowMs ?? 0;
    this.wallOffsetMs = (start.wallMs ?? Date.UTC(2026, 0, 1)) - this.monotonicMs;
  }

  /** How many calls are waiting: 0 when nothing leaks. */
  get pendingTimers(): number {
    return this.timers.size;
  }

  /** The instant of the earliest waiting call, or `null`. */
  get nextTimerMs(): number | null {
    return this.timers.peek()?.dueMs ?? null;
  }

  nowMs(): number {
    return this.monotonicMs;
  }

  wallMs(): number {
    return this.monotonicMs + this.wallOffsetMs;
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    const timer: HeapTimer = { dueMs: this.monotonicMs + Math.max(0, delayMs), order: this.scheduled++, callback, index: -1 };
    this.timers.add(timer);
    return () => {
      this.timers.remove(timer);
    };
  }

  /** Moves both clocks forward by `ms` and makes every call that comes due on the way, also those scheduled on the way. */
  advance(ms: number): void {
    const untilMs = this.monotonicMs + ms;
    for (let next = this.timers.peek(); next !== undefined && next.dueMs <= untilMs; next = this.timers.peek()) {
      this.monotonicMs = Math.max(this.monotonicMs, next.dueMs);
      this.timers.remove(next);
      next.callback();
    }
    this.monotonicMs = untilMs;
  }

  /** Moves only the wall clock: an NTP step, or (forward) the hour that a suspended laptop slept through. */
  jumpWall(ms: number): void {
    this.wallOffsetMs += ms;
  }

  /** Moves the monotonic clock by `ms` while nothing runs, then makes the overdue calls late: a stopped process (`SIGSTOP`) or a blocked loop. */
  stall(ms: number): void {
    this.monotonicMs += ms;
    this.advance(0);
  }
}
