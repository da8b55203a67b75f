import type { FileCallOptions } from '@aplomb/rest';
import type { APIUser, GatewayMessageCreateDispatchData, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { View } from '../View.js';

/** The text of a message, or all that a message can have. */
export type MessageContent = string | RESTPostAPIChannelMessageJSONBody;

/**
 * A message, as it was when it came: a view over its payload. It holds no state of its own and never changes.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds', 'GuildMessages', 'MessageContent'] });
 * client.on('messageCreate', async (message) => {
 *   if (message.content === '!ping') await message.reply('Pong!');
 * });
 * ```
 * @see {@link https://docs.discord.com/developers/resources/message#message-object | Message object}
 */
export class Message extends View<GatewayMessageCreateDispatchData> {
  get id(): string {
    return this.data.id;
  }

  get channelId(): string {
    return this.data.channel_id;
  }

  /** The guild that the message was sent in; `undefined` in direct messages. */
  get guildId(): string | undefined {
    return this.data.guild_id;
  }

  /** The text. Empty without the MessageContent intent, except in direct messages, in mentions of the bot and in its own messages. */
  get content(): string {
    return this.data.content;
  }

  /** Who wrote it; for a webhook's message, a user made up of the webhook's name and avatar. */
  get author(): APIUser {
    return this.data.author;
  }

  /**
   * Replies to this message. If it has been deleted meanwhile, the reply is sent as an ordinary message.
   *
   * @throws {@link DiscordApiError} when Discord refuses, for example for want of the SendMessages permission; {@link RateLimitError} and
   * {@link TransportError} as every call.
   */
  async reply(content: MessageContent, options?: FileCallOptions): Promise<Message> {
    const body = typeof content === 'string' ? { content } : content;
    const message_reference = { message_id: this.id, channel_id: this.channelId, fail_if_not_exists: false };
    const sent = await this.views.rest.channels.createMessage(this.channelId, { message_reference, ...body }, options);
    // REST answers without the guild; whoever replies to the reply still wants to know it.
    const guild = this.guildId === undefined ? {} : { guild_id: this.guildId };
    return this.views.message({ ...sent, ...guild });
  }
}
