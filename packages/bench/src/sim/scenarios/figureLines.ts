import type { Spread } from '../figures.js';
import { coldStart, herd } from './fleets.js';
import { halfOpen } from './halfOpen.js';
import { readyAfter, resumedNever } from './lateAnswers.js';
import { closedAfterResume, dnsDead, idleBehindMiddlebox, serverDown, stoppedProcess } from './outages.js';
import { crashLoopOfADay, stormOfADay } from './storms.js';

const FOUR_MINUTES_MS = 240_000;

/** All figures of the directed scenarios, one line each, as they come. */
export async function* figureLines(): AsyncGenerator<string> {
  for (const kind of ['both', 'deaf', 'dumb', 'dumb and full'] as const) {
    yield `S-03, S-21 half-open (${kind}), 1,000 phases: ${inSeconds(await halfOpen(kind, 1_000))} (goal: p99 20 s, max 25 s)`;
  }
  yield `P-01 heartbeats not acknowledged, idle link, 200 phases: ${inSeconds(await halfOpen('zombie', 200))} (goal: two intervals and 1 s)`;
  yield* outageLines();
  yield* fleetLines();
  for (const storm of ['op 9', 'close'] as const) {
    for (const maxConcurrency of [1, 16]) {
      for (const shards of [1, 16, 100]) {
        const identifies = await stormOfADay(storm, shards, maxConcurrency);
        yield `S-12, P-07, I-04 24 h of ${storm}, ${shards} shards, max_concurrency ${maxConcurrency}: ${identifies} IDENTIFYs (goal: 300)`;
      }
    }
  }
  yield `I-04 24 h of a crash every second: ${await crashLoopOfADay(1_000)} IDENTIFYs (goal: 300)`;
}

async function* outageLines(): AsyncGenerator<string> {
  const down = await serverDown(1_000);
  yield (
    `S-19 server down for 10 s, 1,000 seeds: ${inSeconds(down.recoveryMs)} after its return, ${down.connects} connects at most, ` +
    `${down.identifies} IDENTIFYs, ${down.lost} events lost or doubled (goal: 5 s, 10 connects, 0, 0)`
  );
  const dns = await dnsDead(200);
  yield (
    `S-18 DNS dead for 10 min, 200 seeds: reached ${inSeconds(dns.reachedMs)} after its return, connected ${inSeconds(dns.recoveryMs)}, ` +
    `${dns.identifies} IDENTIFY at most (goal: 5 s, 1)`
  );
  const refused = await closedAfterResume();
  yield `S-13 closed after every RESUME: ${refused.connectsPerMinute} connects a minute, ${refused.identifies} IDENTIFY (goal: 12, 1)`;
  yield `S-20 idle for 1 h behind a middlebox of 60 s: ${await idleBehindMiddlebox()} disconnects (goal: 0)`;
  yield `S-22 stopped for 10 min, 200 seeds: ${inSeconds(await stoppedProcess(200))} (goal: 10 s)`;
  const ready = await readyAfter(FOUR_MINUTES_MS);
  yield `P-08 READY after 4 min: ${ready.identifies} IDENTIFY (goal: 1)`;
  const resumed = await resumedNever();
  yield `P-09 RESUMED never comes: ${(resumed.recoveryMs / 1_000).toFixed(1)} s, ${resumed.identifies} IDENTIFYs (goal: 70 s, 0)`;
}

async function* fleetLines(): AsyncGenerator<string> {
  const fallen = await herd(1_000);
  yield (
    `I-06 1,000 shards cut at once: ${fallen.connectsPerSecond} connects a second, fullest second ${fallen.peakToMean.toFixed(2)} x the mean, all up after ` +
    `${(fallen.allUpAfterMs / 1_000).toFixed(1)} s, ${fallen.resumes} RESUMEs, ${fallen.identifies} IDENTIFYs (goal: 50, 3)`
  );
  const cold = await coldStart(1_000, 16);
  yield `I-01, I-02 1,000 shards, max_concurrency 16: all up after ${(cold.allUpAfterMs / 1_000).toFixed(1)} s, ${cold.violations} violations (goal: 330.75 s, 0)`;
}

function inSeconds({ p50, p99, max }: Spread): string {
  const [middle, high, most] = [p50, p99, max].map((ms) => (ms / 1_000).toFixed(1));
  return `p50 ${String(middle)} s, p99 ${String(high)} s, max ${String(most)} s`;
}
