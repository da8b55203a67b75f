import { OptionsError } from '@aplomb/base';
import { WorldClock } from './WorldClock.js';
import type { MovableClock } from './WorldClock.js';

/** @throws {@link OptionsError} `INVALID_OPTION` when `ms` is no length of time */
export function advanceClock(clock: MovableClock, ms: number): void {
  if (ms >= 0 && ms < Infinity) {
    clock.advance(ms);
    return;
  }
  throw new OptionsError('INVALID_OPTION', { what: `Time cannot be advanced by ${String(ms)} ms.`, cure: 'Give a number from 0 up.' });
}

/**
 * The steps in which a clock is moved while bots are connected. One that is wound by hand moves connections too: in steps of half a heartbeat, with time for
 * what goes over real sockets between them, no leap is taken for silence.
 */
export function stepsOf(clock: MovableClock, ms: number, heartbeatIntervalMs: number): readonly number[] {
  const stepMs = heartbeatIntervalMs / 2;
  if (clock instanceof WorldClock || !(ms > stepMs) || ms === Infinity) return [ms];
  const count = Math.ceil(ms / stepMs);
  return Array.from({ length: count }, (_, step) => Math.min(stepMs, ms - step * stepMs));
}

/** Stops a clock or lets it go on. One that is wound by hand stands still anyway. */
export function setPaused(clock: MovableClock, isPaused: boolean): void {
  if (!(clock instanceof WorldClock)) return;
  if (isPaused) clock.pause();
  else clock.resume();
}

/** Whether a clock stands still. */
export function isPaused(clock: MovableClock): boolean {
  return !(clock instanceof WorldClock) || clock.isPaused;
}
