/** Takes back a scheduled call. Calling it after the call was made, or twice, does nothing. */
export type CancelTimer = () => void;

/** How a call waits. */
export interface TimerOptions {
  /**
   * Whether the process stays alive for this call, when nothing else keeps it.
   *
   * @defaultValue `true`
   */
  readonly holdsProcess?: boolean;
}

/**
 * Where time comes from. Everything in aplomb that waits asks a clock, so that a test can wind it by hand.
 *
 * @example
 * ```ts
 * import { ManualClock } from '@aplomb/base';
 *
 * const clock = new ManualClock();
 * clock.after(1_000, () => console.log('one second later'));
 * clock.advance(1_000);
 * ```
 */
export interface Clock {
  /** Monotonic time in milliseconds. It never jumps, and stands still while the machine is suspended. */
  nowMs(): number;
  /** Wall-clock time in milliseconds since 1970. It may jump either way; it is for writing down, never for measuring. */
  wallMs(): number;
  /**
   * Calls `callback` once, `delayMs` milliseconds from now or later. A clock that keeps no process alive has no use for `options`.
   */
  after(delayMs: number, callback: () => void, options?: TimerOptions): CancelTimer;
}
