import type { InteractionNews } from '@aplomb/fake-discord';
import type { Batch } from './Batch.js';
import type { EventReducers } from './EventReducer.js';
import { withEntry, withoutEntry } from './PersonState.js';

const autocompletion = 4;

/** What becomes of the person's own interactions: those that are open or failed are kept, the others are done with. */
export const interactionReducers: EventReducers = {
  INTERACTION_STATE: (batch: Batch, news: InteractionNews) => {
    if (news.kind === autocompletion) return;
    const { interactions } = batch.state;
    const isKept = news.state === 'opened' || news.state === 'failed' || (news.state === 'thinking' && news.replyId === null);
    batch.set({ interactions: isKept ? withEntry(interactions, news.id, news) : withoutEntry(interactions, news.id) });
    if (news.state === 'modal') batch.set({ modal: news });
  },
};
