import type { PersonEvent } from '@aplomb/fake-discord';
import { Batch } from './Batch.js';
import { channelReducers } from './channelReducers.js';
import type { EventReducers } from './EventReducer.js';
import { guildReducers } from './guildReducers.js';
import { interactionReducers } from './interactionReducers.js';
import { messageReducers } from './messageReducers.js';
import type { PersonState } from './PersonState.js';

const reducers: EventReducers = {
  ...channelReducers,
  ...guildReducers,
  ...interactionReducers,
  ...messageReducers,
};

/** A person's state after some events, in their order. Events that the page does not show change nothing. */
export function reducePerson(state: PersonState, events: readonly PersonEvent[], nowMs: number): PersonState {
  const batch = new Batch(state, nowMs);
  for (const { d, t } of events) reducers[t]?.(batch, d as never);
  return batch.finish();
}
