import type { APIGuild, APIGuildMember, GatewayGuildCreateDispatchData, GatewayPresenceUpdate } from 'discord-api-types/v10';
import { channelForBot, threadMemberPayload } from './channelPayloads.js';
import type { GuildChannelRecord, GuildRecord, MemberRecord, ThingKind } from './records.js';
import type { World } from './World.js';

const MAX_MEMBERS = 500_000;
const QUARANTINED_USERNAME = 128;

/** A member with its user. */
export function memberPayload(member: MemberRecord): APIGuildMember {
  return { ...memberWithoutUser(member), user: member.user };
}

/** A member as it comes beside its user in messages. */
export function memberWithoutUser(member: MemberRecord): Omit<APIGuildMember, 'user'> {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: member.isDeafened ?? false,
    mute: member.isMuted ?? false,
    flags: (member.isQuarantined === true ? QUARANTINED_USERNAME : 0) as APIGuildMember['flags'],
    pending: false,
    communication_disabled_until: member.timedOutUntil,
  };
}

/** A guild as REST shows it. */
export function guildPayload(guild: GuildRecord): APIGuild {
  return {
    ...GUILD_DEFAULTS,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()],
    emojis: thingsOf(guild, 'emojis'),
    stickers: thingsOf(guild, 'stickers'),
    ...guild.more,
  };
}

/** The guild in full, with all its members: what GUILD_CREATE carries to a bot with every intent. */
export function guildCreatePayload(world: World, guild: GuildRecord): GatewayGuildCreateDispatchData {
  return {
    ...guildPayload(guild),
    joined_at: guild.members.get(world.bot.id)?.joinedAt ?? world.nowIso(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [...guild.voiceStates.values()].map(({ guild_id: _, ...state }) => state),
    members: [...guild.members.values()].map(memberPayload),
    channels: [...guild.channels.values()].map((channel) => channelForBot(world, channel)),
    threads: activeThreads(world, guild).threads,
    presences: [...presencesOf(world, guild)],
    stage_instances: thingsOf(guild, 'stageInstances'),
    guild_scheduled_events: thingsOf(guild, 'scheduledEvents'),
    soundboard_sounds: thingsOf(guild, 'soundboardSounds'),
  };
}

/** Threads with the bot's own memberships in them. */
export interface ActiveThreads {
  readonly members: readonly object[];
  readonly threads: GatewayGuildCreateDispatchData['threads'];
}

/** The active threads that the bot sees, in a guild or in one channel of it. */
export function activeThreads(world: World, guild: GuildRecord, parentId?: string): ActiveThreads {
  const seen = [...guild.threads.values()].filter(
    (thread) =>
      (parentId === undefined || thread.parentId === parentId) &&
      thread.thread?.metadata.archived === false &&
      world.permissionsIn(thread, world.bot.id) !== 0n,
  );
  const own = (thread: GuildChannelRecord): object[] =>
    thread.thread?.members.has(world.bot.id) === true ? [threadMemberPayload(thread, world.bot.id)] : [];
  const threads = seen.map((thread) => ({ ...channelForBot(world, thread), ...own(thread).map((member) => ({ member }))[0] }));
  return { threads: threads as unknown as ActiveThreads['threads'], members: seen.flatMap(own) };
}

/** All things of a kind that a guild has, as the wire shows them. */
export function thingsOf<Thing>(guild: GuildRecord, kind: ThingKind): Thing[] {
  return [...guild.things[kind].values()] as unknown as Thing[];
}

/** Who is not offline in a guild. */
export function presencesOf(world: World, guild: GuildRecord): readonly GatewayPresenceUpdate[] {
  return [...guild.members.keys()].flatMap((userId) => (world.statuses.has(userId) ? [presencePayload(world, guild.id, userId)] : []));
}

export function presencePayload(world: World, guildId: string, userId: string): GatewayPresenceUpdate {
  const status = world.statuses.get(userId) ?? 'offline';
  const clientStatus = status === 'offline' ? {} : { desktop: status };
  return { user: { id: userId }, guild_id: guildId, status, activities: [], client_status: clientStatus } as GatewayPresenceUpdate;
}

/** What every guild here has in common. */
const GUILD_DEFAULTS: Omit<APIGuild, 'emojis' | 'id' | 'name' | 'owner_id' | 'roles' | 'stickers'> = {
  icon: null,
  splash: null,
  discovery_splash: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0 as APIGuild['system_channel_flags'],
  rules_channel_id: null,
  max_presences: null,
  max_members: MAX_MEMBERS,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: 'en-US' as APIGuild['preferred_locale'],
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
};
