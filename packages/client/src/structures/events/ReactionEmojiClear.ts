import type { APIEmoji, GatewayMessageReactionRemoveEmojiDispatchData } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { MessageEvent } from './MessageEvent.js';

/**
 * All reactions to a message with one emoji were taken away at once.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-reaction-remove-emoji | Message reaction remove emoji}
 */
export class ReactionEmojiClear extends MessageEvent<GatewayMessageReactionRemoveEmojiDispatchData> {
  get emoji(): Camel<APIEmoji> {
    return camel<APIEmoji>(this.data.emoji);
  }
}
