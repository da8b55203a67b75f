import { TimerHeap, type CancelTimer, type Clock, type HeapTimer } from '@aplomb/base';
import type { Ear } from './Ear.js';

/**
 * The deadlines of all collectors behind one timer of the clock, set for the earliest. It does not keep the process alive: a bot that has nothing else
 * to do than to wait is over.
 *
 * A deadline that has moved later, as an idle time does with every event, is found to be early when its timer fires, and is set anew. So an event costs
 * no timer.
 */
export class Deadlines {
  private readonly clock: Clock;
  private readonly heap = new TimerHeap();
  private readonly timers = new Map<Ear, HeapTimer>();
  private armed: { readonly dueMs: number; readonly cancel: CancelTimer } | null = null;
  private added = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  add(ear: Ear): void {
    const { deadlineMs } = ear;
    if (deadlineMs === null) return;
    const timer: HeapTimer = {
      dueMs: deadlineMs,
      order: this.added++,
      callback: () => {
        this.due(ear);
      },
      index: -1,
    };
    this.timers.set(ear, timer);
    this.heap.add(timer);
    this.arm();
  }

  remove(ear: Ear): void {
    const timer = this.timers.get(ear);
    if (timer === undefined) return;
    this.heap.remove(timer);
    this.timers.delete(ear);
    if (this.heap.size === 0) this.disarm();
  }

  /** The timer of one has fired: it is woken when its time has come, and waits on when its deadline has moved. */
  private due(ear: Ear): void {
    this.timers.delete(ear);
    if (ear.deadlineMs !== null && ear.deadlineMs <= this.clock.nowMs()) ear.wake();
    else this.add(ear);
  }

  private fire(): void {
    this.armed = null;
    const nowMs = this.clock.nowMs();
    for (let next = this.heap.peek(); next !== undefined && next.dueMs <= nowMs; next = this.heap.peek()) {
      this.heap.remove(next);
      next.callback();
    }
    this.arm();
  }

  /** A timer that is set too early fires in vain once; that is cheaper than setting it anew with every collector that ends. */
  private arm(): void {
    const dueMs = this.heap.peek()?.dueMs;
    if (dueMs === undefined || (this.armed !== null && this.armed.dueMs <= dueMs)) return;
    this.disarm();
    const fire = (): void => {
      this.fire();
    };
    this.armed = { dueMs, cancel: this.clock.after(Math.max(0, dueMs - this.clock.nowMs()), fire, { holdsProcess: false }) };
  }

  private disarm(): void {
    this.armed?.cancel();
    this.armed = null;
  }
}
