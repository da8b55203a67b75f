import type { APIUser } from 'discord-api-types/v10';
import { channelPayload, threadMemberPayload } from '../world/channelPayloads.js';
import { permissionsIn } from '../world/interactions/interactionPermissions.js';
import { guildPayload, memberPayload, presencesOf, thingsOf } from '../world/payloads.js';
import { allows, channelsAndThreads, guildPermissions } from '../world/permissions.js';
import type { ChannelRecord, GuildChannelRecord, GuildRecord, MemberRecord } from '../world/records.js';
import type { World } from '../world/World.js';
import type { PersonView, SeenChannel, SeenGuild } from './PersonView.js';

/** What somebody sees at this moment. */
export function personView(world: World, user: APIUser): PersonView {
  const direct = world.directChannels.get(user.id);
  return {
    me: world.users.get(user.id) ?? user,
    guilds: [...world.guilds.values()].flatMap((guild) => seenGuild(world, guild, user.id) ?? []),
    directChannels: direct === undefined ? [] : [seenChannel(world, direct, user.id)],
  };
}

/** A guild as one of its members sees it; `undefined` for others, and while it is down. */
export function seenGuild(world: World, guild: GuildRecord, userId: string): SeenGuild | undefined {
  const member = memberOf(guild, userId);
  if (member === undefined) return undefined;
  return {
    ...guildPayload(guild),
    channels: visibleChannels(world, guild, userId).map((channel) => seenChannel(world, channel, userId)),
    guild_scheduled_events: thingsOf(guild, 'scheduledEvents'),
    member_count: guild.members.size,
    members: [...guild.members.values()].map(memberPayload),
    permissions: guildPermissions(guild, member, world.clock.wallMs()).toString(),
    presences: presencesOf(world, guild),
    soundboard_sounds: thingsOf(guild, 'soundboardSounds'),
    stage_instances: thingsOf(guild, 'stageInstances'),
    voice_states: [...guild.voiceStates.values()],
  };
}

/** A channel with what somebody may do there. A direct one is told with whom it is from their side. */
export function seenChannel(world: World, channel: ChannelRecord, userId: string): SeenChannel {
  const payload = { ...channelPayload(channel), permissions: bitsIn(world, channel, userId) };
  if (channel.isDirect) return { ...payload, recipients: [world.bot] } as SeenChannel;
  const isIn = channel.thread?.members.has(userId) === true;
  return (isIn ? { ...payload, member: threadMemberPayload(channel, userId) } : payload) as SeenChannel;
}

/** What somebody may do in a channel, in a direct one too, as a decimal text. */
export function bitsIn(world: World, channel: ChannelRecord, userId: string): string {
  return channel.isDirect ? permissionsIn(world, channel, userId) : world.permissionsIn(channel, userId).toString();
}

/** The channels that somebody has in their list: those that they may view, and the threads among them that are open. */
export function visibleChannels(world: World, guild: GuildRecord, userId: string): readonly GuildChannelRecord[] {
  return channelsAndThreads(guild).filter((channel) => !isArchived(channel) && canView(world, channel, userId));
}

/** Whether somebody sees a channel at all. */
export function canView(world: World, channel: ChannelRecord, userId: string): boolean {
  if (channel.isDirect) return channel.recipient.id === userId;
  return allows(world.permissionsIn(channel, userId), 'ViewChannel');
}

/** The member that somebody is; `undefined` for who is none, and while the guild is down. */
export function memberOf({ isAvailable, members }: GuildRecord, userId: string): MemberRecord | undefined {
  return isAvailable ? members.get(userId) : undefined;
}

function isArchived({ thread }: GuildChannelRecord): boolean {
  return thread?.metadata.archived === true;
}
