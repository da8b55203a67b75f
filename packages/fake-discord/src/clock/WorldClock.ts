import { ManualClock, systemClock } from '@aplomb/base';
import type { CancelTimer, Clock } from '@aplomb/base';

/** A wall clock that differs by more than this from what it should be was set, or the machine slept. */
const JUMP_MS = 2_000;

/** Anything that moves time: a {@link WorldClock}, or a `ManualClock` of `@aplomb/base`. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

/**
 * Real time that can be moved: it goes on by itself, a test or a person pushes it forward, and it can be stopped and let go. What has come due is done in
 * the order of the instants that it was due at. Time never steps back.
 *
 * It keeps no process alive, because what waits on it (a poll that ends tomorrow) is not worth staying for.
 *
 * @example
 * ```ts
 * import { WorldClock } from '@aplomb/fake-discord';
 *
 * const clock = new WorldClock();
 * clock.after(3_600_000, () => console.log('an hour later'));
 * clock.advance(3_600_000); // now
 * clock.stop();
 * ```
 */
export class WorldClock implements MovableClock {
  private armed: CancelTimer | null = null;
  /** Knows what waits, and the instant up to which all of it was done. */
  private readonly done: ManualClock;
  private heldSinceMs: number | null = null;
  private isWinding = false;
  /** What was asked for while things were being done. */
  private owedMs = 0;
  private readonly real: Clock;
  /** What lay between the two real clocks when it was last looked at. */
  private seenOffsetMs: number;
  /** How far this clock is ahead of the real one, or behind after a pause. */
  private shiftMs = 0;
  /** What lies between the two clocks of the world. */
  private wallOffsetMs: number;

  /** @param real - where time comes from; the clock of this process when it is left out */
  constructor(real: Clock = systemClock) {
    this.real = real;
    this.wallOffsetMs = this.realOffsetMs;
    this.seenOffsetMs = this.wallOffsetMs;
    this.done = new ManualClock({ nowMs: this.realMs });
  }

  get isPaused(): boolean {
    return this.heldSinceMs !== null;
  }

  /** When the next of what waits is due, in the time of {@link WorldClock.nowMs}; `null` when nothing waits. */
  get nextDueMs(): number | null {
    return this.done.nextTimerMs;
  }

  nowMs(): number {
    // While things are done one after the other, each sees its own instant.
    return this.isWinding ? this.done.nowMs() : (this.heldSinceMs ?? this.realMs) + this.shiftMs;
  }

  wallMs(): number {
    if (!this.isPaused) this.followJump();
    return this.nowMs() + this.wallOffsetMs;
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    // The instants of `done` lag behind when nothing was due for a while.
    const cancel = this.done.after(this.nowMs() - this.done.nowMs() + Math.max(0, delayMs), callback);
    this.arm();
    return cancel;
  }

  /** Moves time forward by `ms`, and does what comes due on the way, each thing at its own instant. It works during a pause too. */
  advance(ms: number): void {
    this.owedMs += ms;
    if (this.isWinding) return;
    this.catchUp();
    while (this.owedMs > 0) this.pay();
  }

  /** Stops time. Twice is once. */
  pause(): void {
    this.catchUp();
    this.heldSinceMs ??= this.realMs;
    this.arm();
  }

  /** Lets time go on from where it stopped. */
  resume(): void {
    if (this.heldSinceMs === null) return;
    this.shiftMs -= this.realMs - this.heldSinceMs;
    this.seenOffsetMs = this.realOffsetMs;
    this.heldSinceMs = null;
    this.arm();
  }

  /** Ends it for good: nothing that waits will be done any more, except by {@link WorldClock.advance}. */
  stop(): void {
    this.pause();
  }

  /** In whole milliseconds, so that sums of instants are exact. */
  private get realMs(): number {
    return Math.floor(this.real.nowMs());
  }

  private get realOffsetMs(): number {
    return Math.round(this.real.wallMs() - this.real.nowMs());
  }

  /** A machine that slept has missed what was to happen meanwhile: it happens next. A wall clock that was set back is only believed. */
  private followJump(): void {
    const jumpMs = this.realOffsetMs - this.seenOffsetMs;
    if (Math.abs(jumpMs) <= JUMP_MS) return;
    this.seenOffsetMs += jumpMs;
    if (jumpMs > 0) this.shiftMs += jumpMs;
    else this.wallOffsetMs += jumpMs;
    this.arm();
  }

  private pay(): void {
    const ms = this.owedMs;
    this.owedMs = 0;
    this.shiftMs += ms;
    this.wind(() => {
      this.done.advance(ms);
    });
  }

  /** Real time has passed: what is overdue is done now, and not in the past. */
  private catchUp(): void {
    const behindMs = this.nowMs() - this.done.nowMs();
    if (behindMs <= 0) return;
    this.wind(() => {
      this.done.stall(behindMs);
    });
  }

  private wind(move: () => void): void {
    this.isWinding = true;
    try {
      move();
    } finally {
      this.isWinding = false;
      this.arm();
    }
  }

  /** Waits in real time for the next thing that is due. */
  private arm(): void {
    this.armed?.();
    this.armed = null;
    const dueMs = this.nextDueMs;
    if (dueMs === null || this.isPaused || this.isWinding) return;
    const expire = (): void => {
      this.armed = null;
      this.followJump();
      this.catchUp();
      this.arm();
    };
    this.armed = this.real.after(Math.max(0, dueMs - this.nowMs()), expire, { holdsProcess: false });
  }
}

/** Whether a clock is moved by hand. */
export function isMovable(clock: Clock): clock is MovableClock {
  return 'advance' in clock && typeof clock.advance === 'function';
}
