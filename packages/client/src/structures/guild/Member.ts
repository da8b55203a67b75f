import type { MemberFacts, Permissions, PermissionQueries, RoleFacts } from '@aplomb/cache';
import type { APIGuildMember, GuildMemberFlags } from 'discord-api-types/v10';
import { cdn, type MovingImageOptions } from '../../text/cdn.js';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import { idOf, type Ref } from '../refs.js';
import { Relation } from '../Relation.js';
import { MemberHandle } from './MemberHandle.js';
import type { Presence } from './Presence.js';
import type { Role } from './Role.js';
import type { User } from './User.js';
import type { VoiceState } from './VoiceState.js';

/** A member as Discord sends it; messages bring it without its user, updates without what voice says. */
export type MemberPayload = Omit<APIGuildMember, 'deaf' | 'flags' | 'mute' | 'user'> &
  Partial<Pick<APIGuildMember, 'deaf' | 'flags' | 'mute' | 'user'>>;

/**
 * A user in a guild. What it may do is asked of the cache, with the roles that this view shows; another
 * member or a role is as its view shows it, if it is given as one and not by its id. Questions throw {@link MissingDataError}
 * `CACHE_LACKS_DATA` where the guild, a role or another member is not cached, and never guess.
 *
 * @example
 * ```ts
 * import type { Member } from 'aplomb';
 *
 * export async function sendAway(moderator: Member, target: Member): Promise<string> {
 *   if (!moderator.canKick(target)) return 'You may not do that.';
 *   if (!target.kickable) return 'I may not do that.';
 *   await target.kick({ reason: `Asked for by ${moderator.displayName}` });
 *   return `${target.displayName} is gone.`;
 * }
 * ```
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-member-object | Guild member object}
 */
export class Member extends MemberHandle<MemberPayload> {
  /** The user. Where neither the payload nor the cache has it, it has its id and an empty name. */
  get user(): User {
    const { user } = this.data;
    if (user !== undefined) return this.views.user(user);
    const nobody = { id: this.userId, username: '', discriminator: '0', global_name: null, avatar: null };
    return this.views.cachedUser(this.userId) ?? this.views.user(nobody);
  }

  /** The name in this guild; `null` where it is the user's own. */
  get nick(): string | null {
    return this.data.nick ?? null;
  }

  /** What Discord shows as the name in this guild. */
  get displayName(): string {
    return this.nick ?? this.user.displayName;
  }

  /** The hash of the avatar that is for this guild alone. */
  get avatar(): string | null {
    return this.data.avatar ?? null;
  }

  /** The hash of the banner that is for this guild alone. */
  get banner(): string | null {
    return this.data.banner ?? null;
  }

  /** The ids of the roles, without @everyone, which all have. */
  get roleIds(): readonly string[] {
    return this.data.roles;
  }

  /** The roles that the cache knows, without @everyone, which all have. */
  get roles(): Relation<Role> {
    const { guildId, roleIds, views } = this;
    return new Relation({
      get: (id) => (roleIds.includes(id) ? views.cachedRole(guildId, id) : undefined),
      all: () => roleIds.flatMap((id) => views.cachedRole(guildId, id) ?? []),
    });
  }

  /** `null` for guests, who came by an invite for one call. */
  get joinedAt(): Date | null {
    return dateOf(this.data.joined_at);
  }

  /** Since when the member boosts the guild. */
  get premiumSince(): Date | null {
    return dateOf(this.data.premium_since);
  }

  /** Whether the guild has taken away the member's ears. */
  get deaf(): boolean {
    return this.data.deaf === true;
  }

  /** Whether the guild has taken away the member's voice. */
  get mute(): boolean {
    return this.data.mute === true;
  }

  get flags(): GuildMemberFlags | 0 {
    return this.data.flags ?? 0;
  }

  /** Whether the member has not yet agreed to the rules. */
  get pending(): boolean {
    return this.data.pending === true;
  }

  /** Until when the member is timed out. It may have passed: see {@link Member.isTimedOut}. */
  get communicationDisabledUntil(): Date | null {
    return dateOf(this.data.communication_disabled_until);
  }

  /** Whether the member is timed out now. */
  get isTimedOut(): boolean {
    const until = this.communicationDisabledUntil;
    return until !== null && until.getTime() > this.views.ports.clock.wallMs();
  }

  get avatarDecorationData(): Camel<NonNullable<MemberPayload['avatar_decoration_data']>> | null {
    return camel(this.data.avatar_decoration_data ?? null);
  }

  get collectibles(): Camel<NonNullable<MemberPayload['collectibles']>> | null {
    return camel(this.data.collectibles ?? null);
  }

  /** Where the member is in voice; `undefined` where it is in no channel. */
  get voice(): VoiceState | undefined {
    return this.views.cachedVoiceState(this.guildId, this.userId);
  }

  /** What the member shows; `undefined` where it is offline, or presences are not cached. */
  get presence(): Presence | undefined {
    return this.views.cached('presences', this.guildId, this.userId);
  }

  /** Whether the guild belongs to the member. */
  get isOwner(): boolean {
    return this.guild?.ownerId === this.userId;
  }

  /** What the member may do in the guild as a whole. Administrators and the owner may everything, the timed-out next to nothing. */
  get permissions(): Permissions {
    return this.queries.inGuild(this.guildId, this.userId);
  }

  /** The role that gives the member its rank. */
  get highestRole(): Role | undefined {
    const { id }: RoleFacts = this.queries.highestRole(this.guildId, this.userId);
    return this.views.cachedRole(this.guildId, id);
  }

  /** Whether the bot can kick the member. */
  get kickable(): boolean {
    return this.queries.canKick(this.guildId, this.views.selfId(), this.userId);
  }

  /** Whether the bot can ban the member. */
  get bannable(): boolean {
    return this.queries.canBan(this.guildId, this.views.selfId(), this.userId);
  }

  /** Whether the bot can time the member out. */
  get moderatable(): boolean {
    return this.queries.canTimeout(this.guildId, this.views.selfId(), this.userId);
  }

  /** Whether the bot stands above the member. What it may do then is a question of its permissions. */
  get manageable(): boolean {
    return this.queries.outranks(this.guildId, this.views.selfId(), this.userId);
  }

  /** What the member may do in a channel or thread of the guild. */
  permissionsIn(channel: Ref): Permissions {
    return this.queries.inChannel(idOf(channel), this.userId);
  }

  /** Whether the member stands above another one. */
  outranks(other: Ref): boolean {
    return this.queriesAbout(other).outranks(this.guildId, this.userId, idOf(other));
  }

  /** Whether the member can kick another one. */
  canKick(target: Ref): boolean {
    return this.queriesAbout(target).canKick(this.guildId, this.userId, idOf(target));
  }

  /** Whether the member can ban another one. */
  canBan(target: Ref): boolean {
    return this.queriesAbout(target).canBan(this.guildId, this.userId, idOf(target));
  }

  /** Whether the member can time another one out. */
  canTimeout(target: Ref): boolean {
    return this.queriesAbout(target).canTimeout(this.guildId, this.userId, idOf(target));
  }

  /** Whether the member can change another one's nickname, or its own. */
  canManageNickname(target: Ref): boolean {
    return this.queriesAbout(target).canManageNickname(this.guildId, this.userId, idOf(target));
  }

  /** Whether the member can change a role. */
  canManageRole(role: Ref | Role): boolean {
    return this.queriesAboutRole(role).canManageRole(this.guildId, this.userId, idOf(role));
  }

  /** Whether the member can give a role to members, and take it from them. */
  canAssignRole(role: Ref | Role): boolean {
    return this.queriesAboutRole(role).canAssignRole(this.guildId, this.userId, idOf(role));
  }

  hasFlag(flag: GuildMemberFlags): boolean {
    return (this.flags & flag) !== 0;
  }

  /** The avatar that is for this guild alone; `null` where there is none. */
  avatarUrl(options?: MovingImageOptions): string | null {
    return this.avatar === null ? null : cdn.memberAvatar(this.guildId, this.userId, this.avatar, options);
  }

  /** The avatar that Discord shows in this guild. */
  displayAvatarUrl(options?: MovingImageOptions): string {
    return this.avatarUrl(options) ?? this.user.displayAvatarUrl(options);
  }

  /** The banner that is for this guild alone; `null` where there is none. */
  bannerUrl(options?: MovingImageOptions): string | null {
    return this.banner === null ? null : cdn.memberBanner(this.guildId, this.userId, this.banner, options);
  }

  /** Questions in which this member is as it is shown here, cached or not. */
  private get queries(): PermissionQueries {
    return this.views.permissionsKnowing(this.guildId, { members: [this.facts] });
  }

  /** And in which the other one is, too, where it is a view. */
  private queriesAbout(other: Ref): PermissionQueries {
    if (!(other instanceof Member)) return this.queries;
    return this.views.permissionsKnowing(this.guildId, { members: [this.facts, other.facts] });
  }

  private queriesAboutRole(role: Ref | Role): PermissionQueries {
    const roles = typeof role === 'object' && 'facts' in role ? [role.facts] : [];
    return this.views.permissionsKnowing(this.guildId, { members: [this.facts], roles });
  }

  private get facts(): MemberFacts {
    const { communicationDisabledUntil, roleIds, userId } = this;
    return { userId, roleIds, timedOutUntilMs: communicationDisabledUntil?.getTime() ?? null };
  }
}
