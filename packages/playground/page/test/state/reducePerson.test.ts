import { describe, expect, it } from '@jest/globals';
import type { PersonState } from '../../src/state/PersonState.js';
import { reducePerson } from '../../src/state/reducePerson.js';
import { alice, bob, channel, guild, message, person, user } from '../fixtures.js';

const after = (state: PersonState, ...events: readonly (readonly [string, unknown])[]): PersonState =>
  reducePerson(
    state,
    events.map(([t, d]) => ({ d, t })),
    1_000,
  );

const idsIn = (state: PersonState, channelId = '20'): unknown => state.rooms.get(channelId)?.messages.map(({ id }) => id);
const guildOf = (state: PersonState) => state.guilds.get('10');

describe('what a person sees, after messages', () => {
  const two = after(person, ['MESSAGE_CREATE', message({ id: '1' })], ['MESSAGE_CREATE', message({ id: '2' })]);

  it('has them in their order, in their channel', () => {
    const mixed = after(two, ['MESSAGE_CREATE', message({ channel_id: '21', id: '4' })], ['MESSAGE_CREATE', message({ id: '3' })]);
    expect([idsIn(mixed), idsIn(mixed, '21')]).toEqual([['1', '2', '3'], ['4']]);
  });

  it('leaves the state before as it was', () => {
    after(two, ['MESSAGE_CREATE', message({ id: '3' })], ['MESSAGE_DELETE', { channel_id: '20', id: '1' }]);
    expect(idsIn(two)).toEqual(['1', '2']);
  });

  it('knows what was changed and deleted', () => {
    const changed = after(
      two,
      ['MESSAGE_UPDATE', { channel_id: '20', content: 'new', id: '1' }],
      ['MESSAGE_DELETE', { channel_id: '20', id: '2' }],
    );
    expect(changed.rooms.get('20')?.messages).toMatchObject([{ author: bob, content: 'new', id: '1' }]);
    expect(idsIn(after(two, ['MESSAGE_DELETE_BULK', { channel_id: '20', ids: ['1', '2'] }]))).toEqual([]);
  });

  it('marks the channel unread, unless they wrote it themselves', () => {
    expect([...two.unread]).toEqual(['20']);
    expect([...after(person, ['MESSAGE_CREATE', message({ author: alice, id: '1' })]).unread]).toEqual([]);
  });

  it('counts reactions and votes', () => {
    const reaction = { channel_id: '20', emoji: { id: null, name: '🍵' }, message_id: '1', user_id: '100' };
    const reacted = after(two, ['MESSAGE_REACTION_ADD', reaction]);
    expect(reacted.rooms.get('20')?.messages[0]?.reactions).toMatchObject([{ count: 1, me: true }]);
    const emptied = after(reacted, ['MESSAGE_REACTION_REMOVE_ALL', { channel_id: '20', message_id: '1' }]);
    expect(emptied.rooms.get('20')?.messages[0]?.reactions).toEqual([]);
  });

  it('counts what is said in a thread, but not what it began with', () => {
    const said = (id: string, more = {}) => ['MESSAGE_CREATE', message({ channel_id: '30', id, ...more })] as const;
    const begun = after(person, ['THREAD_CREATE', channel('30', 'Scones', { message_count: 0, type: 11 })]);
    const talked = after(begun, said('30'), said('31', { type: 21 }), said('32'), said('33'), said('34', { flags: 64 }));
    const countIn = (state: PersonState) => state.channels.get('30');
    expect(countIn(talked)).toMatchObject({ message_count: 2 });
    const gone = (id: string) => ['MESSAGE_DELETE', { channel_id: '30', id }] as const;
    expect(countIn(after(talked, gone('32'), gone('34')))).toMatchObject({ message_count: 1 });
  });

  it('copies a list once for all events of a frame', () => {
    const events = Array.from({ length: 12_000 }, (_, index) => ['MESSAGE_CREATE', message({ id: String(1_000 + index) })] as const);
    const began = performance.now();
    expect(idsIn(after(person, ...events))).toHaveLength(12_000);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('what a person sees, while others type', () => {
  const typing = after(person, ['TYPING_START', { channel_id: '20', user_id: '101' }]);

  it('says so for ten seconds', () => {
    expect(typing.typing).toEqual([{ channelId: '20', untilMs: 11_000, userId: '101' }]);
  });

  it('ends it with their message', () => {
    expect(after(typing, ['MESSAGE_CREATE', message({ id: '1' })]).typing).toEqual([]);
  });

  it('says nothing of their own typing', () => {
    expect(after(person, ['TYPING_START', { channel_id: '20', user_id: '100' }]).typing).toEqual([]);
  });
});

describe('what a person sees of a guild', () => {
  it('follows roles, members, and who is where in voice', () => {
    const carol = user('103', 'carol');
    const now = after(
      person,
      ['GUILD_ROLE_CREATE', { guild_id: '10', role: { id: '12', name: 'Guest' } }],
      ['GUILD_MEMBER_ADD', { guild_id: '10', roles: ['12'], user: carol }],
      ['VOICE_STATE_UPDATE', { channel_id: '30', guild_id: '10', user_id: '103' }],
      ['PRESENCE_UPDATE', { guild_id: '10', status: 'idle', user: { id: '103' } }],
    );
    expect(guildOf(now)?.roles.get('12')).toMatchObject({ name: 'Guest' });
    expect(guildOf(now)?.members.get('103')).toEqual({ roles: ['12'], user: carol });
    expect([guildOf(now)?.voice.get('103')?.channel_id, guildOf(now)?.presences.get('103')]).toEqual(['30', 'idle']);
    expect(now.users.get('103')).toBe(carol);
    const later = after(
      now,
      ['GUILD_ROLE_DELETE', { guild_id: '10', role_id: '12' }],
      ['GUILD_MEMBER_REMOVE', { guild_id: '10', user: carol }],
      ['VOICE_STATE_UPDATE', { channel_id: null, guild_id: '10', user_id: '103' }],
    );
    expect([guildOf(later)?.roles.has('12'), guildOf(later)?.members.has('103'), guildOf(later)?.voice.has('103')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('keeps what an update of a member does not name', () => {
    const now = after(person, ['GUILD_MEMBER_UPDATE', { guild_id: '10', nick: 'Al', user: alice }]);
    expect(guildOf(now)?.members.get('100')).toEqual({ nick: 'Al', roles: ['11'], user: alice });
  });

  it('lets channels come into sight and go out of it', () => {
    const now = after(person, ['CHANNEL_CREATE', channel('22', 'kitchen')], ['THREAD_CREATE', channel('23', 'thread', { type: 11 })]);
    expect([...now.channels.keys()]).toEqual(['20', '21', '22', '23']);
    const later = after(now, ['MESSAGE_CREATE', message({ channel_id: '22', id: '1' })], ['CHANNEL_DELETE', { id: '22' }]);
    expect(later.channels.has('22')).toBe(false);
  });

  it('comes and goes as a whole', () => {
    const gone = after(person, ['GUILD_DELETE', { id: '10' }]);
    expect([gone.guilds.size, gone.channels.size]).toEqual([0, 0]);
    const back = after(gone, ['GUILD_CREATE', guild()]);
    expect([back.guilds.size, back.channels.size]).toEqual([1, 2]);
  });
});

describe('what a person sees of their interactions', () => {
  const news = { channelId: '20', id: '1', kind: 3, messageId: '5', name: 'yes', replyId: null, state: 'opened', userId: '100' };
  const states = (...list: string[]) => after(person, ...list.map((state) => ['INTERACTION_STATE', { ...news, state }] as const));

  it('is pending until there is an answer', () => {
    expect(states('opened').interactions.get('1')).toMatchObject({ state: 'opened' });
    expect(states('opened', 'answered').interactions.size).toBe(0);
  });

  it('stays when it failed, until it is sent away', () => {
    expect(states('opened', 'failed').interactions.get('1')).toMatchObject({ state: 'failed' });
  });

  it('is a modal that waits', () => {
    const asked = after(person, ['INTERACTION_STATE', { ...news, modal: { components: [], custom_id: 'm', title: 'T' }, state: 'modal' }]);
    expect(asked.modal?.modal?.title).toBe('T');
  });

  it('is nothing to wait for while suggestions are asked', () => {
    expect(after(person, ['INTERACTION_STATE', { ...news, kind: 4 }]).interactions.size).toBe(0);
  });
});

describe('an event that the page does not show', () => {
  it('changes nothing', () => {
    expect(after(person, ['GUILD_INTEGRATIONS_UPDATE', {}])).toBe(person);
  });
});
