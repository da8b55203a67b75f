import { channelReducers } from './channels.js';
import { entityReducers } from './entities.js';
import { guildReducers } from './guilds.js';
import { hintReducers } from './hints.js';
import { memberReducers } from './members.js';
import { messageReducers } from './messages.js';
import { pollReducers } from './polls.js';
import { presenceReducers } from './presences.js';
import { reactionReducers } from './reactions.js';
import type { Reducer } from './Reducer.js';
import { roleReducers } from './roles.js';
import { sessionReducers } from './sessions.js';
import { threadReducers } from './threads.js';
import { voiceReducers } from './voice.js';

/** The reducer of each event that changes what the cache knows. */
export const reducers: ReadonlyMap<string, Reducer> = new Map(
  Object.entries({
    ...channelReducers,
    ...entityReducers,
    ...guildReducers,
    ...hintReducers,
    ...memberReducers,
    ...messageReducers,
    ...pollReducers,
    ...presenceReducers,
    ...reactionReducers,
    ...roleReducers,
    ...sessionReducers,
    ...threadReducers,
    ...voiceReducers,
  }),
);

/** The events that the cache wants parsed. It has no use for the others. */
export const CACHED_EVENTS: ReadonlySet<string> = new Set(reducers.keys());
