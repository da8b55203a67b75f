import { coldStart } from '../../sim/scenarios/fleets.js';
import { halfOpen } from '../../sim/scenarios/halfOpen.js';
import { stormOfADay } from '../../sim/scenarios/storms.js';
import type { Figure, ReportSize } from './Figure.js';

const HALF_OPEN_P99_MS = 20_000;
const HALF_OPEN_MAX_MS = 25_000;
const MOST_IDENTIFIES = 300;
const FLEET = { shards: 1_000, maxConcurrency: 16 };
const WINDOW_MS = 5_000;

/** What takes hours or a thousand shards, in virtual time. */
export async function* virtualFigures({ phases, storms }: ReportSize): AsyncGenerator<Figure> {
  yield halfOpenPhases(phases);
  for (const storm of ['op 9', 'close'] as const) {
    for (const { shards, maxConcurrency } of storms) {
      const identifies = await stormOfADay(storm, shards, maxConcurrency);
      yield {
        name: `24 h of ${storm === 'op 9' ? 'op 9' : 'close'} after every IDENTIFY, ${shards} shards, max_concurrency ${maxConcurrency} (virtual)`,
        goal: `≤ ${MOST_IDENTIFIES} IDENTIFYs`,
        measured: `${identifies} IDENTIFYs`,
        isMet: identifies <= MOST_IDENTIFIES,
      };
    }
  }
  yield fleetStart();
}

async function halfOpenPhases(phases: number): Promise<Figure> {
  const { p99, max } = await halfOpen('both', phases);
  return {
    name: `half-open link at 41.25 s heartbeats, ${phases} phases (virtual)`,
    goal: 'p99 ≤ 20 s, max ≤ 25 s',
    measured: `p99 ${(p99 / 1_000).toFixed(1)} s, max ${(max / 1_000).toFixed(1)} s`,
    isMet: p99 <= HALF_OPEN_P99_MS && max <= HALF_OPEN_MAX_MS,
  };
}

async function fleetStart(): Promise<Figure> {
  const { shards, maxConcurrency } = FLEET;
  const mostMs = 1.05 * Math.ceil(shards / maxConcurrency) * WINDOW_MS;
  const { allUpAfterMs, violations } = await coldStart(shards, maxConcurrency);
  return {
    name: `cold start of ${shards} shards, max_concurrency ${maxConcurrency} (virtual)`,
    goal: `≤ ${(mostMs / 1_000).toFixed(1)} s, 0 violations`,
    measured: `${(allUpAfterMs / 1_000).toFixed(1)} s, ${violations} violations`,
    isMet: allUpAfterMs <= mostMs && violations === 0,
  };
}
