import type { GatewayChannelInfoDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/** What changes fast of a voice channel. */
export interface FastChannel {
  readonly id: string;
  /** What stands beneath the name. `undefined` where it was not asked for. */
  readonly status: string | null | undefined;
  /** Since when people talk. */
  readonly voiceStartTime: Date | null | undefined;
}

/**
 * What changes fast of a guild's channels, because it was asked for.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#channel-info | Channel info}
 */
export class ChannelInfo extends GuildEvent<GatewayChannelInfoDispatchData> {
  get channels(): readonly FastChannel[] {
    return this.data.channels.map(({ id, status, voice_start_time: seconds }) => ({
      id,
      status,
      voiceStartTime: typeof seconds === 'number' ? new Date(seconds * 1_000) : seconds,
    }));
  }
}
