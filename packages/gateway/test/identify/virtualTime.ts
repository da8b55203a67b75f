import type { ManualClock } from '@aplomb/base';

/** Lets every promise that can settle without time settle. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Winds `clock` by `ms`, timer by timer, and lets promises settle after each. */
export async function pass(clock: ManualClock, ms: number): Promise<void> {
  const untilMs = clock.nowMs() + ms;
  await settled();
  for (let next = clock.nextTimerMs; next !== null && next <= untilMs; next = clock.nextTimerMs) {
    clock.advance(Math.max(0, next - clock.nowMs()));
    await settled();
  }
  clock.advance(untilMs - clock.nowMs());
  await settled();
}
