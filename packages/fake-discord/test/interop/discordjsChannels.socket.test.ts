import { describe, expect, it } from '@jest/globals';
import { ChannelType, OverwriteType, PermissionFlagsBits, VideoQualityMode } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js and channels', () => {
  it('makes them of every kind', async () => {
    const { theirGuild } = home;
    const kinds = [
      ChannelType.GuildText,
      ChannelType.GuildVoice,
      ChannelType.GuildCategory,
      ChannelType.GuildAnnouncement,
      ChannelType.GuildStageVoice,
      ChannelType.GuildForum,
      ChannelType.GuildMedia,
    ] as const;
    for (const type of kinds) expect((await theirGuild.channels.create({ name: 'x', type })).type).toBe(type);
    await home.discord.settle();
    expect((await theirGuild.channels.fetch()).size).toBe(kinds.length + 1);
  });

  it('files them under categories, renames and changes them', async () => {
    const { discord, theirGuild } = home;
    const category = await theirGuild.channels.create({ name: 'Rooms', type: ChannelType.GuildCategory });
    const room = await theirGuild.channels.create({ name: 'The Room', parent: category, topic: 'talk' });
    expect([room.name, room.parent?.name, room.topic, category.children.cache.size]).toEqual(['the-room', 'Rooms', 'talk', 1]);
    await room.edit({ name: 'elsewhere', nsfw: true, rateLimitPerUser: 5, topic: null });
    await discord.settle();
    expect([room.name, room.nsfw, room.rateLimitPerUser, room.topic]).toEqual(['elsewhere', true, 5, null]);
    await category.delete();
    await discord.settle();
    expect(theirGuild.channels.cache.get(room.id)?.parentId).toBeNull();
    const copy = await room.clone({ name: 'copy' });
    expect([copy.name, copy.nsfw, copy.rateLimitPerUser]).toEqual(['copy', true, 5]);
  });

  it('shuts and opens them for roles and people, and inherits what a category says', async () => {
    const { alice, discord, theirGuild } = home;
    const category = await theirGuild.channels.create({
      name: 'Staff',
      type: ChannelType.GuildCategory,
      permissionOverwrites: [{ id: theirGuild.id, deny: ['ViewChannel'] }],
    });
    const room = await theirGuild.channels.create({ name: 'room', parent: category });
    const may = (id: string): boolean => room.permissionsFor(id)?.has(PermissionFlagsBits.ViewChannel) === true;
    await theirGuild.members.fetch();
    expect([room.permissionsLocked, may(alice.id)]).toEqual([true, false]);
    await room.permissionOverwrites.create(alice.id, { ViewChannel: true }, { type: OverwriteType.Member });
    await discord.settle();
    expect([may(alice.id), room.permissionOverwrites.cache.size, room.permissionsLocked]).toEqual([true, 2, false]);
    await room.permissionOverwrites.delete(alice.id);
    await room.lockPermissions();
    await discord.settle();
    expect([may(alice.id), room.permissionsLocked]).toEqual([false, true]);
  });

  it('puts them in order', async () => {
    const { discord, theirGuild, theirs } = home;
    const second = await theirGuild.channels.create({ name: 'second' });
    await theirGuild.channels.setPositions([
      { channel: theirs, position: 1 },
      { channel: second, position: 0 },
    ]);
    await discord.settle();
    expect([theirs.rawPosition, second.rawPosition]).toEqual([1, 0]);
    await theirs.setPosition(0);
    await discord.settle();
    expect(theirs.position).toBe(0);
  });

  it('has voice channels with their limits', async () => {
    const voice = await home.theirGuild.channels.create({
      name: 'lounge',
      type: ChannelType.GuildVoice,
      bitrate: 96_000,
      userLimit: 3,
      rtcRegion: 'rotterdam',
      videoQualityMode: VideoQualityMode.Full,
    });
    expect([voice.bitrate, voice.userLimit, voice.rtcRegion, voice.full]).toEqual([96_000, 3, 'rotterdam', false]);
    await voice.setUserLimit(0);
    expect(voice.userLimit).toBe(0);
  });

  it('hears what moderators do to them', async () => {
    const { client, general, guild } = home;
    const told: string[] = [];
    const nameOf = (channel: object): string => ('name' in channel ? String(channel.name) : '');
    client.on('channelCreate', (channel) => told.push(`create ${nameOf(channel)}`));
    client.on('channelUpdate', (before, after) => told.push(`update ${nameOf(before)} ${nameOf(after)}`));
    client.on('channelDelete', (channel) => told.push(`delete ${nameOf(channel)}`));
    const second = guild.addTextChannel('second');
    const moderator = guild.owner.moderate(guild);
    await moderator.editChannel(general, { name: 'renamed' });
    await moderator.deleteChannel(second);
    expect(told).toEqual(['create second', 'update general renamed', 'delete second']);
  });

  it('changes the guild itself', async () => {
    const { discord, theirGuild } = home;
    await theirGuild.edit({ name: 'Castle', description: 'a castle', afkTimeout: 300, systemChannel: home.theirs });
    await discord.settle();
    expect([theirGuild.name, theirGuild.afkTimeout, theirGuild.systemChannelId]).toEqual(['Castle', 300, home.theirs.id]);
    const preview = await theirGuild.fetchPreview();
    expect([preview.name, preview.approximateMemberCount]).toEqual(['Castle', 3]);
    expect((await theirGuild.fetchOwner()).user.username).toBe('owner');
    expect((await home.client.guilds.fetch()).map(({ name }) => name)).toEqual(['Castle']);
  });
});
