import type { GatewayChannelPinsUpdateDispatchData } from 'discord-api-types/v10';
import { dateOf } from '../dates.js';
import { ChannelEvent } from './ChannelEvent.js';

/**
 * A message was pinned or unpinned. Which one, Discord does not say: `event.channel.fetchPins()`. That a pinned message was deleted is not told here.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#channel-pins-update | Channel pins update}
 */
export class PinsUpdate extends ChannelEvent<GatewayChannelPinsUpdateDispatchData> {
  /** When the latest pin was made; `null` where none is left. */
  get lastPinTimestamp(): Date | null {
    return dateOf(this.data.last_pin_timestamp);
  }
}
