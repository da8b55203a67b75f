import type { Stage } from '../actors/Stage.js';
import type { PersonEvent } from './PersonEvent.js';
import { PersonWatch } from './PersonWatch.js';

/** Tells what one person sees happen, with the states of their own interactions. Returns what ends it. */
export function watchAs({ interactionStates, world }: Stage, userId: string, listener: (event: PersonEvent) => void): () => void {
  const watch = new PersonWatch(world, userId, listener);
  const ends = [
    world.occurrences.listen((occurrence) => {
      watch.take(occurrence);
    }),
    interactionStates.news.listen((news) => {
      if (news.userId === userId) listener({ t: 'INTERACTION_STATE', d: news });
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
