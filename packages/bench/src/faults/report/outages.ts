import { sleep, systemClock } from '@aplomb/base';
import type { Figure } from './Figure.js';
import { deliveryText, isClean, Subject } from './Subject.js';

const UNANSWERED_MS = 11_000;
const DEAD_URL_MS = 1_500;
const DOWN_MS = 10_000;
const RETURN_MS = 5_000;
const MOST_CONNECTS = 10;

/** Hosts that say nothing, hosts that are gone, and a Discord that is down for a while. */
export async function* outageFigures(): AsyncGenerator<Figure> {
  yield recovery('HELLO never answered', UNANSWERED_MS, async (subject) => {
    subject.faults.withholdHello();
    return subject.recoveryMs(() => {
      subject.faults.resetSocket(0);
    });
  });
  yield recovery('upgrade never answered', UNANSWERED_MS, async (subject) => {
    subject.faults.hangUpgrade();
    return subject.recoveryMs(() => {
      subject.faults.resetSocket(0);
    });
  });
  yield deadResumeUrl();
  yield serverDown();
}

async function recovery(name: string, mostMs: number, suffer: (subject: Subject) => Promise<number>): Promise<Figure> {
  await using subject = await Subject.connected();
  return await recoveryFigure(name, mostMs, subject, await suffer(subject));
}

async function deadResumeUrl(): Promise<Figure> {
  await using subject = await Subject.connected({}, ({ faults }) => {
    faults.deadResumeUrl();
  });
  const tookMs = await subject.recoveryMs(() => {
    subject.faults.resetSocket(0);
  });
  return await recoveryFigure('dead resume URL', DEAD_URL_MS, subject, tookMs);
}

async function recoveryFigure(name: string, mostMs: number, subject: Subject, tookMs: number): Promise<Figure> {
  const delivery = await subject.delivery();
  return {
    name: `${name}: RESUMED, lost/duplicated/IDENTIFYs`,
    goal: `≤ ${mostMs} ms, 0/0/0`,
    measured: `${tookMs.toFixed(0)} ms, ${deliveryText(delivery)}`,
    isMet: tookMs <= mostMs && isClean(delivery),
  };
}

async function serverDown(): Promise<Figure> {
  await using subject = await Subject.connected();
  let returnedMs = 0;
  let connects = 0;
  await subject.recoveryMs(async () => {
    const before = subject.connects;
    await subject.faults.down();
    await sleep(systemClock, DOWN_MS);
    connects = subject.connects - before;
    await subject.faults.up();
    returnedMs = systemClock.nowMs();
  });
  const tookMs = systemClock.nowMs() - returnedMs;
  const delivery = await subject.delivery();
  return {
    name: `server down for ${DOWN_MS / 1_000} s: connects, RESUMED after its return, lost/duplicated/IDENTIFYs`,
    goal: `≤ ${MOST_CONNECTS}, ≤ ${RETURN_MS} ms, 0/0/0`,
    measured: `${connects}, ${tookMs.toFixed(0)} ms, ${deliveryText(delivery)}`,
    isMet: connects <= MOST_CONNECTS && tookMs <= RETURN_MS && isClean(delivery),
  };
}
