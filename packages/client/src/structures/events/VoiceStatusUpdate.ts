import type { GatewayVoiceChannelStatusUpdateDispatchData } from 'discord-api-types/v10';
import { VoiceChannelEvent } from './VoiceChannelEvent.js';

/**
 * What stands beneath the name of a voice channel has changed.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#voice-channel-status-update | Voice channel status update}
 */
export class VoiceStatusUpdate extends VoiceChannelEvent<GatewayVoiceChannelStatusUpdateDispatchData> {
  /** `null` for nothing. */
  get status(): string | null {
    return this.data.status;
  }
}
