import { describe, expect, it } from '@jest/globals';
import {
  ChannelType,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  StageInstancePrivacyLevel,
} from 'discord.js';
import type { StageInstance, VoiceState } from 'discord.js';
import { nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();
const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);

describe('a bot of discord.js and scheduled events', () => {
  it('plans, changes, starts and ends them, and knows who comes', async () => {
    const { alice, client, discord, guild, theirGuild } = home;
    const told: string[] = [];
    client.on('guildScheduledEventCreate', ({ name }) => told.push(`create ${name}`));
    client.on('guildScheduledEventUserAdd', ({ name }, { username }) => told.push(`${username} comes to ${name}`));
    const event = await theirGuild.scheduledEvents.create({
      name: 'Party',
      entityType: GuildScheduledEventEntityType.External,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      scheduledStartTime: inHours(1),
      scheduledEndTime: inHours(2),
      entityMetadata: { location: 'Home' },
    });
    await client.users.fetch(alice.id);
    await alice.setInterested(guild, event.id);
    expect([(await event.fetchSubscribers()).map(({ user }) => user.username), event.url.includes(event.id)]).toEqual([['alice'], true]);
    await event.setName('Feast');
    await event.setStatus(GuildScheduledEventStatus.Active);
    await discord.settle();
    expect([event.name, event.isActive(), event.entityMetadata?.location]).toEqual(['Feast', true, 'Home']);
    expect((await theirGuild.scheduledEvents.fetch(event.id)).userCount).toBe(1);
    await event.setStatus(GuildScheduledEventStatus.Completed);
    expect(told).toEqual(['create Party', 'alice comes to Party']);
  });

  it('deletes them', async () => {
    const { theirGuild } = home;
    const stage = await theirGuild.channels.create({ name: 'stage', type: ChannelType.GuildStageVoice });
    const event = await theirGuild.scheduledEvents.create({
      name: 'Talk',
      entityType: GuildScheduledEventEntityType.StageInstance,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      scheduledStartTime: inHours(1),
      channel: stage,
    });
    expect(event.channel?.id).toBe(stage.id);
    await event.delete();
    expect((await theirGuild.scheduledEvents.fetch()).size).toBe(0);
  });
});

describe('a bot of discord.js and stages', () => {
  it('opens one, changes its topic, invites speakers and closes it', async () => {
    const { alice, client, discord, guild, theirGuild } = home;
    const stage = await theirGuild.channels.create({ name: 'stage', type: ChannelType.GuildStageVoice });
    const opened = nextEvent<StageInstance>(client, 'stageInstanceCreate');
    await stage.createStageInstance({ topic: 'Cake', privacyLevel: StageInstancePrivacyLevel.GuildOnly });
    expect((await opened).topic).toBe('Cake');
    await alice.joinVoice(guild.channels.find(({ id }) => id === stage.id)!);
    const { voice } = await theirGuild.members.fetch(alice.id);
    expect(voice.suppress).toBe(true);
    await voice.setSuppressed(false);
    await discord.settle();
    expect(voice.suppress).toBe(false);
    await stage.stageInstance?.setTopic('Pie');
    await discord.settle();
    expect(stage.stageInstance?.topic).toBe('Pie');
    await stage.stageInstance?.delete();
    await discord.settle();
    expect(theirGuild.stageInstances.cache.size).toBe(0);
  });
});

describe('a bot of discord.js and voice', () => {
  it('hears who comes, moves, mutes and goes', async () => {
    const { alice, client, guild } = home;
    const told: unknown[] = [];
    client.on('voiceStateUpdate', (before: VoiceState, after: VoiceState) => {
      told.push([before.channel?.name, after.channel?.name, after.selfMute]);
    });
    const [lounge, hall] = ['lounge', 'hall'].map((name) => guild.addVoiceChannel(name));
    await alice.joinVoice(lounge!);
    await alice.joinVoice(hall!, { isSelfMuted: true });
    await alice.leaveVoice(guild);
    expect(told).toEqual([
      [undefined, 'lounge', false],
      ['lounge', 'hall', true],
      ['hall', undefined, true],
    ]);
  });

  it('moves, mutes, deafens and throws out', async () => {
    const { alice, discord, guild, theirGuild } = home;
    const [lounge, hall] = ['lounge', 'hall'].map((name) => guild.addVoiceChannel(name));
    await alice.joinVoice(lounge!);
    const { voice } = await theirGuild.members.fetch(alice.id);
    await voice.setChannel(hall!.id);
    await voice.setMute(true);
    await voice.setDeaf(true);
    await discord.settle();
    expect([voice.channelId, voice.serverMute, voice.serverDeaf, voice.channel?.members.size]).toEqual([hall!.id, true, true, 1]);
    await voice.disconnect();
    await discord.settle();
    expect(voice.channelId).toBeNull();
  });

  it('joins itself, is given a server and told to leave it', async () => {
    const { client, discord, guild, theirGuild } = home;
    const lounge = guild.addVoiceChannel('lounge');
    const told: string[] = [];
    const adapter = theirGuild.voiceAdapterCreator({
      destroy: () => undefined,
      onVoiceServerUpdate: ({ endpoint }) => told.push(`server ${endpoint ?? ''}`),
      onVoiceStateUpdate: ({ channel_id: channelId }) => told.push(`in ${channelId ?? 'no channel'}`),
    });
    const move = { guild_id: guild.id, self_deaf: true, self_mute: false };
    adapter.sendPayload({ op: 4, d: { ...move, channel_id: lounge.id } });
    await discord.settle();
    expect([theirGuild.members.me?.voice.channelId, theirGuild.members.me?.voice.selfDeaf]).toEqual([lounge.id, true]);
    adapter.sendPayload({ op: 4, d: { ...move, channel_id: null } });
    await discord.settle();
    expect(told).toEqual([`in ${lounge.id}`, expect.stringMatching(/^server .+:443$/), 'in no channel']);
    expect(client.ws.ping).toEqual(expect.any(Number));
  });
});
