import type { CallsOf } from './Call.js';
import { where, who } from './places.js';
import { id, object, optional, whole } from './readers.js';

const HISTORY = 50;
const HISTORY_MAX = 200;

/** What one looks at. */
export const readingCalls: CallsOf<'commands' | 'history' | 'pins'> = {
  history: {
    reads: object({ as: id, channelId: id, before: optional(id), limit: optional(whole(1, HISTORY_MAX)) }),
    does: (scene, { before, limit = HISTORY, ...args }) => {
      // One more than asked for, to know whether there are more.
      const found = who(scene, args).messagesIn(where(scene, args), { limit: limit + 1, ...(before !== undefined && { before }) });
      return { messages: found.slice(-limit), hasMore: found.length > limit };
    },
  },
  pins: {
    reads: object({ as: id, channelId: id }),
    does: (scene, args) => {
      const found = who(scene, args).messagesIn(where(scene, args), { limit: Number.MAX_SAFE_INTEGER });
      return { messages: found.filter(({ pinned }) => pinned).reverse() };
    },
  },
  commands: {
    reads: object({ as: id, channelId: id }),
    does: (scene, args) => ({ commands: who(scene, args).commandsIn(where(scene, args)) }),
  },
};
