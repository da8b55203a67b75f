import { type Permissions } from '@aplomb/cache';
import type { APIGuild, APIIncidentsData, GatewayGuildCreateDispatchData, Locale } from 'discord-api-types/v10';
import { cdn, type ImageOptions, type MovingImageOptions } from '../../text/cdn.js';
import { links } from '../../text/links.js';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import { Relation } from '../Relation.js';
import { GuildHandle } from './GuildHandle.js';
import { guildRelation } from './guildRelation.js';
import type { Member } from './Member.js';
import type { GuildItemResource, GuildItems } from './recordViews.js';
import type { Role } from './Role.js';

type GuildLists = 'emojis' | 'roles' | 'stickers';
type GatewayParts = 'joined_at' | 'large' | 'member_count' | 'unavailable';

/**
 * A guild as Discord sends it. The lists of it are in the payloads of REST and of `guildCreate`; the cache keeps them apart, and the view finds them
 * there.
 */
export type GuildPayload = Omit<APIGuild, GuildLists> &
  Partial<Pick<APIGuild, GuildLists>> &
  Partial<Pick<GatewayGuildCreateDispatchData, GatewayParts>>;

/**
 * A guild: what people call a server. What belongs to it is looked up in the cache when it is asked for.
 *
 * @example
 * ```ts
 * import type { Guild } from 'aplomb';
 *
 * export function describe(guild: Guild): string {
 *   const admins = guild.members.filter((member) => member.permissions.has('ADMINISTRATOR'));
 *   return `${guild.name} has ${String(guild.roles.size)} roles and ${String(admins.length)} administrators.`;
 * }
 * ```
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-object | Guild object}
 */
export class Guild extends GuildHandle<GuildPayload> {
  get name(): string {
    return this.data.name;
  }

  /** The hash of the icon. */
  get icon(): string | null {
    return this.data.icon;
  }

  /** The hash of what is shown behind invites. */
  get splash(): string | null {
    return this.data.splash ?? null;
  }

  /** The hash of what is shown where guilds are discovered. */
  get discoverySplash(): string | null {
    return this.data.discovery_splash ?? null;
  }

  /** The hash of the banner. */
  get banner(): string | null {
    return this.data.banner ?? null;
  }

  get description(): string | null {
    return this.data.description ?? null;
  }

  get ownerId(): string {
    return this.data.owner_id;
  }

  /** What Discord has enabled for it, such as `COMMUNITY`. */
  get features(): APIGuild['features'] {
    return this.data.features;
  }

  get afkChannelId(): string | null {
    return this.data.afk_channel_id;
  }

  /** After how many seconds without a sound people are moved to the AFK channel. */
  get afkTimeout(): APIGuild['afk_timeout'] {
    return this.data.afk_timeout;
  }

  get widgetEnabled(): boolean {
    return this.data.widget_enabled === true;
  }

  get widgetChannelId(): string | null {
    return this.data.widget_channel_id ?? null;
  }

  get verificationLevel(): APIGuild['verification_level'] {
    return this.data.verification_level;
  }

  get defaultMessageNotifications(): APIGuild['default_message_notifications'] {
    return this.data.default_message_notifications;
  }

  get explicitContentFilter(): APIGuild['explicit_content_filter'] {
    return this.data.explicit_content_filter;
  }

  get mfaLevel(): APIGuild['mfa_level'] {
    return this.data.mfa_level;
  }

  get nsfwLevel(): APIGuild['nsfw_level'] {
    return this.data.nsfw_level;
  }

  /** The application that made it, if one did. */
  get applicationId(): string | null {
    return this.data.application_id ?? null;
  }

  get systemChannelId(): string | null {
    return this.data.system_channel_id;
  }

  get systemChannelFlags(): APIGuild['system_channel_flags'] {
    return this.data.system_channel_flags;
  }

  get rulesChannelId(): string | null {
    return this.data.rules_channel_id;
  }

  get publicUpdatesChannelId(): string | null {
    return this.data.public_updates_channel_id;
  }

  get safetyAlertsChannelId(): string | null {
    return this.data.safety_alerts_channel_id ?? null;
  }

  /** `null` for all but the largest. */
  get maxPresences(): number | null {
    return this.data.max_presences ?? null;
  }

  get maxMembers(): number | null {
    return this.data.max_members ?? null;
  }

  get maxVideoChannelUsers(): number | null {
    return this.data.max_video_channel_users ?? null;
  }

  get maxStageVideoChannelUsers(): number | null {
    return this.data.max_stage_video_channel_users ?? null;
  }

  /** The code of the invite that the guild chose for itself. */
  get vanityUrlCode(): string | null {
    return this.data.vanity_url_code ?? null;
  }

  get premiumTier(): APIGuild['premium_tier'] {
    return this.data.premium_tier;
  }

  /** How many boosts it has. */
  get premiumSubscriptionCount(): number {
    return this.data.premium_subscription_count ?? 0;
  }

  get premiumProgressBarEnabled(): boolean {
    return this.data.premium_progress_bar_enabled;
  }

  get preferredLocale(): Locale {
    return this.data.preferred_locale;
  }

  get hubType(): APIGuild['hub_type'] {
    return this.data.hub_type ?? null;
  }

  /** Of a fetched guild: about how many members it has. */
  get approximateMemberCount(): number | null {
    return this.data.approximate_member_count ?? null;
  }

  /** Of a fetched guild: about how many members are not offline. */
  get approximatePresenceCount(): number | null {
    return this.data.approximate_presence_count ?? null;
  }

  /** How many members it has: exactly where it came from the gateway, about where it was fetched; `null` where nothing is known. */
  get memberCount(): number | null {
    return this.data.member_count ?? this.approximateMemberCount;
  }

  get incidentsData(): Camel<APIIncidentsData> | null {
    return camel<APIIncidentsData | null>(this.data.incidents_data ?? null);
  }

  /** When the bot joined it; `null` for a guild that was fetched. */
  get joinedAt(): Date | null {
    return dateOf(this.data.joined_at);
  }

  /** Whether Discord sends offline members only when it is asked for them. */
  get large(): boolean {
    return this.data.large === true;
  }

  /** Whether it is there: announced by the gateway and not in an outage. */
  get available(): boolean {
    return this.data.unavailable !== true && this.views.cache.isAvailable(this.id);
  }

  /** The bot as a member; `undefined` where it is not cached. */
  get me(): Member | undefined {
    const { selfId } = this.views.cache;
    return selfId === null ? undefined : this.members.get(selfId);
  }

  /** The owner as a member; `undefined` where it is not cached. */
  get owner(): Member | undefined {
    return this.members.get(this.ownerId);
  }

  /** The role that all members have. */
  get everyone(): Role | undefined {
    return this.roles.get(this.id);
  }

  /** Its channels, without threads. */
  get channels(): Relation<GuildItems['channels']> {
    return this.items('channels');
  }

  /** Its threads that are not archived, and that the bot may see. */
  get threads(): Relation<GuildItems['threads']> {
    return this.items('threads');
  }

  /** Where Discord writes who joined and who boosts, where it is cached. */
  get systemChannel(): GuildItems['channels'] | undefined {
    return this.channels.get(this.systemChannelId ?? '');
  }

  /** Where the rules are, where it is cached. */
  get rulesChannel(): GuildItems['channels'] | undefined {
    return this.channels.get(this.rulesChannelId ?? '');
  }

  /** Where Discord tells moderators what is new, where it is cached. */
  get publicUpdatesChannel(): GuildItems['channels'] | undefined {
    return this.channels.get(this.publicUpdatesChannelId ?? '');
  }

  /** Where the silent are moved, where it is cached. */
  get afkChannel(): GuildItems['channels'] | undefined {
    return this.channels.get(this.afkChannelId ?? '');
  }

  /** Its roles, `@everyone` among them. */
  get roles(): Relation<Role> {
    return this.listed('roles', () => this.data.roles?.map((role) => this.views.role(role, this.id)));
  }

  get emojis(): Relation<GuildItems['emojis']> {
    return this.listed('emojis', () => this.data.emojis?.map((emoji) => this.views.emoji(emoji, this.id)));
  }

  get stickers(): Relation<GuildItems['stickers']> {
    return this.listed('stickers', () => this.data.stickers?.map((sticker) => this.views.sticker(sticker)));
  }

  /** Its members as far as they are cached: all of them with the GuildMembers intent, and after `requestMembers()`. */
  get members(): Relation<Member> {
    return this.items('members');
  }

  /** What its members show, by user id. Presences are cached only if the cache is told so. */
  get presences(): Relation<GuildItems['presences']> {
    return this.items('presences');
  }

  /** Who is in voice, by user id. */
  get voiceStates(): Relation<GuildItems['voiceStates']> {
    return this.items('voiceStates');
  }

  get soundboardSounds(): Relation<GuildItems['soundboardSounds']> {
    return this.items('soundboardSounds');
  }

  get scheduledEvents(): Relation<GuildItems['scheduledEvents']> {
    return this.items('scheduledEvents');
  }

  get stageInstances(): Relation<GuildItems['stageInstances']> {
    return this.items('stageInstances');
  }

  /** The rules of AutoMod that events told about: fetch them once to have them all. */
  get autoModRules(): Relation<GuildItems['autoModerationRules']> {
    return this.items('autoModerationRules');
  }

  /** The integrations that events told about. */
  get integrations(): Relation<GuildItems['integrations']> {
    return this.items('integrations');
  }

  /** The invites that events told about, by code. */
  get invites(): Relation<GuildItems['invites']> {
    return this.items('invites');
  }

  /** What the bot may do in the guild as a whole. Throws `CACHE_LACKS_DATA` where the bot's own member or a role is not cached. */
  get permissions(): Permissions {
    return this.views.permissions.inGuild(this.id, this.views.selfId());
  }

  /** Opens it in Discord. */
  get url(): string {
    return links.guild(this.id);
  }

  /** The icon; `null` where there is none. */
  iconUrl(options?: MovingImageOptions): string | null {
    return this.icon === null ? null : cdn.guildIcon(this.id, this.icon, options);
  }

  /** What is shown behind invites; `null` where there is none. */
  splashUrl(options?: ImageOptions): string | null {
    return this.splash === null ? null : cdn.guildSplash(this.id, this.splash, options);
  }

  /** What is shown where guilds are discovered; `null` where there is none. */
  discoverySplashUrl(options?: ImageOptions): string | null {
    return this.discoverySplash === null ? null : cdn.guildDiscoverySplash(this.id, this.discoverySplash, options);
  }

  /** The banner; `null` where there is none. */
  bannerUrl(options?: MovingImageOptions): string | null {
    return this.banner === null ? null : cdn.guildBanner(this.id, this.banner, options);
  }

  override toString(): string {
    return this.name;
  }

  private items<R extends GuildItemResource>(resource: R): Relation<GuildItems[R]> {
    return guildRelation(this.views, this.id, resource);
  }

  /** A guild that the cache does not know has what its payload says. */
  private listed<R extends GuildLists>(resource: R, told: () => readonly GuildItems[R][] | undefined): Relation<GuildItems[R]> {
    if (this.views.cache.guild(this.id) !== undefined) return this.items(resource);
    const all = told() ?? [];
    return new Relation<GuildItems[R]>({ all: () => all, count: () => all.length, get: (id) => all.find((item) => item.id === id) });
  }
}
