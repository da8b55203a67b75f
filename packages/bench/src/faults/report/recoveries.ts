import { spreadOf } from '../../sim/figures.js';
import type { Figure } from './Figure.js';
import { Subject } from './Subject.js';

const FAST_P50_MS = 45;
const DEFAULT_P99_MS = 250;

const HARMS: Readonly<Record<string, (subject: Subject) => void>> = {
  RST: ({ faults }) => {
    faults.resetSocket(0);
  },
  FIN: ({ faults }) => {
    faults.dropSocket(0);
  },
  'op 7': ({ faults }) => {
    faults.reconnect(0);
  },
};

/** From the end of a link to RESUMED, over real sockets: without jitter, and as it comes. */
export async function* recoveryFigures(times: number): AsyncGenerator<Figure> {
  for (const [name, harm] of Object.entries(HARMS)) {
    const fast = spreadOf(await recoveries(harm, times, { random: () => 0 }));
    yield {
      name: `RESUMED after ${name}, ${times} times, random: () => 0`,
      goal: `p50 ≤ ${FAST_P50_MS} ms`,
      measured: `p50 ${fast.p50.toFixed(1)} ms, p99 ${fast.p99.toFixed(1)} ms`,
      isMet: fast.p50 <= FAST_P50_MS,
    };
    const usual = spreadOf(await recoveries(harm, times, {}));
    yield {
      name: `RESUMED after ${name}, ${times} times, defaults`,
      goal: `p99 ≤ ${DEFAULT_P99_MS} ms`,
      measured: `p50 ${usual.p50.toFixed(1)} ms, p99 ${usual.p99.toFixed(1)} ms`,
      isMet: usual.p99 <= DEFAULT_P99_MS,
    };
  }
}

async function recoveries(harm: (subject: Subject) => void, times: number, shard: { readonly random?: () => number }): Promise<number[]> {
  await using subject = await Subject.connected({ shard });
  const tookMs: number[] = [];
  for (let time = 0; time < times; time += 1) {
    tookMs.push(
      await subject.recoveryMs(() => {
        harm(subject);
      }),
    );
    // A link that carried nothing would count as a failure.
    await subject.delivery();
  }
  return tookMs;
}
