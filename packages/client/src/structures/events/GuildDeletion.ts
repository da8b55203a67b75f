import type { GatewayGuildDeleteDispatchData } from 'discord-api-types/v10';
import { madeAt } from '../dates.js';
import type { GuildHandle } from '../guild/GuildHandle.js';
import { View } from '../View.js';

/**
 * A guild that is gone: the bot is not in it any more, or it is down. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-delete | Guild delete}
 */
export class GuildDeletion extends View<GatewayGuildDeleteDispatchData> {
  /** The guild's id. */
  get id(): string {
    return this.data.id;
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** Whether it is only down: the bot is still in it. */
  get unavailable(): boolean {
    return this.data.unavailable === true;
  }

  /** The guild, of which only the id is known. */
  get guild(): GuildHandle {
    return this.views.guildHandle(this.id);
  }
}
