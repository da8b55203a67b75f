import type { APIGuildChannel } from 'discord-api-types/v10';
import type { Guild } from '../guild/Guild.js';
import { KnownChannel } from './KnownChannel.js';

/** What the channels of a guild, and the threads in them, have in common. */
export abstract class GuildChannel<Payload extends APIGuildChannel> extends KnownChannel<Payload> {
  /** Discord leaves it out here and there, where it is plain; the cache knows it then. `'0'` where nobody told. */
  override get guildId(): string {
    return this.data.guild_id ?? super.guildId ?? '0';
  }

  /** The guild, if it is cached. */
  get guild(): Guild | undefined {
    return this.views.cachedGuild(this.guildId);
  }

  /** Its name; `null` for a hidden channel, whatever Discord puts there. */
  get name(): string | null {
    return this.isHidden ? null : this.data.name;
  }

  /** The category of a channel, the channel of a thread; `null` without. */
  get parentId(): string | null {
    return this.data.parent_id ?? null;
  }

  /** Whether only adults may see it. A thread is as its channel. */
  get nsfw(): boolean {
    return this.data.nsfw ?? false;
  }
}
