import type { GatewayVoiceChannelStartTimeUpdateDispatchData } from 'discord-api-types/v10';
import { VoiceChannelEvent } from './VoiceChannelEvent.js';

/**
 * People begin to talk in a voice channel, or the last of them has left.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#voice-channel-start-time-update | Voice channel start time update}
 */
export class VoiceStartTimeUpdate extends VoiceChannelEvent<GatewayVoiceChannelStartTimeUpdateDispatchData> {
  /** `null` when nobody is there. */
  get voiceStartTime(): Date | null {
    const { voice_start_time: seconds } = this.data;
    return typeof seconds === 'number' ? new Date(seconds * 1_000) : null;
  }
}
