import { View } from '../View.js';
import type { Guild } from '../guild/Guild.js';

/** What happened in a guild. */
export abstract class GuildEvent<Payload extends { readonly guild_id: string }> extends View<Payload> {
  get guildId(): string {
    return this.data.guild_id;
  }

  /** The guild that it happened in; `undefined` where it is not cached. */
  get guild(): Guild | undefined {
    return this.views.cachedGuild(this.guildId);
  }
}
