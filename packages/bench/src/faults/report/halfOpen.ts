import { sleep, systemClock } from '@aplomb/base';
import { FastClock } from './FastClock.js';
import type { Figure } from './Figure.js';
import { deliveryText, isClean, Subject } from './Subject.js';

const SPEED = 20;
const MOST_MS = 25_000;

const MOMENTS = 10;

/**
 * A link that dies without a word, on a real socket and at ten moments: every silence of the shard divided by twenty, since its clock runs that fast.
 */
export async function halfOpenFigure(): Promise<Figure> {
  await using subject = await Subject.connected({ clock: new FastClock(SPEED) });
  let slowestMs = 0;
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    await subject.delivery();
    await sleep(systemClock, 90 * moment);
    const tookMs = await subject.recoveryMs(() => {
      subject.faults.blackhole(0);
    });
    slowestMs = Math.max(slowestMs, tookMs);
  }
  const delivery = await subject.delivery();
  return {
    name: `half-open link, all times divided by ${SPEED}, ${MOMENTS} moments: RESUMED, lost/duplicated/IDENTIFYs`,
    goal: `≤ ${MOST_MS / SPEED} ms, 0/0/0`,
    measured: `max ${slowestMs.toFixed(0)} ms, ${deliveryText(delivery)}`,
    isMet: slowestMs <= MOST_MS / SPEED && isClean(delivery),
  };
}
