import { ManualClock, OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cache } from '../src/Cache.js';
import { CACHED_EVENTS } from '../src/reducers/reducers.js';
import { anyHostile, CHANNEL, channel, GUILD, guild, id, member, message, ready, send, thread, user } from './payloads.js';

function home(options: ConstructorParameters<typeof Cache>[0] = {}): Cache {
  const cache = new Cache(options);
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

describe('a cache', () => {
  it('never throws, whatever a payload is, and can still be read', () => {
    const names = [...CACHED_EVENTS, 'TYPING_START', '__proto__', 'constructor'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(anyHostile(), fc.jsonValue())), { maxLength: 20, size: 'max' }),
        (events) => {
          const cache = home({ policy: { presences: true, threadMembers: true, members: { limit: 3 }, messages: { limit: 2 } } });
          for (const [t, d] of events) cache.apply({ t, d }, { shardId: 0 });
          for (const { id: guildId } of cache.guilds()) cache.guildData(guildId);
          cache.sweep();
          cache.memoryReport();
          cache.clear();
          expect(cache.stats()).toMatchObject({ guilds: 0, channels: 0, users: 0, members: 0, parked: 0 });
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([...CACHED_EVENTS])('%s without what it is about, or with that in another shape, changes nothing', (t) => {
    const cache = home();
    send(cache, 'THREAD_CREATE', thread(200));
    send(cache, 'MESSAGE_CREATE', message(300));
    const told = (): unknown => [cache.stats(), cache.guildData(GUILD), cache.messages(CHANNEL), cache.channel(id(200))];
    const before = told();
    const place = { guild_id: GUILD, channel_id: CHANNEL };
    for (const wrong of [undefined, 7, 'x', [], {}, [7, {}]]) {
      const parts = { user: wrong, role: wrong, emoji: wrong, members: wrong, presences: wrong, author: wrong, member: wrong, ids: wrong };
      send(cache, t, {
        ...place,
        ...parts,
        user_id: wrong,
        message_id: wrong,
        answer_id: wrong,
        role_id: wrong,
        code: undefined,
        added_members: wrong,
      });
      for (const guildId of [undefined, 5, {}]) send(cache, t, { ...parts, guild_id: guildId, channel_id: wrong });
    }
    expect(told()).toEqual(before);
  });

  it('reads a payload that is nested deeper than a stack', () => {
    const cache = home();
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    for (const t of CACHED_EVENTS)
      send(cache, t, {
        id: id(300),
        guild_id: GUILD,
        channel_id: CHANNEL,
        user: { id: id(901), deep },
        content: deep,
        poll: deep,
        type: deep,
      });
    expect(cache.memoryReport().totalBytes).toBeGreaterThan(0);
  });

  it('ignores events that it does not know', () => {
    expect(home().apply({ t: 'TYPING_START', d: {} }, { shardId: 0 })).toEqual({
      before: undefined,
      after: undefined,
      removed: {},
      user: undefined,
      passage: null,
      outcome: 'ignored',
    });
  });

  it('refuses options that it does not know', () => {
    expect(() => new Cache({ polices: {} } as never)).toThrow(OptionsError);
    expect(() => new Cache({ policy: { mesages: true } as never })).toThrow('Did you mean `messages`?');
    expect(() => new Cache({ tables: 7 as never })).toThrow('`tables` is no function');
  });

  it('K-08 replay: an event whose number was applied changes nothing, until READY begins a new session', () => {
    const cache = home();
    const vote = { t: 'GUILD_MEMBER_REMOVE', s: 12, d: { guild_id: GUILD, user: user(903) } };
    expect(cache.apply(vote, { shardId: 0 }).outcome).toBe('applied');
    expect(cache.apply({ ...vote, d: { guild_id: GUILD, user: user(904) } }, { shardId: 0, replayed: true }).outcome).toBe('repeated');
    expect(cache.apply({ ...vote, d: { guild_id: GUILD, user: user(905) } }, { shardId: 1 }).outcome).toBe('applied');
    cache.apply({ t: 'READY', s: 1, d: ready() }, { shardId: 0 });
    expect(cache.apply({ ...vote, s: 2 }, { shardId: 0 }).outcome).toBe('applied');
    expect(cache.stats().repeated).toBe(1);
  });
});

describe('an event before its parent', () => {
  it('does not wait for a guild that was left a moment ago', () => {
    const cache = home();
    send(cache, 'GUILD_DELETE', { id: GUILD });
    expect(send(cache, 'CHANNEL_CREATE', channel(101)).outcome).toBe('ignored');
    expect(send(cache, 'GUILD_UPDATE', { id: GUILD }).outcome).toBe('ignored');
  });
});

describe('bounds', () => {
  it('the oldest goes first, and is no consequence of the event', () => {
    const cache = home({ policy: { messages: { limit: 2 } } });
    for (const n of [300, 301, 302]) expect(send(cache, 'MESSAGE_CREATE', message(n)).removed).toEqual({});
    expect(cache.messages(CHANNEL).map((each) => each.id)).toEqual([id(301), id(302)]);
  });

  it('never take the bot or @everyone, and let go of the users', () => {
    const cache = new Cache({ policy: { members: { limit: 2 }, roles: { limit: 1 } } });
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild({ members: [900, 901, 902, 903].map((n) => member(n)) }));
    expect(cache.all('members', GUILD).map((each) => each.user_id)).toEqual([id(900), id(903)]);
    expect(cache.all('roles', GUILD).map((each) => each.id)).toEqual([GUILD]);
    expect(cache.stats().users).toBe(2);
  });

  it('an age takes what was not written for so long', () => {
    const clock = new ManualClock();
    const cache = home({ clock, policy: { messages: { maxAgeMs: 60_000 } } });
    send(cache, 'MESSAGE_CREATE', message(300));
    clock.advance(40_000);
    send(cache, 'MESSAGE_CREATE', message(301));
    clock.advance(30_000);
    // The sweep comes with the next event.
    send(cache, 'TYPING_START', {});
    expect(cache.messages(CHANNEL).map((each) => each.id)).toEqual([id(301)]);
  });

  it('a filter decides, and one that throws refuses nothing and is told', () => {
    const cache = home({
      policy: {
        roles: { keep: ({ name }) => name !== 'role50' },
        channels: {
          keep: () => {
            throw new TypeError('a bug in a filter');
          },
        },
      },
    });
    expect(cache.stats()).toMatchObject({ roles: 1, channels: 1, failedFilters: 1 });
  });

  it('change while the bot runs', () => {
    const cache = home();
    for (const n of [300, 301, 302]) send(cache, 'MESSAGE_CREATE', message(n));
    cache.resize({ messages: { limit: 1 }, roles: false });
    expect(cache.stats()).toMatchObject({ messages: 1, roles: 0, members: 2 });
    expect([cache.policy.messages.limit, cache.policy.channels.limit]).toEqual([1, 1_000]);
    cache.resize({ channels: { keep: () => false } });
    expect(cache.stats()).toMatchObject({ messages: 0, channels: 0 });
    expect(() => cache.resize({ members: { limit: -1 } })).toThrow(OptionsError);
  });

  it('take guilds out that are not wanted any more, with all that is in them', () => {
    for (const guilds of [false, { keep: () => false }]) {
      const cache = home();
      cache.resize({ guilds });
      expect(cache.stats()).toMatchObject({ guilds: 0, channels: 0, members: 0, roles: 0 });
      send(cache, 'MESSAGE_CREATE', message(300));
      expect(cache.stats()).toMatchObject({ messages: 0, parked: 0 });
    }
  });

  it('users can be left out, and are counted anew when they are wanted again', () => {
    const cache = home();
    cache.resize({ users: false });
    expect([cache.stats().users, cache.memberData(GUILD, id(901))?.user]).toEqual([0, undefined]);
    send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    cache.resize({ users: true });
    expect(cache.stats().users).toBe(3);
    send(cache, 'GUILD_DELETE', { id: GUILD });
    expect(cache.stats().users).toBe(1);
  });

  it('members can be left out', () => {
    const cache = home({ policy: { members: false } });
    send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    expect(cache.stats()).toMatchObject({ members: 0, users: 1 });
    expect(cache.guild(GUILD)?.pulse.member_count).toBe(3);
  });
});

describe('what a cache tells of itself', () => {
  it('counts, and weighs', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(400), guild_id: undefined, author: user(950) }));
    expect(cache.stats()).toMatchObject({
      guilds: 1,
      channels: 1,
      privateChannels: 1,
      roles: 2,
      members: 2,
      users: 3,
      messages: 1,
      unavailableGuilds: 0,
    });
    const { totalBytes, byKind } = cache.memoryReport();
    expect([byKind.members?.count, byKind.messages?.count, byKind.emojis]).toEqual([2, 1, undefined]);
    expect(totalBytes).toBe(Object.values(byKind).reduce((sum, { bytes }) => sum + bytes, 0));
    expect(byKind.members?.bytes).toBeGreaterThan(100);
  });

  it('is nothing after clear', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(400), guild_id: undefined, author: user(950) }));
    send(cache, 'CHANNEL_CREATE', channel(101, { guild_id: id(2) }));
    cache.clear();
    expect(Object.values(cache.stats()).every((count) => count === 0)).toBe(true);
    expect([cache.selfId, cache.application, cache.unavailableGuildIds(), cache.privateChannels(), [...cache.guilds()]]).toEqual([
      null,
      undefined,
      [],
      [],
      [],
    ]);
    expect(send(cache, 'GUILD_CREATE', guild()).passage).toBe('joined');
  });
});
