import type { CancelTimer, Clock } from '@aplomb/base';
import type { EventLoop } from './EventLoop.js';

interface Timer {
  readonly dueMs: number;
  callback: (() => void) | null;
}

/**
 * The bot's process: a clock of its own, and whatever comes to it from outside comes through {@link deliver}. It can stand still with its clock running (SIGSTOP,
 * a blocked loop) or standing (the machine sleeps), its wall clock can be set, and it can be killed: then nothing in it ever runs again.
 */
export class SimProcess implements Clock {
  /** Timers that wait: 0 once everything in the process was shut down. */
  pendingTimers = 0;
  private readonly loop: EventLoop;
  private state: 'running' | 'frozen' | 'dead' = 'running';
  private asleepMs = 0;
  private wallShiftMs = 0;
  private heldReads: (() => void)[] = [];
  private heldTimers: Timer[] = [];

  constructor(loop: EventLoop) {
    this.loop = loop;
  }

  get isRunning(): boolean {
    return this.state === 'running';
  }

  nowMs(): number {
    return this.loop.nowMs() - this.asleepMs;
  }

  wallMs(): number {
    return this.loop.wallMs() + this.wallShiftMs;
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    const timer: Timer = { dueMs: this.nowMs() + Math.max(0, delayMs), callback };
    this.pendingTimers += 1;
    this.arm(timer);
    return () => {
      if (timer.callback !== null) this.pendingTimers -= 1;
      timer.callback = null;
    };
  }

  /** Something comes in from outside: now, when the process runs again, or never. */
  deliver(run: () => void): void {
    if (this.state === 'running') run();
    else if (this.state === 'frozen') this.heldReads.push(run);
  }

  /** Stands still for so long. `isAsleep`: its monotonic clock stands still as well. `readsFirst`: it looks at its sockets before its timers. */
  freeze(durationMs: number, how: { readonly isAsleep: boolean; readonly readsFirst: boolean }): void {
    if (this.state !== 'running') return;
    this.state = 'frozen';
    this.loop.after(durationMs, async () => {
      if (this.state !== 'frozen') return;
      this.state = 'running';
      if (how.isAsleep) this.asleepMs += durationMs;
      await this.thaw(how.readsFirst);
    });
  }

  jumpWall(ms: number): void {
    this.wallShiftMs += ms;
  }

  kill(): void {
    this.state = 'dead';
    this.heldReads = [];
    this.heldTimers = [];
  }

  /** Catches up in one instant, one thing after the other, as an event loop does. */
  private async thaw(readsFirst: boolean): Promise<void> {
    const reads = this.heldReads;
    const timers = this.heldTimers.map((timer) => () => {
      this.ring(timer);
    });
    this.heldReads = [];
    this.heldTimers = [];
    for (const run of readsFirst ? [...reads, ...timers] : [...timers, ...reads]) {
      this.deliver(run);
      await this.loop.settle();
    }
  }

  private arm(timer: Timer): void {
    this.loop.after(timer.dueMs - this.nowMs(), () => {
      this.ring(timer);
    });
  }

  private ring(timer: Timer): void {
    if (timer.callback === null || this.state === 'dead') return;
    if (this.state === 'frozen') {
      this.heldTimers.push(timer);
      return;
    }
    if (this.nowMs() < timer.dueMs) return this.arm(timer);
    const { callback } = timer;
    timer.callback = null;
    this.pendingTimers -= 1;
    callback();
  }
}
