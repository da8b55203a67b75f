import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIThreadChannel } from 'discord-api-types/v10';
import { links } from '../../text/links.js';
import { checkedId } from '../../text/snowflake.js';
import type { TextBasedChannel } from '../channel/AnyChannel.js';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import type { Thread } from '../channel/Thread.js';
import { threadBody, type ThreadOptions } from '../channel/threadBody.js';
import { madeAt } from '../dates.js';
import type { Guild } from '../guild/Guild.js';
import type { User } from '../guild/User.js';
import { Paged } from '../Paged.js';
import { idOf, type Ref } from '../refs.js';
import type { Message } from './Message.js';
import { editing, sending, type MessageContent, type MessageEdit, type SendOptions } from './messageBody.js';
import { emojiText, type EmojiRef } from './emojiText.js';
import { MessageWaits } from './MessageWaits.js';
import type { MessageIds, RestMessage } from './payloads.js';

/** Which users of a list. */
export interface PagedUsersQuery {
  /** Only users with a greater id. */
  readonly after?: string;
  /** How many; awaited, a page of 1 to 100. */
  readonly limit?: number;
}

/**
 * A message of which perhaps only the ids are known, with all that can be done with it: `channel.message(id)`.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
 * const rules = client.channel('103735883630395392').message('175928847299117063');
 * await rules.edit('1. Be kind.');
 * await rules.react('👍');
 * ```
 */
export class MessageHandle<Payload extends MessageIds = MessageIds> extends MessageWaits<Payload> {
  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** Its channel: as the cache knows it, else a handle. */
  get channel(): ChannelHandle | TextBasedChannel {
    const channel = this.views.cachedChannel(this.channelId);
    return channel?.isTextBased() === true ? channel : this.views.channelHandle(this.channelId);
  }

  /**
   * Whether it is in a guild, so that `guildId` is known.
   *
   * @example
   * ```ts
   * import type { Message } from 'aplomb';
   *
   * export const placeOf = (message: Message): string => (message.inGuild() ? `guild ${message.guildId}` : 'a direct message');
   * ```
   */
  inGuild(): this is this & { readonly guildId: string } {
    return this.guildId !== undefined;
  }

  /** Its guild, if it is cached; `undefined` in direct messages. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** The link that opens it. */
  get url(): string {
    return links.message({ guildId: this.guildId ?? null, channelId: this.channelId, messageId: this.id });
  }

  /** The message as the cache knows it now; `undefined` when it does not. */
  get cached(): Message | undefined {
    return this.views.cachedMessage(this.channelId, this.id);
  }

  /**
   * The message as it is now. Needs READ_MESSAGE_HISTORY.
   *
   * @throws {@link DiscordApiError} when it is deleted, or the bot may not see it; {@link RateLimitError} and {@link TransportError} as every call
   */
  async fetch(options?: CallOptions): Promise<Message> {
    return this.sent(await this.views.rest.channels.message(this.channelId, this.id, options));
  }

  /**
   * Replies to it. If it has been deleted meanwhile, the reply is sent as an ordinary message. Whom the reply pings, `allowedMentions` says.
   *
   * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; {@link DiscordApiError} when Discord refuses, for example for
   * want of SEND_MESSAGES; {@link RateLimitError} and {@link TransportError} as every call
   */
  async reply(content: MessageContent, options?: SendOptions): Promise<Message> {
    const { body, call } = sending(content, options);
    const message_reference = { message_id: this.id, channel_id: this.channelId, fail_if_not_exists: false };
    return this.sent(await this.views.rest.channels.createMessage(this.channelId, { message_reference, ...body }, call));
  }

  /** Sends a copy of it to another channel. Needs SEND_MESSAGES there, and READ_MESSAGE_HISTORY here. */
  async forward(target: Ref, options?: CallOptions): Promise<Message> {
    const { body } = sending({ forward: { channelId: this.channelId, messageId: this.id } });
    const to = this.views.channelHandle(checkedId(idOf(target), 'the channel that it is forwarded to'));
    return this.views.messageIn(await this.views.rest.channels.createMessage(to.id, body, options), to.guildId);
  }

  /**
   * Changes it; what is left out stays, but mentions ping as in a new message. Of messages that are not the bot's own only `suppressEmbeds`.
   *
   * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit, or when nothing is to be changed; and as {@link MessageHandle.reply}
   */
  async edit(content: MessageEdit, options?: SendOptions): Promise<Message> {
    const { body, call } = editing(content, options);
    return this.sent(await this.views.rest.channels.editMessage(this.channelId, this.id, body, call));
  }

  /** Shows links without previews, or with them again. Of others' messages it needs MANAGE_MESSAGES. */
  async suppressEmbeds(suppress = true, options?: CallOptions): Promise<Message> {
    return this.edit({ suppressEmbeds: suppress }, options);
  }

  /** Deletes it. One of somebody else needs MANAGE_MESSAGES. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.deleteMessage(this.channelId, this.id, options);
  }

  /** Reacts to it with `'👍'`, `'<:name:id>'` or an emoji. Needs READ_MESSAGE_HISTORY, and ADD_REACTIONS for an emoji that is new there. */
  async react(emoji: EmojiRef, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.createReaction(this.channelId, this.id, emojiText(emoji), options);
  }

  /** Takes a reaction away: the bot's own, or, with MANAGE_MESSAGES, that of `user`. */
  async removeReaction(emoji: EmojiRef, user?: Ref, options?: CallOptions): Promise<void> {
    const { channels } = this.views.rest;
    const name = emojiText(emoji);
    if (user === undefined) await channels.deleteOwnReaction(this.channelId, this.id, name, options);
    else await channels.deleteUserReaction(this.channelId, this.id, name, idOf(user), options);
  }

  /** Takes all reactions away, or all with one emoji. Needs MANAGE_MESSAGES. */
  async removeReactions(emoji?: EmojiRef, options?: CallOptions): Promise<void> {
    const { channels } = this.views.rest;
    if (emoji === undefined) await channels.deleteAllReactions(this.channelId, this.id, options);
    else await channels.deleteAllReactionsForEmoji(this.channelId, this.id, emojiText(emoji), options);
  }

  /** Who reacted with an emoji, by user id. `type` 1 means super reactions. Awaited, it is a page of 25, or of `limit`. */
  fetchReactionUsers(emoji: EmojiRef, query?: PagedUsersQuery & { readonly type?: 0 | 1 }, options?: CallOptions): Paged<User> {
    const { views } = this;
    return Paged.of(views.rest.channels.reactionUsers(this.channelId, this.id, emojiText(emoji), query, options), {
      itemsOf: (page) => page,
      make: (user) => views.user(user),
    });
  }

  /** Who voted for an answer of its poll, by user id. Awaited, it is a page of 25, or of `limit`. */
  fetchPollVoters(answerId: number, query?: PagedUsersQuery, options?: CallOptions): Paged<User> {
    const { views } = this;
    return Paged.of(views.rest.polls.answerVoters(this.channelId, this.id, answerId, query, options), {
      itemsOf: (page) => page.users,
      make: (user) => views.user(user),
    });
  }

  /** Ends its poll before its time. It has to be the bot's own. */
  async endPoll(options?: CallOptions): Promise<Message> {
    return this.sent(await this.views.rest.polls.end(this.channelId, this.id, options));
  }

  /** Pins it. Needs PIN_MESSAGES. */
  async pin(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.pinMessage(this.channelId, this.id, options);
  }

  /** Unpins it. Needs PIN_MESSAGES. */
  async unpin(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.unpinMessage(this.channelId, this.id, options);
  }

  /** Publishes it to the channels that follow its announcement channel. One of somebody else needs MANAGE_MESSAGES. */
  async crosspost(options?: CallOptions): Promise<Message> {
    return this.sent(await this.views.rest.channels.crosspostMessage(this.channelId, this.id, options));
  }

  /** Starts a thread under it, which gets its id. A message has one thread only. */
  async startThread(options: Omit<ThreadOptions, 'invitable' | 'isPrivate'>, call?: AuditedCallOptions): Promise<Thread> {
    const thread = await this.views.rest.channels.createThreadFromMessage(this.channelId, this.id, threadBody(options), call);
    return this.views.thread(thread as APIThreadChannel);
  }

  private sent(message: RestMessage): Message {
    return this.views.messageIn(message, this.guildId);
  }
}
