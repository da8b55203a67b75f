import type { GatewayMessageDeleteDispatchData } from 'discord-api-types/v10';
import { ChannelEvent } from './ChannelEvent.js';

/**
 * A message that was deleted. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-delete | Message delete}
 */
export class MessageDeletion extends ChannelEvent<GatewayMessageDeleteDispatchData> {
  /** The message's id. */
  get id(): string {
    return this.data.id;
  }
}
