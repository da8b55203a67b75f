import { describe, expect, it } from '@jest/globals';
import { hubWorld, NotingEar } from './hubWorld.js';

function worldWith(conditions: object, event = 'messageReactionAdd') {
  const world = hubWorld();
  const ear = new NotingEar({ event, conditions });
  ear.deadlineMs = 1_000;
  ear.onNote = (note) => {
    if (note.startsWith('end')) world.hub.remove(ear);
  };
  world.hub.add(ear);
  return { ...world, ear };
}

describe('a hub without collectors', () => {
  it('wants nothing, waits for nothing, and looks at nothing', () => {
    const { hub, isEmpty } = hubWorld();
    expect([hub.wants('MESSAGE_CREATE'), hub.wants('MESSAGE_DELETE'), hub.awaits('messageCreate')]).toEqual([false, false, false]);
    hub.hear('messageDelete', null, () => {
      throw new TypeError('nobody asked for this');
    });
    expect(isEmpty()).toBe(true);
  });
});

describe('a hub with a collector', () => {
  it('wants what it waits for, and what may end it', () => {
    const { hub } = worldWith({ messageId: '1', channelId: '2', guildId: '3' });
    const types = [
      'MESSAGE_REACTION_ADD',
      'MESSAGE_REACTION_REMOVE',
      'MESSAGE_DELETE',
      'MESSAGE_DELETE_BULK',
      'CHANNEL_DELETE',
      'THREAD_DELETE',
      'GUILD_DELETE',
      'GUILD_CREATE',
      'FOO_BAR',
    ];
    expect(types.filter((type) => !hub.wants(type))).toEqual(['MESSAGE_REACTION_REMOVE', 'GUILD_CREATE', 'FOO_BAR']);
    expect([hub.events, hub.awaits('messageReactionAdd')]).toEqual([['messageReactionAdd'], true]);
  });

  it('wants everything for one of `raw`, and what has no name for one of `unknownEvent`', () => {
    const [raw, unknown] = [worldWith({}, 'raw').hub, worldWith({}, 'unknownEvent').hub];
    expect([raw.wants('TYPING_START'), raw.wants('FOO_BAR')]).toEqual([true, true]);
    expect([unknown.wants('TYPING_START'), unknown.wants('FOO_BAR')]).toEqual([false, true]);
  });

  it('tells it the event before the event ends it', () => {
    const { ear, isEmpty, tell } = worldWith({ channelId: '2' }, 'channelDelete');
    tell('channelDelete', { id: '2' });
    expect(ear.notes).toEqual(['channelDelete', 'end: channelDelete']);
    expect(isEmpty()).toBe(true);
  });

  it('wakes it at its deadline', () => {
    const { clock, ear } = worldWith({});
    clock.advance(1_000);
    expect(ear.notes).toEqual(['wake']);
  });

  it('says what begins to be waited for', () => {
    expect(worldWith({}).listened).toEqual(['messageReactionAdd']);
  });

  it('ends it when its shards are down, and takes the next', () => {
    const { ear, hub, isEmpty } = worldWith({ channelId: '2' });
    hub.endAll();
    expect([ear.notes, isEmpty(), hub.isClosed]).toEqual([['end: shutdown'], true, false]);
  });

  it('is closed for good with the client', () => {
    const { ear, hub } = worldWith({});
    hub.close();
    expect([ear.notes, hub.isClosed]).toEqual([['end: shutdown'], true]);
  });

  it('ends it with what went without an event', () => {
    const { ear, hub } = worldWith({ channelId: '2' });
    hub.parentGone('thread', ['2']);
    expect(ear.notes).toEqual(['end: threadDelete']);
  });
});
