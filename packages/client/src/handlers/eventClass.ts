import { eventOfDispatch } from '../eventNames.js';

/** Events that may be dropped when handlers are too slow, the least important first. */
export const DROP_ORDER = ['typing', 'presence', 'effect', 'reaction', 'vote', 'message', 'unknown'] as const;

/** What may be dropped. */
export type DroppableClass = (typeof DROP_ORDER)[number];

/** What an event is worth when not all can be handled; `state` is never dropped. */
export type EventClass = DroppableClass | 'state';

/**
 * What is lost for a moment or can be asked for again. All other dispatches tell the state of a guild, a channel, a role, a member, a purchase …, or are
 * interactions, on whose answer somebody waits: a bot that misses one is wrong from then on.
 */
const DROPPABLE: ReadonlyMap<string, DroppableClass> = new Map([
  ['TYPING_START', 'typing'],
  ['PRESENCE_UPDATE', 'presence'],
  ['VOICE_CHANNEL_EFFECT_SEND', 'effect'],
  ['MESSAGE_REACTION_ADD', 'reaction'],
  ['MESSAGE_REACTION_REMOVE', 'reaction'],
  ['MESSAGE_REACTION_REMOVE_ALL', 'reaction'],
  ['MESSAGE_REACTION_REMOVE_EMOJI', 'reaction'],
  ['MESSAGE_POLL_VOTE_ADD', 'vote'],
  ['MESSAGE_POLL_VOTE_REMOVE', 'vote'],
  ['MESSAGE_CREATE', 'message'],
  ['MESSAGE_UPDATE', 'message'],
  ['MESSAGE_DELETE', 'message'],
  ['MESSAGE_DELETE_BULK', 'message'],
]);

/** The class of a dispatch, by its name on the wire. */
export function eventClassOf(type: string): EventClass {
  return eventOfDispatch.has(type) ? (DROPPABLE.get(type) ?? 'state') : 'unknown';
}
