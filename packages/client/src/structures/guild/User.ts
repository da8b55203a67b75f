import type { APIUser, UserFlags, UserPremiumType } from 'discord-api-types/v10';
import { cdn, type ImageOptions, type MovingImageOptions } from '../../text/cdn.js';
import { camel, type Camel } from '../camel.js';
import { UserHandle } from './UserHandle.js';

/**
 * A user of Discord: a person, or a bot.
 *
 * @see {@link https://docs.discord.com/developers/resources/user#user-object | User object}
 */
export class User extends UserHandle<APIUser> {
  /** The name that nobody else has. */
  get username(): string {
    return this.data.username;
  }

  /** `'0'` for all but bots, whose names it makes unique. */
  get discriminator(): string {
    return this.data.discriminator;
  }

  /** The name that the user wants to be called. */
  get globalName(): string | null {
    return this.data.global_name ?? null;
  }

  /** What Discord shows as the user's name, outside of guilds. */
  get displayName(): string {
    return this.globalName ?? this.username;
  }

  /** The user's name as nobody else has it: with the discriminator, where there is one. */
  get tag(): string {
    return Number(this.discriminator) > 0 ? `${this.username}#${this.discriminator}` : this.username;
  }

  /** The hash of the avatar; `null` for those who set none. */
  get avatar(): string | null {
    return this.data.avatar ?? null;
  }

  get bot(): boolean {
    return this.data.bot === true;
  }

  /** Whether Discord itself speaks. */
  get system(): boolean {
    return this.data.system === true;
  }

  /** Of the bot's own user: whether its owner has two-factor authentication. */
  get mfaEnabled(): boolean {
    return this.data.mfa_enabled === true;
  }

  /** The hash of the banner. Only a fetched user has it. */
  get banner(): string | null {
    return this.data.banner ?? null;
  }

  /** The colour of the banner. Only a fetched user has it. */
  get accentColor(): number | null {
    return this.data.accent_color ?? null;
  }

  /** Of the bot's own user. */
  get locale(): string | null {
    return this.data.locale ?? null;
  }

  /** Of the bot's own user. */
  get verified(): boolean {
    return this.data.verified === true;
  }

  /** Of the bot's own user, and `null` there, too. */
  get email(): string | null {
    return this.data.email ?? null;
  }

  /** Of the bot's own user; see {@link User.publicFlags}. */
  get flags(): UserFlags | 0 {
    return this.data.flags ?? 0;
  }

  get premiumType(): UserPremiumType {
    return this.data.premium_type ?? 0;
  }

  /** The badges, as a bit set: see {@link User.hasFlag}. */
  get publicFlags(): UserFlags | 0 {
    return this.data.public_flags ?? 0;
  }

  get avatarDecorationData(): Camel<NonNullable<APIUser['avatar_decoration_data']>> | null {
    return camel(this.data.avatar_decoration_data ?? null);
  }

  get collectibles(): Camel<NonNullable<APIUser['collectibles']>> | null {
    return camel(this.data.collectibles ?? null);
  }

  /** The guild whose tag the user shows. */
  get primaryGuild(): Camel<NonNullable<APIUser['primary_guild']>> | null {
    return camel(this.data.primary_guild ?? null);
  }

  override get defaultAvatarUrl(): string {
    return cdn.defaultUserAvatar(this.id, this.discriminator);
  }

  /** Whether a badge is there: one of `UserFlags`. */
  hasFlag(flag: UserFlags): boolean {
    return (this.publicFlags & flag) !== 0;
  }

  /** The avatar; `null` for those who set none. */
  avatarUrl(options?: MovingImageOptions): string | null {
    return this.avatar === null ? null : cdn.userAvatar(this.id, this.avatar, options);
  }

  /** The avatar that Discord shows: for those who set none, the default one. */
  displayAvatarUrl(options?: MovingImageOptions): string {
    return this.avatarUrl(options) ?? this.defaultAvatarUrl;
  }

  /** The banner; `null` where there is none, or where the user was not fetched. */
  bannerUrl(options?: MovingImageOptions): string | null {
    return this.banner === null ? null : cdn.userBanner(this.id, this.banner, options);
  }

  /** What the avatar is decorated with. */
  avatarDecorationUrl(options?: Pick<ImageOptions, 'size'>): string | null {
    const decoration = this.data.avatar_decoration_data ?? null;
    return decoration === null ? null : cdn.avatarDecoration(decoration.asset, options);
  }

  /** The badge of the guild whose tag the user shows. */
  guildTagBadgeUrl(options?: ImageOptions): string | null {
    const { badge = null, identity_guild_id: guildId = null } = this.data.primary_guild ?? {};
    return badge === null || guildId === null ? null : cdn.guildTagBadge(guildId, badge, options);
  }
}
