import { ManualClock } from '@aplomb/base';
import type { Stage } from '../src/actors/Stage.js';
import type { Home } from './arrangeHome.js';

/** A stage without bots: acts have nothing to wait for. */
export function makeStage(home: Home, realClock = new ManualClock()): Stage {
  const act = <Result>(deed: () => Result): Promise<Result> => new Promise((resolve) => resolve(deed()));
  return { ...home, act, expected: new Set(), realClock, throwBotErrors: () => undefined };
}
