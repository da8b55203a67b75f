import type { APIPartialEmoji, APIUser } from 'discord-api-types/v10';
import { enterChannel, guildOf, isAllowed } from './access.js';
import { parseEmoji } from './emoji.js';
import { isNewer } from './MessageLog.js';
import type { MessageRecord, ReactionRecord } from './MessageLog.js';
import type { FoundMessage, Messages } from './Messages.js';
import { memberPayload } from './payloads.js';
import type { ChannelRecord } from './records.js';
import { badRequest, missingPermissions } from './refusals.js';
import type { World } from './World.js';

const KINDS_MAX = 20;

/** Which message, and which emoji as a path or a person names it. */
export interface ReactionTarget {
  readonly channelId: string;
  readonly emoji: string;
  readonly messageId: string;
}

/** Reacting, by the bot or by a person; the same rules hold for both. Doing twice what is done already is no error and publishes nothing. */
export class Reactions {
  private readonly messages: Messages;
  private readonly world: World;

  constructor(world: World, messages: Messages) {
    this.world = world;
    this.messages = messages;
  }

  add(userId: string, target: ReactionTarget): void {
    const { channel, record } = this.messages.find(userId, target.channelId, target.messageId);
    // Writing opens an archived thread again, reacting does not: https://docs.discord.com/developers/topics/threads
    if (!channel.isDirect && channel.thread?.metadata.archived === true) throw badRequest(50083, 'Thread is archived');
    const emoji = parseEmoji(this.world, target.emoji);
    this.checkMayAdd(userId, channel, record, target.emoji);
    const before = record.reactions.get(target.emoji);
    if (before?.userIds.has(userId) === true) return;
    store(channel, record, target.emoji, { emoji, userIds: new Set([...(before?.userIds ?? []), userId]) });
    this.publishAdd(userId, channel, record, emoji);
  }

  /** Takes back `ofUserId`'s reaction. Others' reactions are a moderator's to take. */
  remove(userId: string, target: ReactionTarget, ofUserId: string): void {
    const { channel, record } = this.messages.find(userId, target.channelId, target.messageId);
    if (userId !== ofUserId && !isAllowed(this.world, userId, channel, 'ManageMessages')) throw missingPermissions();
    const emoji = parseEmoji(this.world, target.emoji);
    const before = record.reactions.get(target.emoji);
    if (before?.userIds.has(ofUserId) !== true) return;
    const userIds = new Set([...before.userIds].filter((id) => id !== ofUserId));
    store(channel, record, target.emoji, { emoji, userIds });
    this.world.publishInChannel(channel, 'MESSAGE_REACTION_REMOVE', { ...this.idsOf(channel, record), ...kind(emoji), user_id: ofUserId });
  }

  /** Takes all reactions of a message, or with an emoji all of that emoji. */
  clear(userId: string, channelId: string, messageId: string, emojiText?: string): void {
    const channel = enterChannel(this.world, userId, channelId, 'ManageMessages');
    const { record } = this.messages.find(userId, channelId, messageId);
    const ids = this.idsOf(channel, record);
    if (emojiText === undefined) {
      channel.messages.replace({ ...record, reactions: new Map() });
      this.world.publishInChannel(channel, 'MESSAGE_REACTION_REMOVE_ALL', ids);
      return;
    }
    const emoji = parseEmoji(this.world, emojiText);
    if (!record.reactions.has(emojiText)) return;
    store(channel, record, emojiText, { emoji, userIds: new Set() });
    this.world.publishInChannel(channel, 'MESSAGE_REACTION_REMOVE_EMOJI', { ...ids, emoji });
  }

  /** Who reacted with an emoji, by ascending id. */
  users(
    userId: string,
    target: ReactionTarget,
    { after, limit }: { readonly after: string | undefined; readonly limit: number },
  ): readonly APIUser[] {
    const { record } = this.messages.read(userId, target.channelId, target.messageId);
    parseEmoji(this.world, target.emoji);
    const ids = [...(record.reactions.get(target.emoji)?.userIds ?? [])].sort((a, b) => (isNewer(a, b) ? 1 : -1));
    const wanted = ids.filter((id) => after === undefined || isNewer(id, after)).slice(0, limit);
    return wanted.flatMap((id) => this.world.users.get(id) ?? []);
  }

  /** Whoever reacts must read history; who brings a new emoji must also be allowed to add reactions. */
  private checkMayAdd(userId: string, channel: ChannelRecord, record: MessageRecord, emoji: string): void {
    if (!isAllowed(this.world, userId, channel, 'ReadMessageHistory')) throw missingPermissions();
    if (record.reactions.has(emoji)) return;
    if (!isAllowed(this.world, userId, channel, 'AddReactions')) throw missingPermissions();
    if (record.reactions.size >= KINDS_MAX) throw badRequest(30010, `Maximum number of reactions reached (${String(KINDS_MAX)})`);
  }

  private publishAdd(userId: string, channel: ChannelRecord, record: MessageRecord, emoji: APIPartialEmoji): void {
    const member = guildOf(this.world, channel)?.members.get(userId);
    this.world.publishInChannel(channel, 'MESSAGE_REACTION_ADD', {
      ...this.idsOf(channel, record),
      ...kind(emoji),
      user_id: userId,
      message_author_id: record.payload.author.id,
      ...(member !== undefined && { member: memberPayload(member) }),
    });
  }

  private idsOf(channel: ChannelRecord, { payload }: FoundMessage['record']): object {
    const guild = guildOf(this.world, channel);
    return { channel_id: channel.id, message_id: payload.id, ...(guild !== undefined && { guild_id: guild.id }) };
  }
}

function kind(emoji: APIPartialEmoji): object {
  return { emoji, burst: false, type: 0 };
}

/** Puts one emoji's reactions in place; an emoji that nobody chooses any more is gone. */
function store(channel: ChannelRecord, record: MessageRecord, key: string, reaction: ReactionRecord): void {
  const reactions = new Map(record.reactions);
  if (reaction.userIds.size === 0) reactions.delete(key);
  else reactions.set(key, reaction);
  channel.messages.replace({ ...record, reactions });
}
