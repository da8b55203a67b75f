import { sleep, type Clock } from '@aplomb/base';

/** How long a long work may keep the loop before others have their turn. A heartbeat waits for no longer. */
const SLICE_MS = 10;

/** To be awaited again and again in a long work: it lets the loop turn whenever the work has lasted for 10 ms. */
export function turns(clock: Clock): () => Promise<void> {
  let sinceMs = clock.nowMs();
  return async () => {
    if (clock.nowMs() - sinceMs < SLICE_MS) return;
    await sleep(clock, 0);
    sinceMs = clock.nowMs();
  };
}
