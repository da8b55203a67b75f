import { compareIds } from '../records/payload.js';
import { rolesOf } from './guildPermissions.js';
import type { GuildFacts, MemberFacts, RoleFacts } from './PermissionFacts.js';

/**
 * Compares two roles of a guild by rank: above 0 when `left` is the higher one. Of two with the same position the older one is higher, and @everyone is below all.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#role-object | Role object}
 */
export function compareRoles(guildId: string, left: RoleFacts, right: RoleFacts): number {
  if (left.id === right.id) return 0;
  if (left.id === guildId) return -1;
  if (right.id === guildId) return 1;
  return left.position - right.position || compareIds(right.id, left.id);
}

/**
 * The role that gives a member its rank; @everyone for a member without roles.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known.
 */
export function highestRole(guild: GuildFacts, member: MemberFacts): RoleFacts {
  return rolesOf(guild, member).reduce((highest, role) => (compareRoles(guild.id, role, highest) > 0 ? role : highest));
}

/**
 * Whether one member stands above another: the owner above all others, and otherwise the one whose highest role is the higher one. Nobody outranks the owner, himself or an equal.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of either is not known and it depends on it.
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-hierarchy | Permission hierarchy}
 */
export function outranks(guild: GuildFacts, member: MemberFacts, other: MemberFacts): boolean {
  if (member.userId === other.userId || other.userId === guild.ownerId) return false;
  if (member.userId === guild.ownerId) return true;
  return compareRoles(guild.id, highestRole(guild, member), highestRole(guild, other)) > 0;
}

/**
 * Whether a role is below a member's rank. All roles are below the owner.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known.
 */
export function outranksRole(guild: GuildFacts, member: MemberFacts, role: RoleFacts): boolean {
  if (member.userId === guild.ownerId) return true;
  return compareRoles(guild.id, highestRole(guild, member), role) > 0;
}
