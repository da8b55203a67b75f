import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import {
  addChannel,
  addGuild,
  addMember,
  addRole,
  findOrAddUser,
  openDirectChannel,
  removeGuild,
  removeMember,
  setAvailable,
  setOverwrites,
  updateMember,
} from '../../src/world/arrange.js';
import { arrangeHome, outcome } from '../arrangeHome.js';
import { makeWorld } from '../makeWorld.js';

describe('a guild that is added', () => {
  it('has an owner, the bot and @everyone, and is told in full', () => {
    const { world, events } = arrangeHome();
    const guild = addGuild(world, { name: 'Second' });
    expect([...guild.members.values()].map(({ user }) => user.username)).toEqual(['owner', 'robot']);
    expect([...guild.roles.keys()]).toEqual([guild.id]);
    expect(events).toMatchObject([{ t: 'GUILD_CREATE', guildId: guild.id, d: { name: 'Second', member_count: 2, channels: [] } }]);
  });

  it('is filled up to the wanted number of members', () => {
    const guild = addGuild(makeWorld(), { name: 'Big', memberCount: 1_234 });
    expect(new Set([...guild.members.values()].map(({ user }) => user.username)).size).toBe(1_234);
  });

  it('gives an invited bot a role of its own', () => {
    const world = makeWorld();
    const guild = addGuild(world, { name: 'Home', botPermissions: ['ManageMessages'] });
    const [roleId = ''] = guild.members.get(world.bot.id)?.roles ?? [];
    expect(guild.roles.get(roleId)).toMatchObject({ name: 'robot', managed: true, permissions: '8192', tags: { bot_id: world.bot.id } });
  });

  it('may have any id that is free', () => {
    const world = makeWorld();
    expect(addGuild(world, { name: 'A', id: '42' }).id).toBe('42');
    for (const spec of [{ id: '42' }, { id: 'x' }, { id: '43', shard: { id: 0, total: 1 } }]) {
      expect(() => addGuild(world, { name: 'B', ...spec })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
    }
  });

  it('costs little: a thousand take less than a second and share their people', () => {
    const world = makeWorld(new ManualClock());
    const began = performance.now();
    for (let count = 0; count < 1_000; count += 1)
      addChannel(world, addGuild(world, { name: `Guild ${String(count)}` }), { kind: 'text', name: 'general' });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect([world.guilds.size, world.users.size]).toEqual([1_000, 2]);
  });
});

describe('a guild that throws the bot out', () => {
  it('is gone with its channels, and told without `unavailable`', () => {
    const { events, general, guild, world } = arrangeHome();
    removeGuild(world, guild);
    removeGuild(world, guild);
    expect(events).toEqual([{ t: 'GUILD_DELETE', guildId: guild.id, d: { id: guild.id } }]);
    expect([outcome(() => world.guild(guild.id)), outcome(() => world.channel(general.id))]).toEqual(['404 10004', '404 10003']);
  });
});

describe('a guild with an outage', () => {
  it('tells of its end and its return once, and of nothing between', () => {
    const { alice, events, guild, say, world } = arrangeHome();
    setAvailable(world, guild, false);
    setAvailable(world, guild, false);
    say(alice, 'nobody hears me');
    setAvailable(world, guild, true);
    expect(events.map(({ t, d }) => [t, (d as { unavailable?: boolean }).unavailable])).toEqual([
      ['GUILD_DELETE', true],
      ['GUILD_CREATE', false],
    ]);
  });
});

describe('what is arranged in a guild', () => {
  it('is told event by event', () => {
    const { events, guild, told, world } = arrangeHome();
    const channel = addChannel(world, guild, { kind: 'text', name: 'new', topic: 'News' });
    const role = addRole(world, guild, { name: 'team' });
    const carol = addMember(world, guild, findOrAddUser(world, 'carol'), { nick: 'C' }).user;
    updateMember(world, guild, carol.id, { roles: [role.id] });
    setOverwrites(world, channel, [{ id: role.id, allow: ['ManageMessages'] }]);
    removeMember(world, guild, carol.id);
    expect(told()).toEqual([
      'CHANNEL_CREATE',
      'GUILD_ROLE_CREATE',
      'GUILD_MEMBER_ADD',
      'GUILD_MEMBER_UPDATE',
      'CHANNEL_UPDATE',
      'GUILD_MEMBER_REMOVE',
    ]);
    expect(events.map(({ d }) => d)).toMatchObject([
      { id: channel.id, guild_id: guild.id, topic: 'News', type: 0 },
      { guild_id: guild.id, role: { id: role.id, position: 1 } },
      { guild_id: guild.id, user: carol, nick: 'C' },
      { guild_id: guild.id, user: carol, roles: [role.id] },
      { permission_overwrites: [{ id: role.id, type: 0, allow: '8192', deny: '0' }] },
      { guild_id: guild.id, user: carol },
    ]);
  });

  it('is told also of channels that the bot cannot see, with their places only', () => {
    const { events, guild, world } = arrangeHome();
    const staff = addChannel(world, guild, { kind: 'text', name: 'staff', overwrites: [{ id: guild.id, deny: ['ViewChannel'] }] });
    setOverwrites(world, staff, []);
    expect(events).toMatchObject([
      { t: 'CHANNEL_CREATE', d: { id: staff.id, name: '___hidden___', position: 1 } },
      { t: 'CHANNEL_UPDATE', d: { id: staff.id, name: 'staff', flags: 0 } },
      { t: 'THREAD_LIST_SYNC', d: { channel_ids: [staff.id], threads: [], members: [] } },
    ]);
  });

  it('may have a member only once', () => {
    const { alice, guild, world } = arrangeHome();
    expect(() => addMember(world, guild, alice)).toThrow(expect.objectContaining({ code: 'FAKE_ALREADY_MEMBER' }));
  });
});

describe('the roles of a new member', () => {
  it('are given as they were returned, or by id', () => {
    const { guild, world } = arrangeHome();
    const [team, staff] = ['team', 'staff'].map((name) => addRole(world, guild, { name }));
    const member = addMember(world, guild, findOrAddUser(world, 'carol'), { roles: [team, staff?.id].flatMap((role) => role ?? []) });
    expect(member.roles).toEqual([team?.id, staff?.id]);
  });

  it.each(['team', '1', {}, null])('are refused as %p, and told what there is', (role) => {
    const { guild, world } = arrangeHome();
    expect(() => addMember(world, guild, findOrAddUser(world, 'carol'), { roles: [role as string] })).toThrow(
      /has no role .* There are: @everyone/,
    );
  });
});

describe('what has no name, or is of no kind', () => {
  const home = arrangeHome();
  const channel = (name: string, kind: string) => addChannel(home.world, home.guild, { name, kind: kind as 'text' });

  it.each<[string, () => unknown]>([
    ['a guild', () => addGuild(home.world, { name: '' })],
    ['a channel', () => channel('', 'text')],
    ['a role', () => addRole(home.world, home.guild, {} as { name: string })],
    ['a person', () => findOrAddUser(home.world, undefined as unknown as string)],
    ['a channel of a kind', () => channel('x', 'txt')],
  ])('is not %s', (_, add) => {
    expect(add).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('overwrites as the wire has them', () => {
  it.each([{ deny: '1024' }, { allow: 1024 }, { allow: 8n }])('are refused as %p, with the way to write them', (wrong) => {
    const { alice, general, world } = arrangeHome();
    const overwrite = { id: alice.id, ...wrong } as unknown as { id: string };
    expect(() => setOverwrites(world, general, [overwrite])).toThrow(/not a list of permissions\. Name them: /);
  });

  it('are refused without an id', () => {
    const { general, world } = arrangeHome();
    expect(() => setOverwrites(world, general, [{ id: 'alice' }])).toThrow(/`id` of an overwrite is "alice"/);
  });
});

describe('a name', () => {
  it('is one person everywhere', () => {
    const { alice, world } = arrangeHome();
    expect(findOrAddUser(world, 'alice')).toBe(alice);
  });

  it('that is no username becomes one and is still shown', () => {
    expect(findOrAddUser(makeWorld(), 'Ada L.')).toMatchObject({ username: 'ada_l.', global_name: 'Ada L.' });
  });

  it.each(['', 'x', '!!', 'y'.repeat(33)])('%p is refused', (name) => {
    expect(() => findOrAddUser(makeWorld(), name)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('a direct channel', () => {
  it('is the same each time, and opened in silence', () => {
    const { alice, told, world } = arrangeHome();
    expect(openDirectChannel(world, alice)).toBe(openDirectChannel(world, alice));
    expect(told()).toEqual([]);
  });
});
