import { ManualClock } from '@aplomb/base';
import type { Stage } from '../src/actors/Stage.js';
import type { Home } from './arrangeHome.js';

/** A stage without bots: acts have nothing to wait for. */
export function makeStage({ messages, reactions, world }: Home, realClock = new ManualClock()): Stage {
  const act = <Result>(deed: () => Result): Promise<Result> => new Promise((resolve) => resolve(deed()));
  return { act, expected: new Set(), messages, reactions, realClock, throwBotErrors: () => undefined, world };
}
