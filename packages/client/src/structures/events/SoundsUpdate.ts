import type { APISoundboardSound } from 'discord-api-types/v10';
import type { SoundboardSound } from '../guild/SoundboardSound.js';
import { GuildEvent } from './GuildEvent.js';

/** Sounds of a guild: those that changed together, or all of them, as they were asked for. */
export interface SoundsPayload {
  readonly guild_id: string;
  readonly soundboard_sounds: readonly APISoundboardSound[];
}

/**
 * Several sounds of a guild have changed, or all have come, because the shard was asked for them.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-soundboard-sounds-update | Guild soundboard sounds update}
 */
export class SoundsUpdate extends GuildEvent<SoundsPayload> {
  get sounds(): readonly SoundboardSound[] {
    return this.data.soundboard_sounds.map((sound) => this.views.soundboardSound(sound, this.guildId));
  }
}
