import { OptionsError, shown } from '@aplomb/base';
import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { RESTGetAPIChannelMessagesPinsQuery, RESTGetAPIChannelMessagesQuery } from 'discord-api-types/v10';
import type { Collector } from '../../collectors/Collector.js';
import { awaitMessage, collectMessages, type AwaitMessageOptions, type CollectMessagesOptions } from '../../collectors/messages.js';
import type { Identified } from '../Identified.js';
import type { Message } from '../message/Message.js';
import type { MessageHandle } from '../message/MessageHandle.js';
import { sending, type MessageContent, type SendOptions } from '../message/messageBody.js';
import { Paged } from '../Paged.js';
import type { Relation } from '../Relation.js';
import { checkedIds, type Ref } from '../refs.js';
import { ChannelView } from './ChannelView.js';
import type { Of, TextBasedType } from './kinds.js';
import { messagesIn } from './relations.js';
import { Typing, type TypingOptions } from './Typing.js';

/** A message of a channel's pins, and when it was pinned. */
export interface Pin {
  readonly message: Message;
  readonly pinnedAt: Date;
}

type Texting = Conversation<Of<TextBasedType>>;

/** What can be done where messages are sent. */
export abstract class Conversation<Payload extends Identified = Identified> extends ChannelView<Payload> {
  /** Its messages that the cache keeps, oldest first. The policy says how many, see {@link CachePolicy}; {@link fetchMessages} asks Discord. */
  get messages(): Relation<Message> {
    return messagesIn(this.views, this.id);
  }

  /** One of its messages, of which only the id is known. Nothing is fetched. */
  message(id: string): MessageHandle {
    return this.views.messageHandle({ channelId: this.id, id });
  }

  /**
   * Sends a message.
   *
   * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; {@link DiscordApiError} when Discord refuses, for example for
   * want of the SEND_MESSAGES permission; {@link RateLimitError} and {@link TransportError} as every call
   * @example
   * ```ts
   * import { attachment, Client } from 'aplomb';
   *
   * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
   * const channel = client.channel('103735883630395392');
   * await channel.send('Good morning.');
   * await channel.send({ content: 'The log', silent: true, files: [attachment.fromPath('./bot.log')] });
   * ```
   * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
   */
  async send(this: Texting, content: MessageContent, options?: SendOptions): Promise<Message> {
    const { body, call } = sending(content, options);
    return this.views.messageIn(await this.views.rest.channels.createMessage(this.id, body, call), this.guildId);
  }

  /** Shows the bot typing for ten seconds, or until its next message. */
  async sendTyping(this: Texting, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.typing(this.id, options);
  }

  /**
   * Shows the bot typing until it is disposed of, or its `signal` aborts.
   *
   * @example
   * ```ts
   * import type { Message } from 'aplomb';
   *
   * export async function answer(question: Message, think: (text: string) => Promise<string>): Promise<void> {
   *   using _ = question.channel.typing();
   *   await question.reply(await think(question.content));
   * }
   * ```
   */
  typing(this: Texting, options?: TypingOptions): Typing {
    return new Typing(this.views.ports.clock, (call) => this.sendTyping(call), options);
  }

  /** One of its messages. Needs READ_MESSAGE_HISTORY. */
  async fetchMessage(this: Texting, id: string, options?: CallOptions): Promise<Message> {
    return this.message(id).fetch(options);
  }

  /** Its messages, newest first; from `after` on oldest first. Awaited, it is a page of 50, or of `limit`, which may be 100. */
  fetchMessages(this: Texting, query?: RESTGetAPIChannelMessagesQuery, options?: CallOptions): Paged<Message> {
    const { guildId, views } = this;
    return Paged.of(views.rest.channels.messages(this.id, query, options), {
      itemsOf: (page) => page,
      make: (message) => views.messageIn(message, guildId),
    });
  }

  /** Its pinned messages, latest pin first. Awaited, it is a page of 50; `before` is an ISO 8601 time. */
  fetchPins(this: Texting, query?: RESTGetAPIChannelMessagesPinsQuery, options?: CallOptions): Paged<Pin> {
    const { guildId, views } = this;
    return Paged.of(views.rest.channels.pins(this.id, query, options), {
      itemsOf: (page) => page.items,
      make: ({ message, pinned_at }): Pin => ({ message: views.messageIn(message, guildId), pinnedAt: new Date(pinned_at) }),
    });
  }

  /**
   * Deletes 2 to 100 messages at once, none of them older than 14 days. Needs MANAGE_MESSAGES.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for fewer or more messages, one that is named twice, or one that is too old
   * @see {@link https://docs.discord.com/developers/resources/message#bulk-delete-messages | Bulk delete messages}
   */
  async bulkDelete(this: Texting, messages: Iterable<Ref>, options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.bulkDeleteMessages(this.id, { messages: checkedMessages(messages) }, options);
  }

  /**
   * Waits for a message in it. `undefined` when the time is up, or the channel was deleted.
   *
   * @example
   * ```ts
   * import type { Message } from 'aplomb';
   *
   * export async function askName(message: Message): Promise<string> {
   *   await message.reply('What shall I call you?');
   *   const answer = await message.channel.awaitMessage({ userId: message.author.id, timeoutMs: 30_000 });
   *   return answer?.content ?? message.author.displayName;
   * }
   * ```
   */
  awaitMessage<Kept extends Message = Message>(this: Texting, options?: AwaitMessageOptions<Kept>): Promise<Kept | undefined> {
    return awaitMessage(this.views.ports.collectors, { channelId: this.id, guildId: this.guildId }, options);
  }

  /** Collects the messages that are sent in it. */
  collectMessages<Kept extends Message = Message>(this: Texting, options?: CollectMessagesOptions<Kept>): Collector<Kept> {
    return collectMessages(this.views.ports.collectors, { channelId: this.id, guildId: this.guildId }, options);
  }
}

function checkedMessages(messages: Iterable<Ref>): string[] {
  if (typeof messages === 'object' && Symbol.iterator in messages) return checkedIds(messages, 'a message that is to be deleted');
  throw new OptionsError('INVALID_OPTION', {
    what: `\`bulkDelete(…)\` was given ${shown(messages)}.`,
    cure: 'Give a list of messages, or of their ids.',
  });
}
