import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { channel, GUILD, guild, id, member, message, ready, role, send, thread } from '../payloads.js';

function home(fields: Record<string, unknown> = {}): Cache {
  const cache = new Cache();
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild(fields));
  return cache;
}

describe('GUILD_DELETE', () => {
  it.each([
    [{ id: GUILD, unavailable: true }, 'unavailable', true],
    [{ id: GUILD }, 'left', false],
    [{ id: GUILD, unavailable: false }, 'left', false],
  ])('K-01 unavailable or removed: %j means %s', (payload, passage, isKept) => {
    const cache = home();
    const change = send(cache, 'GUILD_DELETE', payload);
    expect(change.passage).toBe(passage);
    expect(change.before).toMatchObject({ name: 'Home' });
    expect(cache.guild(GUILD) !== undefined).toBe(isKept);
    expect(cache.isAvailable(GUILD)).toBe(false);
  });

  it('K-01 outage of 1,000 guilds: nobody left, and all come back', () => {
    const cache = new Cache();
    const ids = Array.from({ length: 1_000 }, (_, n) => id(10_000 + n));
    send(cache, 'READY', ready(ids));
    for (const each of ids) send(cache, 'GUILD_CREATE', guild({ id: each }));
    expect(new Set(ids.map((each) => send(cache, 'GUILD_DELETE', { id: each, unavailable: true }).passage))).toEqual(
      new Set(['unavailable']),
    );
    expect(cache.unavailableGuildIds()).toHaveLength(1_000);
    expect(new Set(ids.map((each) => send(cache, 'GUILD_CREATE', guild({ id: each })).passage))).toEqual(new Set(['available']));
    expect(cache.stats()).toMatchObject({ guilds: 1_000, unavailableGuilds: 0 });
  });

  it('K-05 cascades: nothing of the guild is left, and the change carries it all', () => {
    const cache = home({ threads: [thread(200)] });
    send(cache, 'MESSAGE_CREATE', message(300));
    const { removed } = send(cache, 'GUILD_DELETE', { id: GUILD });
    expect(removed.channels).toHaveLength(1);
    expect(removed.threads).toHaveLength(1);
    expect(removed.members).toHaveLength(2);
    expect(removed.messages).toHaveLength(1);
    // The bot is held by being itself.
    expect(removed.users?.map((user) => user.id)).toEqual([id(901)]);
    expect(cache.stats()).toMatchObject({ guilds: 0, channels: 0, threads: 0, members: 0, messages: 0, roles: 0, users: 1 });
    expect(cache.channel(id(100))).toBeUndefined();
  });
});

describe('GUILD_CREATE', () => {
  it('K-02 after unavailable, twice and new: joined only when nobody spoke of the guild before', () => {
    const cache = new Cache();
    send(cache, 'READY', ready());
    expect(send(cache, 'GUILD_CREATE', guild()).passage).toBe('available');
    expect(send(cache, 'GUILD_CREATE', guild()).passage).toBe('repeated');
    send(cache, 'GUILD_DELETE', { id: GUILD, unavailable: true });
    expect(send(cache, 'GUILD_CREATE', guild()).passage).toBe('available');
    send(cache, 'GUILD_DELETE', { id: GUILD });
    expect(send(cache, 'GUILD_CREATE', guild()).passage).toBe('joined');
    expect(send(cache, 'GUILD_CREATE', guild({ id: id(2), unavailable: true })).passage).toBe('unavailable');
    expect(send(cache, 'GUILD_CREATE', guild({ id: id(2) })).passage).toBe('available');
  });

  it('fills every table', () => {
    const cache = home({
      threads: [thread(200)],
      emojis: [{ id: id(60), name: 'wave' }],
      stickers: [{ id: id(61), name: 'hi' }],
      soundboard_sounds: [{ sound_id: id(62), name: 'horn' }],
      stage_instances: [{ id: id(63), channel_id: id(100) }],
      guild_scheduled_events: [{ id: id(64), name: 'party' }],
      voice_states: [{ user_id: id(901), channel_id: id(100), deaf: false }],
    });
    const { roles, channels, threads, emojis, stickers, soundboardSounds, stageInstances, scheduledEvents, voiceStates, members, users } =
      cache.stats();
    expect([
      roles,
      channels,
      threads,
      emojis,
      stickers,
      soundboardSounds,
      stageInstances,
      scheduledEvents,
      voiceStates,
      members,
      users,
    ]).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
    expect(cache.guildData(GUILD)).toMatchObject({ name: 'Home', member_count: 2, emojis: [{ name: 'wave' }], stickers: [{ name: 'hi' }] });
  });

  it('K-09 new session: what is not announced again is gone', () => {
    const cache = home({
      channels: [channel(100), channel(101)],
      roles: [role(1), role(50), role(51)],
      members: [member(900), member(902)],
    });
    send(cache, 'MESSAGE_CREATE', message(300));
    send(cache, 'INVITE_CREATE', { guild_id: GUILD, channel_id: id(100), code: 'abc' });
    send(cache, 'READY', ready());
    expect(cache.isAvailable(GUILD)).toBe(false);
    expect(cache.stats()).toMatchObject({ channels: 2, members: 2 });
    const { removed } = send(cache, 'GUILD_CREATE', guild());
    expect(cache.stats()).toMatchObject({ channels: 1, roles: 2, members: 2, users: 2, messages: 0, invites: 0 });
    expect(removed.channels?.map((each) => each.id)).toEqual([id(101)]);
  });

  it('keeps members learned since when it is sent again in the same session', () => {
    const cache = home();
    send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    send(cache, 'GUILD_CREATE', guild());
    expect(cache.member(GUILD, id(902))).toBeDefined();
  });

  it('is refused by a filter, and so are all events of the guild', () => {
    const cache = new Cache({ policy: { guilds: { keep: ({ name }) => name !== 'Home' } } });
    send(cache, 'GUILD_CREATE', guild());
    expect(send(cache, 'CHANNEL_CREATE', channel(101)).outcome).toBe('ignored');
    expect(cache.stats()).toMatchObject({ guilds: 0, channels: 0, parked: 0 });
    expect(new Cache({ policy: { guilds: false } }).apply({ t: 'GUILD_CREATE', d: guild() }, { shardId: 0 }).outcome).toBe('ignored');
  });
});

describe('GUILD_UPDATE', () => {
  it('lays what it says over what is known, and takes the lists that it has as whole', () => {
    const cache = home({ emojis: [{ id: id(60), name: 'wave' }] });
    const change = cache.apply({ t: 'GUILD_UPDATE', d: { id: GUILD, name: 'New home', roles: [role(1)] } }, { shardId: 0 });
    expect(change.before?.name).toBe('Home');
    expect(change.after).toMatchObject({ name: 'New home', owner_id: id(901) });
    expect(cache.stats()).toMatchObject({ roles: 1, emojis: 1 });
    expect(cache.guild(GUILD)?.pulse.member_count).toBe(2);
  });
});
