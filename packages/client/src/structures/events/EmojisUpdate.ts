import type { GatewayGuildEmojisUpdateDispatchData } from 'discord-api-types/v10';
import type { Emoji } from '../guild/Emoji.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * The emojis of a guild have changed. What they were, handlers get as `before`, if they were cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-emojis-update | Guild emojis update}
 */
export class EmojisUpdate extends GuildEvent<GatewayGuildEmojisUpdateDispatchData> {
  /** All of them, as they are now. */
  get emojis(): readonly Emoji[] {
    return this.data.emojis.map((emoji) => this.views.emoji(emoji, this.guildId));
  }
}
