import { isThread, isVoiceBased } from './channelKinds.js';
import { baseBits } from './guildPermissions.js';
import { withImplicitDenials } from './implicitDenials.js';
import { MissingDataError } from './MissingDataError.js';
import { withOverwrites } from './overwrites.js';
import { permissionBits } from './permissionBits.js';
import type { ChannelFacts, ChannelQuestion, GuildChannelFacts } from './PermissionFacts.js';
import { Permissions } from './Permissions.js';
import { threadBits } from './threadBits.js';
import { withTimeout } from './timeout.js';

/**
 * What a member may really do in a channel or thread: the permissions of the guild, changed by the channel's overwrites (a thread has its parent's),
 * without what is denied implicitly or by a time-out.
 *
 * In a thread `SEND_MESSAGES` says whether the member can send there. The bot has no permission in a channel that is hidden from it.
 * Permissions that mean nothing in a channel of this kind, such as SPEAK in a text channel, are left as they are.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role, a thread's parent, the true overwrites, or whether the member is in a private thread
 * is not known, and the answer depends on it.
 *
 * @example
 * ```ts
 * import { channelPermissions } from '@aplomb/cache';
 *
 * const everyone = { id: '100', isManaged: false, permissions: '3072', position: 0 };
 * const permissions = channelPermissions({
 *   guild: { id: '100', ownerId: '1', roles: new Map([['100', everyone]]) },
 *   member: { userId: '2', roleIds: [], timedOutUntilMs: null },
 *   channel: { id: '200', type: 0, overwrites: [{ id: '100', type: 0, allow: '0', deny: '2048' }] },
 *   nowMs: Date.UTC(2026, 10, 20),
 * });
 * console.log(permissions.toArray()); // ['VIEW_CHANNEL']
 * ```
 * @see {@link https://docs.discord.com/developers/topics/permissions#implicit-permissions | Implicit permissions}
 */
export function channelPermissions(question: ChannelQuestion): Permissions {
  const { channel, guild, isInThread, member, nowMs } = question;
  const base = baseBits(guild, member);
  if (isAdministrator(base)) return Permissions.All;
  const owner = ownerOfOverwrites(channel);
  if (owner.isObfuscated === true) return hidden(owner, question);
  const granted = withOverwrites(base, guild.id, member, owner);
  const bits = isThread(channel) ? threadBits(granted, channel, { userId: member.userId, isInThread }) : granted;
  return Permissions.from(withTimeout(withImplicitDenials(bits, isVoiceBased(channel)), member, nowMs));
}

/**
 * The bare sum of a member's permissions in a channel: the guild's, changed by the overwrites; what Discord sends as a member's `permissions` with an
 * interaction. What is denied implicitly is in it, and neither time-outs nor the state of a thread count. To know what somebody may do, ask {@link channelPermissions}.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when a role, a thread's parent or the true overwrites are not known.
 */
export function overwrittenPermissions(question: Omit<ChannelQuestion, 'isInThread' | 'nowMs' | 'selfId'>): Permissions {
  const { channel, guild, member } = question;
  const base = baseBits(guild, member);
  if (isAdministrator(base)) return Permissions.All;
  const owner = ownerOfOverwrites(channel);
  if (owner.isObfuscated === true) throw new MissingDataError({ kind: 'overwrites', channelId: owner.id });
  return Permissions.from(withOverwrites(base, guild.id, member, owner));
}

function isAdministrator(bits: bigint): boolean {
  return (bits & permissionBits.ADMINISTRATOR) !== 0n;
}

/** A thread has no overwrites; its parent's hold. */
function ownerOfOverwrites(channel: ChannelFacts): GuildChannelFacts {
  if (!isThread(channel)) return channel;
  if (channel.parent === undefined) throw new MissingDataError({ kind: 'channel', channelId: channel.parentId });
  return channel.parent;
}

/**
 * Discord cuts the overwrites of a channel that the bot cannot view. That says what the bot may do there, and nothing about anybody else.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#channel-visibility | Channel visibility}
 */
function hidden(channel: GuildChannelFacts, { member, selfId }: ChannelQuestion): Permissions {
  if (member.userId === selfId) return Permissions.None;
  throw new MissingDataError({ kind: 'overwrites', channelId: channel.id });
}
