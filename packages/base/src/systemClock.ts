import type { CancelTimer, Clock, TimerOptions } from './Clock.js';

/** Node fires a longer timer at once (with a warning), so long waits are cut into pieces of this length. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this process: `performance.now()`, `Date.now()` and `setTimeout`. These three appear nowhere else in aplomb. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  after,
};

function after(delayMs: number, callback: () => void, { holdsProcess = true }: TimerOptions = {}): CancelTimer {
  const dueMs = performance.now() + delayMs;
  let timer: NodeJS.Timeout;
  const arm = (): void => {
    const leftMs = dueMs - performance.now();
    // setTimeout counts whole milliseconds, and may fire up to one of them early: then the rest is waited for as well.
    timer = setTimeout(fire, Math.min(Math.max(0, Math.ceil(leftMs)), LONGEST_TIMER_MS));
    if (!holdsProcess) timer.unref();
  };
  const fire = (): void => {
    if (performance.now() < dueMs) arm();
    else callback();
  };
  arm();
  return () => {
    clearTimeout(timer);
  };
}
