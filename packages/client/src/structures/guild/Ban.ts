import type { AuditedCallOptions } from '@aplomb/rest';
import type { APIBan } from 'discord-api-types/v10';
import { PartOfGuild } from './PartOfGuild.js';
import type { User } from './User.js';

/** A ban as Discord sends it; the gateway does not say why. */
export type BanPayload = Omit<APIBan, 'reason'> & Partial<Pick<APIBan, 'reason'>>;

/**
 * Somebody who may not come back.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#ban-object | Ban object}
 */
export class Ban extends PartOfGuild<BanPayload> {
  get user(): User {
    return this.views.user(this.data.user);
  }

  /** Why; `null` where nobody said it, and in events. */
  get reason(): string | null {
    return this.data.reason ?? null;
  }

  /** Lifts it. Needs BAN_MEMBERS. */
  async lift(options?: AuditedCallOptions): Promise<void> {
    await this.views.guildHandle(this.guildId).unban(this.user, options);
  }
}
