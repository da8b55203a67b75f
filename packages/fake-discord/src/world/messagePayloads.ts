import type { APIMessage, APIReaction, APIUser, APIUserWithMember } from 'discord-api-types/v10';
import { guildOf } from './access.js';
import { channelForBot } from './channelPayloads.js';
import type { MessageRecord } from './MessageLog.js';
import { memberWithoutUser } from './payloads.js';
import { pollPayload } from './pollPayloads.js';
import type { ChannelRecord, GuildRecord } from './records.js';
import type { World } from './World.js';

/** A message as it is now, to the eyes of the bot or of somebody else: with its reactions and votes, and with the message that it answers. */
export function messagePayload(world: World, channel: ChannelRecord, record: MessageRecord, viewerId: string = world.bot.id): APIMessage {
  const reactions = reactionsOf(record, viewerId);
  const poll = pollPayload(record, viewerId, world.clock.wallMs());
  const thread = threadOn(world, record);
  const payload = {
    ...record.payload,
    ...(reactions.length > 0 && { reactions }),
    ...(poll !== undefined && { poll }),
    ...(thread !== undefined && { thread }),
  };
  const { message_reference: reference } = payload;
  const referencedId = reference?.type === 1 ? undefined : reference?.message_id;
  if (referencedId === undefined) return payload;
  const referenced = channel.messages.get(referencedId);
  // One that only somebody sees is not gone: nothing is told of it.
  if (referenced === undefined && channel.messages.find(referencedId) !== undefined) return payload;
  return { ...payload, referenced_message: referenced === undefined ? null : referenced.payload };
}

/** The thread that was begun on a message: it has the message's id. */
function threadOn(world: World, { payload: { channel_id: channelId, id } }: MessageRecord): APIMessage['thread'] {
  const thread = world.channels.get(id);
  if (thread === undefined || thread.isDirect || thread.thread === null || thread.parentId !== channelId) return undefined;
  return channelForBot(world, thread);
}

/**
 * A message as the bot reads it over REST, where the application's setting decides what an unprivileged one may read.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#message-content-intent | Message content intent}
 */
export function messageForBot(world: World, channel: ChannelRecord, record: MessageRecord): APIMessage {
  const payload = messagePayload(world, channel, record);
  if (mayReadContent(world, channel, payload)) return payload;
  const { poll: _, ...rest } = payload;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}

/** What MESSAGE_CREATE and MESSAGE_UPDATE carry besides the message. */
export function messageEvent(world: World, channel: ChannelRecord, record: MessageRecord, viewerId: string = world.bot.id): object {
  const payload = messagePayload(world, channel, record, viewerId);
  const guild = guildOf(world, channel);
  if (guild === undefined) return { ...payload, channel_type: 1 };
  const author = guild.members.get(payload.author.id);
  return {
    ...payload,
    channel_type: channel.isDirect ? 1 : channel.type,
    guild_id: guild.id,
    mentions: payload.mentions.map((user) => withMember(guild, user)),
    ...(author !== undefined && { member: memberWithoutUser(author) }),
  };
}

function withMember(guild: GuildRecord, user: APIUser): APIUserWithMember {
  const member = guild.members.get(user.id);
  return member === undefined ? user : { ...user, member: memberWithoutUser(member) };
}

function mayReadContent(world: World, channel: ChannelRecord, { author, mentions }: APIMessage): boolean {
  if (channel.isDirect || author.id === world.bot.id) return true;
  return world.options.privilegedIntents.includes('MessageContent') || mentions.some(({ id }) => id === world.bot.id);
}

function reactionsOf({ reactions }: MessageRecord, viewerId: string): APIReaction[] {
  return [...reactions.values()].map(({ emoji, userIds }) => ({
    emoji,
    count: userIds.size,
    count_details: { normal: userIds.size, burst: 0 },
    me: userIds.has(viewerId),
    me_burst: false,
    burst_colors: [],
  }));
}
