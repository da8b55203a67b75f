import type { GatewayVoiceServerUpdateDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/**
 * The voice server of a guild, for the bot's own connection.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#voice-server-update | Voice server update}
 */
export class VoiceServerUpdate extends GuildEvent<GatewayVoiceServerUpdateDispatchData> {
  /** Where to connect; `null` while there is no server: then wait for the next update. */
  get endpoint(): string | null {
    return this.data.endpoint;
  }

  /** What opens the connection. It belongs into no log. */
  get token(): string {
    return this.data.token;
  }
}
