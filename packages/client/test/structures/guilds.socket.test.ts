import { describe, expect, it } from '@jest/globals';
import type { Client } from '../../src/index.js';
import { until, World } from '../World.js';

/** A bot that may do everything in a guild with alice, and that knows who is in it. */
async function connected() {
  const world = await World.open();
  const { id } = world.guild.addRole({ name: 'Bots', permissions: ['Administrator'], position: 9 });
  world.guild.updateMember(world.discord.bot, { roles: [id] });
  const client: Client = world.client({ intents: ['Guilds', 'GuildMembers', 'GuildModeration', 'GuildVoiceStates'] });
  await client.start();
  await until(() => client.guilds.size === 1);
  const guild = client.guild(world.guild.id).cached!;
  return {
    ...{ alice: world.alice, client, discord: world.discord, guild, world },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

describe('a guild over a socket', () => {
  it('is known with who and what is in it, and with who the bot is', async () => {
    await using world = await connected();
    const { client, discord, guild } = world;
    expect([guild.name, guild.channels.map(({ name }) => name), guild.available]).toEqual(['Home', ['general'], true]);
    expect([guild.me?.id, client.me?.id, guild.permissions.has('BAN_MEMBERS')]).toEqual([discord.bot.id, discord.bot.id, true]);
    expect((await guild.requestMembers()).members.map(({ displayName }) => displayName)).toContain('alice');
  });

  it('gets a role, which somebody gets and loses, and each is told with what was before', async () => {
    await using world = await connected();
    const { alice, client, guild } = world;
    const heard: unknown[] = [];
    client.on('guildMemberUpdate', (member, _, before) => heard.push([member.roles.map(({ name }) => name), before?.roleIds.length]));
    client.on('guildRoleDelete', ({ id }, _, before) => heard.push([before?.name, guild.roles.has(id)]));
    await guild.requestMembers();
    const role = await guild.createRole({ name: 'Helpers', permissions: ['MANAGE_MESSAGES'] }, { reason: 'They help' });
    expect([role.permissions.has('MANAGE_MESSAGES'), role.editable]).toEqual([true, true]);
    await guild.member(alice.id).addRole(role);
    await until(() => heard.length === 1);
    expect(role.members.map(({ displayName }) => displayName)).toEqual(['alice']);
    await guild.member(alice.id).removeRole(role.id);
    await role.delete();
    await until(() => heard.length === 3);
    expect(heard).toEqual([[['Helpers'], 0], [[], 1], ['Helpers', false]]); // prettier-ignore
  });

  it('bans somebody, knows about it, and lifts it', async () => {
    await using world = await connected();
    const { alice, client, guild } = world;
    const heard: unknown[] = [];
    client.on('guildBanAdd', ({ user, reason }) => heard.push(['ban', user.id, reason]));
    client.on('guildMemberRemove', ({ user }, _, before) => heard.push(['gone', user.id, before?.displayName]));
    const member = await guild.fetchMember(alice.id);
    await guild.requestMembers();
    await member.ban({ reason: 'Ducks' });
    await until(() => heard.length === 2);
    expect(heard).toEqual(expect.arrayContaining([['ban', alice.id, null], ['gone', alice.id, 'alice']])); // prettier-ignore
    const [ban] = await guild.fetchBans();
    expect([ban?.user.username, ban?.reason, guild.members.has(alice.id)]).toEqual(['alice', 'Ducks', false]);
    await ban?.lift();
    await expect(guild.fetchBan(alice.id)).rejects.toMatchObject({ discordCode: 10_026 });
  });

  it('is asked for nothing that Discord would refuse', async () => {
    await using world = await connected();
    const { alice, discord, guild } = world;
    const member = guild.member(alice.id);
    const before = discord.requests.length;
    const wrong = [
      () => member.setNickname('x'.repeat(33)),
      () => member.timeout(28 * 86_400_000 + 1),
      () => member.timeoutUntil(new Date(Date.now() + 29 * 86_400_000)),
      () => member.ban({ deleteMessageSeconds: 604_801 }),
      () => guild.bulkBan(Array.from({ length: 201 }, (_, at) => String(1_000 + at))),
      () => guild.edit({ name: 'x' }),
      () => guild.createRole({ name: 'x'.repeat(101) }),
    ];
    for (const deed of wrong) await expect(deed()).rejects.toMatchObject({ code: 'INVALID_BODY' });
    await expect(guild.member('alice').kick()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(discord.requests).toHaveLength(before);
  });
});
