import { baseBits, guildPermissions } from './guildPermissions.js';
import { outranks } from './hierarchy.js';
import { permissionBits, type PermissionName } from './permissionBits.js';
import type { GuildFacts, MemberFacts } from './PermissionFacts.js';

/** Whether one member may do something to another. */
export interface ModerationQuestion {
  /** Who would do it. */
  readonly actor: MemberFacts;
  readonly guild: GuildFacts;
  /** Wall-clock time in milliseconds since 1970: somebody who is timed out can do nothing. */
  readonly nowMs: number;
  /** To whom it would be done. */
  readonly target: MemberFacts;
}

/**
 * Whether a member can kick another: with KICK_MEMBERS, and from above. Nobody kicks himself or the owner.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of either is not known and it depends on it.
 */
export function canKick(question: ModerationQuestion): boolean {
  return mayFromAbove('KICK_MEMBERS', question);
}

/**
 * Whether a member can ban another: with BAN_MEMBERS, and from above. A `target` of `null` is a user who is not in the guild; BAN_MEMBERS is enough for that, and for lifting a ban.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of either is not known and it depends on it.
 */
export function canBan(question: Omit<ModerationQuestion, 'target'> & { readonly target: MemberFacts | null }): boolean {
  if (!actorMay('BAN_MEMBERS', question)) return false;
  const { actor, guild, target } = question;
  return target === null || outranks(guild, actor, target);
}

/**
 * Whether a member can time another out, or end a time-out: with MODERATE_MEMBERS, and from above. Discord refuses it for administrators and the owner.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of either is not known and it depends on it.
 * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-member | Modify guild member}
 */
export function canTimeout(question: ModerationQuestion): boolean {
  if (!mayFromAbove('MODERATE_MEMBERS', question)) return false;
  return (baseBits(question.guild, question.target) & permissionBits.ADMINISTRATOR) === 0n;
}

/**
 * Whether a member can change a nickname: one's own with CHANGE_NICKNAME, another's with MANAGE_NICKNAMES and from above.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of either is not known and it depends on it.
 */
export function canManageNickname(question: ModerationQuestion): boolean {
  const isOwn = question.actor.userId === question.target.userId;
  return isOwn ? actorMay('CHANGE_NICKNAME', question) : mayFromAbove('MANAGE_NICKNAMES', question);
}

function mayFromAbove(name: PermissionName, question: ModerationQuestion): boolean {
  return actorMay(name, question) && outranks(question.guild, question.actor, question.target);
}

function actorMay(name: PermissionName, { actor, guild, nowMs }: Omit<ModerationQuestion, 'target'>): boolean {
  return guildPermissions({ guild, member: actor, nowMs }).has(name);
}
