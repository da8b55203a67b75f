import { dispatchEventNames } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import { DROP_ORDER, eventClassOf } from '../../src/handlers/eventClass.js';

describe('the class of an event', () => {
  it.each([
    ['TYPING_START', 'typing'],
    ['PRESENCE_UPDATE', 'presence'],
    ['VOICE_CHANNEL_EFFECT_SEND', 'effect'],
    ['MESSAGE_REACTION_REMOVE_EMOJI', 'reaction'],
    ['MESSAGE_POLL_VOTE_ADD', 'vote'],
    ['MESSAGE_DELETE_BULK', 'message'],
    ['SOMETHING_NEW', 'unknown'],
    ['constructor', 'unknown'],
    ['INTERACTION_CREATE', 'state'],
    ['VOICE_STATE_UPDATE', 'state'],
  ])('of %s is %s', (type, eventClass) => {
    expect(eventClassOf(type)).toBe(eventClass);
  });

  it('E-05 is never droppable for interactions, guilds, channels, threads, roles and members', () => {
    const kept = dispatchEventNames.filter((name) => /^(?:INTERACTION|GUILD|CHANNEL|THREAD|READY|RESUMED|ENTITLEMENT|STAGE)/.test(name));
    expect(kept.length).toBeGreaterThan(40);
    expect(kept.map(eventClassOf)).toEqual(kept.map(() => 'state'));
  });

  it('is droppable for thirteen dispatches and for what nobody knows, typing first', () => {
    expect(dispatchEventNames.filter((name) => eventClassOf(name) !== 'state')).toHaveLength(13);
    expect(DROP_ORDER.slice(0, 2)).toEqual(['typing', 'presence']);
  });
});
