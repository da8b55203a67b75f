import { guildPermissions } from './guildPermissions.js';
import { outranksRole } from './hierarchy.js';
import type { GuildFacts, MemberFacts, RoleFacts } from './PermissionFacts.js';
import type { PermissionsResolvable } from './resolvePermissions.js';

/** Whether a member may do something with a role. */
export interface RoleQuestion {
  /** Who would do it. */
  readonly actor: MemberFacts;
  readonly guild: GuildFacts;
  /** Wall-clock time in milliseconds since 1970: somebody who is timed out can do nothing. */
  readonly nowMs: number;
  readonly role: RoleFacts;
}

/**
 * Whether a member can edit or move a role: with MANAGE_ROLES, if the role is below the member's highest. What the role may be given is limited: {@link canGrant}.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known and it depends on it.
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-hierarchy | Permission hierarchy}
 */
export function canManageRole({ actor, guild, nowMs, role }: RoleQuestion): boolean {
  return guildPermissions({ guild, member: actor, nowMs }).has('MANAGE_ROLES') && outranksRole(guild, actor, role);
}

/**
 * Whether a member can delete a role: one that the member can manage, and neither @everyone nor one that belongs to an integration.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known and it depends on it.
 */
export function canDeleteRole(question: RoleQuestion): boolean {
  return isFree(question) && canManageRole(question);
}

/**
 * Whether a member can give a role to members, or take it from them: one that the member can manage, and neither @everyone nor one that belongs to an
 * integration. To whom does not matter: the rank of the role counts, not the rank of the one who gets it.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known and it depends on it.
 */
export function canAssignRole(question: RoleQuestion): boolean {
  return isFree(question) && canManageRole(question);
}

/**
 * Whether a member can give permissions to a role: to one that the member can manage, and only permissions that the member has.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known and it depends on it.
 */
export function canGrant(question: RoleQuestion & { readonly permissions: PermissionsResolvable }): boolean {
  const own = guildPermissions({ guild: question.guild, member: question.actor, nowMs: question.nowMs });
  return canManageRole(question) && (own.has('ADMINISTRATOR') || own.has(question.permissions));
}

function isFree({ guild, role }: RoleQuestion): boolean {
  return role.id !== guild.id && !role.isManaged;
}
