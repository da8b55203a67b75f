import type { GatewayGuildSoundboardSoundDeleteDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/**
 * A sound of the soundboard that was deleted. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sound-delete | Guild soundboard sound delete}
 */
export class SoundDeletion extends GuildEvent<GatewayGuildSoundboardSoundDeleteDispatchData> {
  /** The sound's id. */
  get id(): string {
    return this.data.sound_id;
  }
}
