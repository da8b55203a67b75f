import { describe, expect, it } from '@jest/globals';
import { PermissionFlagsBits } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js, roles and members', () => {
  it('makes, moves, gives and deletes roles', async () => {
    const { alice, discord, theirGuild } = home;
    const role = await theirGuild.roles.create({
      name: 'team',
      permissions: ['ManageMessages'],
      colors: { primaryColor: 0xff0000 },
      reason: 'a team',
    });
    const member = await theirGuild.members.fetch(alice.id);
    await member.roles.add(role);
    await discord.settle();
    expect([member.roles.cache.has(role.id), member.permissions.has('ManageMessages'), role.hexColor]).toEqual([true, true, '#ff0000']);
    await role.edit({ name: 'crew', hoist: true });
    await role.delete();
    await discord.settle();
    expect([theirGuild.roles.cache.has(role.id), member.roles.cache.has(role.id)]).toEqual([false, false]);
    const log = await theirGuild.fetchAuditLogs({ limit: 4 });
    expect([...log.entries.values()].map(({ action, reason }) => [action, reason])).toEqual([
      [32, null],
      [31, null],
      [25, null],
      [30, 'a team'],
    ]);
    expect([...log.entries.values()][2]?.changes).toEqual([{ key: '$add', old: undefined, new: [{ id: role.id, name: 'team' }] }]);
  });

  it('puts roles in order, and knows who holds them', async () => {
    const { alice, discord, theirGuild } = home;
    const [low, high] = [await theirGuild.roles.create({ name: 'low' }), await theirGuild.roles.create({ name: 'high' })];
    await theirGuild.roles.setPositions([
      { role: low, position: 2 },
      { role: high, position: 1 },
    ]);
    await discord.settle();
    expect(low.comparePositionTo(high)).toBeGreaterThan(0);
    const member = await theirGuild.members.fetch(alice.id);
    await member.roles.set([low, high]);
    await discord.settle();
    expect([member.roles.highest.name, low.members.map(({ user }) => user.username)]).toEqual(['low', ['alice']]);
    await member.roles.remove([low]);
    await discord.settle();
    expect(member.roles.cache.map(({ name }) => name).sort()).toEqual(['@everyone', 'high']);
    expect((await theirGuild.roles.fetch()).size).toBe(4);
  });

  it('names itself and others, and hears of changes', async () => {
    const { alice, client, discord, guild, theirGuild } = home;
    const told: string[] = [];
    client.on('guildMemberUpdate', (before, after) => told.push(`${before.nickname ?? '-'} to ${after.nickname ?? '-'}`));
    const member = await theirGuild.members.fetch(alice.id);
    await member.setNickname('Al');
    await theirGuild.members.me?.setNickname('Rob');
    guild.updateMember(alice, { nick: null });
    await discord.settle();
    expect([told, member.displayName, theirGuild.members.me?.nickname]).toEqual([['- to Al', '- to Rob', 'Al to -'], 'alice', 'Rob']);
  });

  it('hears who comes and goes', async () => {
    const { client, discord, guild, theirGuild } = home;
    const told: string[] = [];
    client.on('guildMemberAdd', ({ user }) => told.push(`+${user.username}`));
    client.on('guildMemberRemove', ({ user }) => told.push(`-${user.username}`));
    const bob = guild.addMember('bob');
    await bob.leave(guild);
    await bob.join(guild);
    await discord.settle();
    expect([told, theirGuild.memberCount]).toEqual([['+bob', '-bob', '+bob'], 4]);
  });
});

describe('a bot of discord.js with few permissions', () => {
  const humble = useDiscordjs({ botPermissions: ['SendMessages'] });

  it('is refused with codes of Discord, and changes nothing', async () => {
    const { alice, general, guild, theirGuild, theirs } = humble;
    const member = await theirGuild.members.fetch(alice.id);
    const refused = { status: 403, code: 50013 };
    await expect(member.setNickname('x')).rejects.toMatchObject(refused);
    await expect(theirGuild.roles.create({ name: 'x' })).rejects.toMatchObject(refused);
    await expect(member.ban()).rejects.toMatchObject(refused);
    await expect(theirs.messages.delete((await alice.send(general, 'x')).id)).rejects.toMatchObject(refused);
    general.setOverwrites([{ id: guild.id, deny: ['SendMessages'] }]);
    await expect(theirs.send('x')).rejects.toMatchObject(refused);
    expect([member.kickable, theirs.permissionsFor(humble.client.user)?.has(PermissionFlagsBits.SendMessages)]).toEqual([false, false]);
    expect(general.messages.map(({ content }) => content)).toEqual(['x']);
  });

  it('is told what is not there, and what is wrong with a form', async () => {
    const { general, theirGuild, theirs } = humble;
    const stranger = humble.discord.addUser('stranger');
    await expect(theirs.messages.fetch('1')).rejects.toMatchObject({ status: 404, code: 10008 });
    await expect(humble.client.users.fetch('1')).rejects.toMatchObject({ status: 404, code: 10013 });
    await expect(theirGuild.members.fetch(stranger.id)).rejects.toMatchObject({ status: 404, code: 10007 });
    await expect(humble.client.channels.fetch('1')).rejects.toMatchObject({ status: 404, code: 10003 });
    await expect(theirs.send('x'.repeat(2_001))).rejects.toMatchObject({
      status: 400,
      code: 50035,
      message: expect.stringContaining('content[BASE_TYPE_MAX_LENGTH]'),
    });
    general.setOverwrites([{ id: theirGuild.id, deny: ['ViewChannel'] }]);
    await expect(theirs.send('x')).rejects.toMatchObject({ status: 403, code: 50001 });
  });
});
