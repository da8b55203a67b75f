import type { AuditedCallOptions } from '@aplomb/rest';
import type { APIGuildIntegration, APIGuildIntegrationApplication, APIIntegrationAccount, OAuth2Scopes } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import { PartOfGuild } from './PartOfGuild.js';
import type { Role } from './Role.js';
import type { User } from './User.js';

/**
 * A bot or a service that is connected with a guild.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#integration-object | Integration object}
 */
export class Integration extends PartOfGuild<APIGuildIntegration> {
  get id(): string {
    return this.data.id;
  }

  get name(): string {
    return this.data.name;
  }

  /** `twitch`, `youtube`, `discord` (a bot) or `guild_subscription`. */
  get type(): APIGuildIntegration['type'] {
    return this.data.type;
  }

  get enabled(): boolean {
    return this.data.enabled;
  }

  /** Of streams: whether subscribers are being synchronized. */
  get syncing(): boolean {
    return this.data.syncing === true;
  }

  /** Of streams: the role of subscribers. */
  get roleId(): string | null {
    return this.data.role_id ?? null;
  }

  /** Of Twitch: whether its emoticons are here. */
  get enableEmoticons(): boolean {
    return this.data.enable_emoticons === true;
  }

  /** Of streams: what becomes of those who subscribe no more: 0 they lose the role, 1 they are kicked. */
  get expireBehavior(): APIGuildIntegration['expire_behavior'] | null {
    return this.data.expire_behavior ?? null;
  }

  /** Of streams: after how many days. */
  get expireGracePeriod(): number | null {
    return this.data.expire_grace_period ?? null;
  }

  /** Who connected it. */
  get user(): User | null {
    return this.data.user === undefined ? null : this.views.user(this.data.user);
  }

  get account(): APIIntegrationAccount {
    return this.data.account;
  }

  /** Of streams: when subscribers were last synchronized. */
  get syncedAt(): Date | null {
    return dateOf(this.data.synced_at);
  }

  /** Of streams. */
  get subscriberCount(): number | null {
    return this.data.subscriber_count ?? null;
  }

  get revoked(): boolean {
    return this.data.revoked === true;
  }

  /** Of bots. */
  get application(): Camel<APIGuildIntegrationApplication> | null {
    return camel<APIGuildIntegrationApplication | null>(this.data.application ?? null);
  }

  get scopes(): readonly OAuth2Scopes[] {
    return this.data.scopes ?? [];
  }

  /** The role of subscribers, where it is cached. */
  get role(): Role | undefined {
    return this.roleId === null ? undefined : this.views.cachedRole(this.guildId, this.roleId);
  }

  /** Takes it out of the guild; a bot is kicked. Needs MANAGE_GUILD. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.deleteIntegration(this.guildId, this.id, options);
  }
}
