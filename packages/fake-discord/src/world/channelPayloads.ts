import type { APIDMChannel, APIGuildVoiceChannel, APITextChannel } from 'discord-api-types/v10';
import type { ChannelRecord, DirectChannelRecord, GuildChannelRecord } from './records.js';
import { isVoiceBased } from './channelTypes.js';
import { isoTime } from './time.js';
import type { World } from './World.js';

/** What channels look like on the wire. There are more kinds than these two; bots tell them apart by `type`. */
export type ChannelPayload = APIDMChannel | GuildChannelPayload;
type GuildChannelPayload = APIGuildVoiceChannel | APITextChannel;

const OBFUSCATED = 1 << 17;
const VIEW_CHANNEL = '1024';
const CATEGORY = 4;
const FORUM = 15;
const COUNTED_MEMBERS_MAX = 50;

/** A channel as everybody who sees it gets it. */
export function channelPayload(channel: ChannelRecord): ChannelPayload {
  return channel.isDirect ? directPayload(channel) : guildChannelPayload(channel);
}

/** A channel as the gateway shows it to the bot: in full, or only its place when the bot cannot see it. */
export function channelForBot(world: World, channel: GuildChannelRecord): GuildChannelPayload {
  const isHidden = world.options.obfuscateHiddenChannels && world.permissionsIn(channel, world.bot.id) === 0n;
  return isHidden ? hiddenPayload(channel) : guildChannelPayload(channel);
}

/** A member of a thread. */
export function threadMemberPayload(thread: GuildChannelRecord, userId: string): object {
  return { id: thread.id, user_id: userId, join_timestamp: thread.thread?.members.get(userId), flags: 0 };
}

/** When the newest pin was set, as channels tell it. */
export function lastPinTime({ messages }: ChannelRecord): string | null {
  const newest = messages.pinned()[0]?.pinnedAtMs;
  return newest === undefined ? null : isoTime(newest);
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

function guildChannelPayload(channel: GuildChannelRecord): GuildChannelPayload {
  const common = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    flags: 0,
  };
  const kind = channel.thread === null ? standing(channel) : threadFields(channel, channel.thread);
  return { ...common, ...kind, ...channel.more } as unknown as GuildChannelPayload;
}

/** A channel that is no thread. */
function standing(channel: GuildChannelRecord): object {
  const place = { position: channel.position, permission_overwrites: [...channel.overwrites] };
  if (channel.type === CATEGORY) return place;
  const shared = { ...place, nsfw: false, last_message_id: channel.messages.lastId, rate_limit_per_user: 0 };
  if (isVoiceBased(channel)) return { ...shared, bitrate: 64_000, user_limit: channel.userLimit, rtc_region: null };
  const written = { ...shared, topic: channel.topic, last_pin_timestamp: lastPinTime(channel) };
  if (channel.type < FORUM) return written;
  return { ...written, available_tags: [], default_reaction_emoji: null, default_sort_order: null, default_forum_layout: 0 };
}

function threadFields(
  channel: GuildChannelRecord,
  { appliedTags, members, metadata, ownerId }: NonNullable<GuildChannelRecord['thread']>,
): object {
  return {
    owner_id: ownerId,
    last_message_id: channel.messages.lastId,
    rate_limit_per_user: 0,
    message_count: channel.messages.count,
    total_message_sent: channel.messages.sent,
    member_count: Math.min(members.size, COUNTED_MEMBERS_MAX),
    thread_metadata: metadata,
    ...(appliedTags !== null && { applied_tags: appliedTags }),
  };
}

/**
 * A channel that the bot cannot see, as the gateway shows it: its place, and nothing of its contents. Bots must test the flag.
 *
 * @see {@link https://github.com/discord/discord-api-docs/pull/8454 | Channel obfuscation}
 */
function hiddenPayload(channel: GuildChannelRecord): GuildChannelPayload {
  const { guildId, id, parentId, position, type } = channel;
  return {
    id,
    type,
    guild_id: guildId,
    name: '___hidden___',
    position,
    parent_id: parentId,
    permission_overwrites: [{ id: guildId, type: 0, allow: '0', deny: VIEW_CHANNEL }],
    flags: OBFUSCATED,
    ...(!isVoiceBased(channel) && { topic: null }),
  };
}
