import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  ChannelType,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  PermissionFlagsBits,
} from 'discord.js';
import type { Client, Guild as TheirGuild } from 'discord.js';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, Guild, User } from '../../src/index.js';
import { connectDiscordjs } from './connectDiscordjs.js';

// discord.js keeps a cache of what it hears: what it reads back after its own deeds and those of people is what Discord's documents promise.

let alice: User;
let client: Client<true>;
let discord: FakeDiscord;
let general: Channel;
let guild: Guild;
let theirs: TheirGuild;

beforeEach(async () => {
  discord = await FakeDiscord.start({ rateLimits: false });
  guild = discord.addGuild({ name: 'Home', botPermissions: ['Administrator'] });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  client = await connectDiscordjs(discord);
  theirs = await client.guilds.fetch(guild.id);
});

afterEach(async () => {
  await client.destroy();
  expect(discord.unsupported).toEqual([]);
  await discord.close();
});

describe('a bot of discord.js that moderates', () => {
  it('makes, moves, gives and deletes roles', async () => {
    const role = await theirs.roles.create({
      name: 'team',
      permissions: ['ManageMessages'],
      colors: { primaryColor: 0xff0000 },
      reason: 'a team',
    });
    const member = await theirs.members.fetch(alice.id);
    await member.roles.add(role);
    await discord.settle();
    expect([member.roles.cache.has(role.id), member.permissions.has('ManageMessages'), role.hexColor]).toEqual([true, true, '#ff0000']);
    await role.edit({ name: 'crew', hoist: true });
    await role.delete();
    await discord.settle();
    expect([theirs.roles.cache.has(role.id), member.roles.cache.has(role.id)]).toEqual([false, false]);
    const log = await theirs.fetchAuditLogs({ limit: 4 });
    expect([...log.entries.values()].map(({ action, reason }) => [action, reason])).toEqual([
      [32, null],
      [31, null],
      [25, null],
      [30, 'a team'],
    ]);
  });

  it('renames, times out, kicks and bans', async () => {
    const member = await theirs.members.fetch(alice.id);
    await member.edit({ nick: 'Al' });
    await member.timeout(60_000, 'calm down');
    await discord.settle();
    expect([member.nickname, member.isCommunicationDisabled()]).toEqual(['Al', true]);
    await expect(alice.send(general, 'x')).rejects.toMatchObject({ code: 'FAKE_REFUSED' });
    await member.ban({ reason: 'enough' });
    await discord.settle();
    expect([theirs.members.cache.has(alice.id), (await theirs.bans.fetch(alice.id)).reason]).toEqual([false, 'enough']);
    await theirs.members.unban(alice.id);
    expect((await theirs.bans.fetch()).size).toBe(0);
  });

  it('plans events, keeps rules and invites', async () => {
    const event = await theirs.scheduledEvents.create({
      name: 'Party',
      entityType: GuildScheduledEventEntityType.External,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      scheduledStartTime: new Date(Date.now() + 3_600_000),
      scheduledEndTime: new Date(Date.now() + 7_200_000),
      entityMetadata: { location: 'Home' },
    });
    await alice.setInterested(guild, event.id);
    expect([(await event.fetchSubscribers()).map(({ user }) => user.username), event.url.includes(event.id)]).toEqual([['alice'], true]);
    const rule = await theirs.autoModerationRules.create({
      name: 'No cake',
      eventType: AutoModerationRuleEventType.MessageSend,
      triggerType: AutoModerationRuleTriggerType.Keyword,
      triggerMetadata: { keywordFilter: ['cake'] },
      actions: [{ type: AutoModerationActionType.BlockMessage }],
    });
    expect((await rule.setEnabled(true)).enabled).toBe(true);
    const invite = await theirs.invites.create(general.id, { maxUses: 5 });
    expect([(await theirs.invites.fetch()).map(({ maxUses }) => maxUses), (await client.fetchInvite(invite.code)).guild?.name]).toEqual([
      [5],
      'Home',
    ]);
  });

  it('has emojis and stickers', async () => {
    const emoji = await theirs.emojis.create({ attachment: Buffer.from([1]), name: 'blob' });
    const sticker = await theirs.stickers.create({ file: { attachment: Buffer.from([1]), name: 'wave.png' }, name: 'wave', tags: 'hi' });
    const message = await alice.send(general, 'hi');
    const read = await (await theirs.channels.fetch(general.id))?.fetch();
    if (read?.isTextBased() !== true) throw new TypeError('#general cannot be read');
    await (await read.messages.fetch(message.id)).react(emoji);
    await discord.settle();
    expect([theirs.emojis.cache.get(emoji.id)?.name, theirs.stickers.cache.get(sticker.id)?.name, message.reactions]).toEqual([
      'blob',
      'wave',
      { blob: 1 },
    ]);
  });
});

describe('a bot of discord.js with channels', () => {
  it('makes them of every kind, shuts them and opens them', async () => {
    const category = await theirs.channels.create({ name: 'Rooms', type: ChannelType.GuildCategory });
    const room = await theirs.channels.create({ name: 'The Room', parent: category, topic: 'talk' });
    expect([room.name, room.parent?.name, room.topic]).toEqual(['the-room', 'Rooms', 'talk']);
    await room.permissionOverwrites.edit(theirs.roles.everyone, { SendMessages: false });
    await discord.settle();
    expect(room.permissionsFor(theirs.roles.everyone).has(PermissionFlagsBits.SendMessages)).toBe(false);
    await room.edit({ name: 'elsewhere', nsfw: true, rateLimitPerUser: 5 });
    await category.delete();
    await discord.settle();
    expect([room.name, room.nsfw, theirs.channels.cache.get(room.id)?.parentId]).toEqual(['elsewhere', true, null]);
    for (const type of [
      ChannelType.GuildForum,
      ChannelType.GuildStageVoice,
      ChannelType.GuildAnnouncement,
      ChannelType.GuildVoice,
    ] as const)
      expect((await theirs.channels.create({ name: 'x', type })).type).toBe(type);
  });

  it('begins threads and posts, and hears who comes', async () => {
    const channel = await client.channels.fetch(general.id);
    if (channel?.type !== ChannelType.GuildText) throw new TypeError('#general is no text channel');
    const thread = await channel.threads.create({ name: 'talk', type: ChannelType.PublicThread });
    await thread.members.add(alice.id);
    await thread.send('welcome');
    await discord.settle();
    expect([thread.members.cache.size, thread.lastMessage?.content]).toEqual([2, 'welcome']);
    await thread.setArchived(true);
    expect((await channel.threads.fetchArchived()).threads.map(({ name }) => name)).toEqual(['talk']);
    const forum = await theirs.channels.create({ name: 'forum', type: ChannelType.GuildForum, availableTags: [{ name: 'bug' }] });
    const post = await forum.threads.create({ name: 'Crash', message: { content: 'It broke' }, appliedTags: [forum.availableTags[0]!.id] });
    expect([(await post.fetchStarterMessage())?.content, post.appliedTags.length]).toEqual(['It broke', 1]);
  });

  it('hears of a thread that a person begins, and of what is said in it', async () => {
    const message = await alice.send(general, 'wise words');
    const thread = await alice.startThread(message, 'On wisdom');
    await alice.send(thread, 'indeed');
    const cached = theirs.channels.cache.get(thread.id);
    if (cached?.isThread() !== true) throw new TypeError('The thread was not heard of');
    expect([cached.name, cached.lastMessage?.content, cached.ownerId, cached.parentId]).toEqual([
      'On wisdom',
      'indeed',
      alice.id,
      general.id,
    ]);
  });

  it('pins, polls and forwards', async () => {
    const channel = await client.channels.fetch(general.id);
    if (channel?.type !== ChannelType.GuildText) throw new TypeError('#general is no text channel');
    const poll = await channel.send({
      poll: { question: { text: 'Tea?' }, answers: [{ text: 'yes' }, { text: 'no' }], duration: 1, allowMultiselect: false },
    });
    await alice.vote(general.messages[0]!, 'yes');
    const [yes] = [...(poll.poll?.answers.values() ?? [])];
    expect([yes?.voteCount, (await yes?.voters.fetch())?.map(({ username }) => username)]).toEqual([1, ['alice']]);
    await poll.poll?.end();
    await poll.pin();
    expect((await channel.messages.fetchPins()).items.map(({ message }) => message.id)).toEqual([poll.id]);
    const said = await channel.send('look');
    expect((await said.forward(channel)).messageSnapshots.first()?.content).toBe('look');
  });

  it('hears who sits in voice, and moves them', async () => {
    const [lounge, hall] = ['lounge', 'hall'].map((name) => guild.addVoiceChannel(name));
    await alice.joinVoice(lounge!);
    const { voice } = await theirs.members.fetch(alice.id);
    expect(voice.channelId).toBe(lounge!.id);
    await voice.setChannel(hall!.id);
    await discord.settle();
    expect(voice.channelId).toBe(hall!.id);
    await alice.leaveVoice(guild);
    expect(voice.channelId).toBeNull();
  });
});
