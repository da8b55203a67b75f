import type { CallOptions } from '@aplomb/rest';
import type { APIEntitlement, EntitlementType } from 'discord-api-types/v10';
import type { Guild } from '../guild/Guild.js';
import type { User } from '../guild/User.js';
import { dateOf } from '../dates.js';
import { Entity } from '../Entity.js';

/**
 * What a user or a guild may use of what the application sells.
 *
 * @see {@link https://docs.discord.com/developers/resources/entitlement#entitlement-object | Entitlement object}
 */
export class Entitlement extends Entity<APIEntitlement> {
  get skuId(): string {
    return this.data.sku_id;
  }

  get applicationId(): string {
    return this.data.application_id;
  }

  get userId(): string | undefined {
    return this.data.user_id;
  }

  /** Who may use it; `undefined` where it is a guild's, or the user is not cached. */
  get user(): User | undefined {
    return this.userId === undefined ? undefined : this.views.cachedUser(this.userId);
  }

  get guildId(): string | undefined {
    return this.data.guild_id;
  }

  /** The guild that may use it; `undefined` where it is a user's, or the guild is not cached. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** How it came about: 1 bought, 4 bought in test mode, 8 by a subscription … */
  get type(): EntitlementType {
    return this.data.type;
  }

  /** Whether it was taken away. */
  get deleted(): boolean {
    return this.data.deleted;
  }

  /** `null` where it holds from the beginning. */
  get startsAt(): Date | null {
    return dateOf(this.data.starts_at);
  }

  /** `null` where it never ends. */
  get endsAt(): Date | null {
    return dateOf(this.data.ends_at);
  }

  /** Whether it is used up, for what can be. */
  get consumed(): boolean {
    return this.data.consumed ?? false;
  }

  /** Uses it up, where it is of something that can be. */
  async consume(options?: CallOptions): Promise<void> {
    await this.views.rest.entitlements.consume(this.applicationId, this.id, options);
  }

  /** Deletes it, where it was made for tests. */
  async delete(options?: CallOptions): Promise<void> {
    await this.views.rest.entitlements.deleteTest(this.applicationId, this.id, options);
  }

  /** The entitlement as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<Entitlement> {
    return this.views.entitlement(await this.views.rest.entitlements.get(this.applicationId, this.id, options));
  }
}
