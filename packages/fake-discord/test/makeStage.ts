import { ManualClock } from '@aplomb/base';
import type { Stage } from '../src/actors/Stage.js';
import { Signal } from '../src/Signal.js';
import { InteractionStates } from '../src/watch/InteractionStates.js';
import type { Home } from './arrangeHome.js';

/** A stage without bots: acts have nothing to wait for. */
export function makeStage(home: Home, realClock = new ManualClock()): Stage {
  const act = <Result>(deed: () => Result): Promise<Result> => new Promise((resolve) => resolve(deed()));
  const interactionStates = new InteractionStates(home.world, home.interactions);
  const signals: Pick<Stage, 'acts' | 'advances' | 'doneActs' | 'strikes'> = {
    acts: new Signal(),
    advances: new Signal(),
    doneActs: new Signal(),
    strikes: new Signal(),
  };
  return {
    ...home,
    ...signals,
    act,
    arrangedCommands: [],
    expected: new Set(),
    interactionStates,
    realClock,
    throwBotErrors: () => undefined,
  };
}
