import type { GatewayTypingStartDispatchData } from 'discord-api-types/v10';
import { UserEvent } from './UserEvent.js';

/**
 * Somebody begins to type.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#typing-start | Typing start}
 */
export class TypingStart extends UserEvent<GatewayTypingStartDispatchData> {
  get timestamp(): Date {
    return new Date(this.data.timestamp * 1_000);
  }
}
