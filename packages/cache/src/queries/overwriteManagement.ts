import { isThread } from './channelKinds.js';
import { channelPermissions } from './channelPermissions.js';
import { guildPermissions } from './guildPermissions.js';
import { withOverwrites } from './overwrites.js';
import { permissionBits } from './permissionBits.js';
import type { ChannelQuestion, GuildChannelFacts } from './PermissionFacts.js';
import { Permissions } from './Permissions.js';
import { resolvePermissions, type PermissionsResolvable } from './resolvePermissions.js';

/** Whether a member may set an overwrite of a channel. */
export interface OverwriteQuestion extends ChannelQuestion {
  /** What the overwrite would allow. */
  readonly allow: PermissionsResolvable;
  /** The category of the channel, or `null` for a channel in none. */
  readonly category: GuildChannelFacts | null;
  /** What the overwrite would deny. */
  readonly deny: PermissionsResolvable;
}

/**
 * Whether a member can set an overwrite: with MANAGE_ROLES in the channel, and only bits that the member has in the guild or in the channel's category,
 * MANAGE_ROLES never being one of these. To whom an overwrite of the channel itself gives MANAGE_ROLES, and to administrators, every bit is open. Rank does not matter.
 * Nothing allowed and nothing denied asks whether an overwrite can be deleted. A thread has none.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role of the member or the true overwrites are not known.
 * @see {@link https://docs.discord.com/developers/resources/channel#edit-channel-permissions | Edit channel permissions}
 */
export function canSetOverwrite(question: OverwriteQuestion): boolean {
  const { category, channel, guild, member } = question;
  if (isThread(channel)) return false;
  const own = channelPermissions(question);
  if (own.has('ADMINISTRATOR')) return true;
  if (!own.has('MANAGE_ROLES')) return false;
  // Starting from nothing, only the overwrites can have given it.
  const isEntrusted = (withOverwrites(0n, guild.id, member, channel) & permissionBits.MANAGE_ROLES) !== 0n;
  if (isEntrusted) return true;
  const bits = resolvePermissions(question.allow) | resolvePermissions(question.deny);
  const inCategory = category === null ? Permissions.None : channelPermissions({ ...question, channel: category });
  return guildPermissions(question).add(inCategory).remove('MANAGE_ROLES').has(bits);
}
