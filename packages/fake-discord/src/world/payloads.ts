import type {
  APIDMChannel,
  APIGuild,
  APIGuildMember,
  APIGuildVoiceChannel,
  APITextChannel,
  GatewayGuildCreateDispatchData,
  GatewayPresenceUpdate,
} from 'discord-api-types/v10';
import type { ChannelRecord, DirectChannelRecord, GuildChannelRecord, GuildRecord, MemberRecord } from './records.js';
import type { World } from './World.js';

const OBFUSCATED = 1 << 17;
const VIEW_CHANNEL = '1024';
const MAX_MEMBERS = 500_000;

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
    deaf: false,
    mute: false,
    flags: 0 as APIGuildMember['flags'],
    pending: false,
    communication_disabled_until: member.timedOutUntil,
  };
}

/** A channel as everybody who sees it gets it. */
export function channelPayload(channel: ChannelRecord): APIDMChannel | APIGuildVoiceChannel | APITextChannel {
  return channel.isDirect ? directPayload(channel) : guildChannelPayload(channel);
}

function directPayload(channel: DirectChannelRecord): APIDMChannel {
  return {
    id: channel.id,
    type: 1,
    name: null,
    last_message_id: channel.messages.lastId,
    recipients: [channel.recipient],
    flags: 0 as never,
  };
}

function guildChannelPayload(channel: GuildChannelRecord): APIGuildVoiceChannel | APITextChannel {
  const common = {
    id: channel.id,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    permission_overwrites: [...channel.overwrites],
    parent_id: null,
    nsfw: false,
    last_message_id: channel.messages.lastId,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (channel.type === 0) return { ...common, type: 0, topic: channel.topic, last_pin_timestamp: null };
  return { ...common, type: 2, bitrate: 64_000, user_limit: channel.userLimit, rtc_region: null };
}

/**
 * A channel that the bot cannot see, as the gateway shows it: its place, and nothing of its contents. Bots must test the flag.
 *
 * @see {@link https://github.com/discord/discord-api-docs/pull/8454 | Channel obfuscation}
 */
function hiddenPayload(channel: GuildChannelRecord): APIGuildVoiceChannel | APITextChannel {
  const { id, guildId, position, type } = channel;
  const common = {
    id,
    guild_id: guildId,
    name: '___hidden___',
    position,
    permission_overwrites: [{ id: guildId, type: 0 as const, allow: '0', deny: VIEW_CHANNEL }],
    flags: OBFUSCATED,
  };
  return type === 0 ? { ...common, type: 0, topic: null } : { ...common, type: 2 };
}

/** A guild as REST shows it. */
export function guildPayload(guild: GuildRecord): APIGuild {
  return { ...GUILD_DEFAULTS, id: guild.id, name: guild.name, owner_id: guild.ownerId, roles: [...guild.roles.values()] };
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
    threads: [],
    presences: [...presencesOf(world, guild)],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
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

/** A channel as the gateway shows it to the bot: in full, or only its place when the bot cannot see it. */
export function channelForBot(world: World, channel: GuildChannelRecord): APIGuildVoiceChannel | APITextChannel {
  const isHidden = world.options.obfuscateHiddenChannels && world.permissionsIn(channel, world.bot.id) === 0n;
  return isHidden ? hiddenPayload(channel) : guildChannelPayload(channel);
}

/** What every guild here has in common. */
const GUILD_DEFAULTS: Omit<APIGuild, 'id' | 'name' | 'owner_id' | 'roles'> = {
  icon: null,
  splash: null,
  discovery_splash: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  emojis: [],
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
  stickers: [],
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
};
