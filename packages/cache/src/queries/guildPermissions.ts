import { MissingDataError } from './MissingDataError.js';
import { ALL_BITS, permissionBits } from './permissionBits.js';
import type { GuildFacts, GuildQuestion, MemberFacts, RoleFacts } from './PermissionFacts.js';
import { Permissions } from './Permissions.js';
import { resolvePermissions } from './resolvePermissions.js';
import { withTimeout } from './timeout.js';

/**
 * What a member may do in a guild as a whole: everything for the owner; otherwise what @everyone and the member's roles give together, where
 * ADMINISTRATOR is everything. A time-out leaves VIEW_CHANNEL and READ_MESSAGE_HISTORY only.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member is not known, unless the known ones make the member an administrator.
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-overwrites | How permissions are computed}
 */
export function guildPermissions(question: GuildQuestion): Permissions {
  const { guild, member, nowMs } = question;
  return Permissions.from(withTimeout(baseBits(guild, member), member, nowMs));
}

/** The owner's, an administrator's or the roles' bits, before time-outs. */
export function baseBits(guild: GuildFacts, member: MemberFacts): bigint {
  if (member.userId === guild.ownerId) return ALL_BITS;
  let bits = 0n;
  let missing: MissingDataError | undefined;
  // @everyone has the guild's id, and no member's list of roles names it.
  for (const roleId of [guild.id, ...member.roleIds]) {
    const role = guild.roles.get(roleId);
    if (role === undefined) missing ??= new MissingDataError({ kind: 'role', guildId: guild.id, roleId });
    else bits |= resolvePermissions(role.permissions);
  }
  // No role that is not known could take anything away from an administrator.
  if ((bits & permissionBits.ADMINISTRATOR) !== 0n) return ALL_BITS;
  if (missing !== undefined) throw missing;
  return bits;
}

/** The roles of a member, @everyone among them. */
export function rolesOf(guild: GuildFacts, member: MemberFacts): readonly RoleFacts[] {
  return [guild.id, ...member.roleIds].map((roleId) => {
    const role = guild.roles.get(roleId);
    if (role === undefined) throw new MissingDataError({ kind: 'role', guildId: guild.id, roleId });
    return role;
  });
}
