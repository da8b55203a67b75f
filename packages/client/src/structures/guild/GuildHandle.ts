import type { CallOptions } from '@aplomb/rest';
import type { Identified } from '../Identified.js';
import type { Guild } from './Guild.js';
import { GuildContents } from './GuildContents.js';

/**
 * A guild of which perhaps only the id is known: made by `client.guild(id)`. All that can be done with a guild can be done with it.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
 * const guild = client.guild('41771983423143937');
 * await guild.unban('80351110224678912', { reason: 'The appeal was right' });
 * for await (const entry of guild.auditLog({ limit: 10 })) console.log(entry.actionType, entry.reason);
 * ```
 */
export class GuildHandle<Payload extends Identified = Identified> extends GuildContents<Payload> {
  /** The guild as the cache knows it now; `undefined` when it does not. */
  get cached(): Guild | undefined {
    return this.views.cachedGuild(this.id);
  }

  /** The guild as Discord knows it now, with how many members it has, about. */
  async fetch(options?: CallOptions): Promise<Guild> {
    return this.views.guild(await this.views.rest.guilds.get(this.id, { with_counts: true }, options));
  }
}
