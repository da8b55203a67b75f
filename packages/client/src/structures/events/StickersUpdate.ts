import type { GatewayGuildStickersUpdateDispatchData } from 'discord-api-types/v10';
import type { Sticker } from '../guild/Sticker.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * The stickers of a guild have changed. What they were, handlers get as `before`, if they were cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-stickers-update | Guild stickers update}
 */
export class StickersUpdate extends GuildEvent<GatewayGuildStickersUpdateDispatchData> {
  /** All of them, as they are now. */
  get stickers(): readonly Sticker[] {
    return this.data.stickers.map((sticker) => this.views.sticker(sticker));
  }
}
