import { allows } from './permissions.js';
import type { PermissionName } from './permissions.js';
import type { ChannelRecord, GuildRecord } from './records.js';
import { missingAccess, missingPermissions } from './refusals.js';
import type { World } from './World.js';

/**
 * The channel, if this user may do this there.
 *
 * @throws {@link RefusedError} 10003 for an unknown channel, 50001 for one that the user cannot see, 50013 when one of `needed` is missing
 */
export function enterChannel(world: World, userId: string, channelId: string, ...needed: readonly PermissionName[]): ChannelRecord {
  const channel = world.channel(channelId);
  if (channel.isDirect) {
    if (userId !== world.bot.id && userId !== channel.recipient.id) throw missingAccess();
    return channel;
  }
  const bits = world.permissionsIn(channel, userId);
  if (!allows(bits, 'ViewChannel')) throw missingAccess();
  if (!allows(bits, ...needed)) throw missingPermissions();
  return channel;
}

/** Whether this user has a permission in a channel. In a direct channel nothing is forbidden that exists there. */
export function isAllowed(world: World, userId: string, channel: ChannelRecord, permission: PermissionName): boolean {
  return channel.isDirect || allows(world.permissionsIn(channel, userId), permission);
}

/** The guild of a channel, or `undefined` for a direct one. */
export function guildOf(world: World, channel: ChannelRecord): GuildRecord | undefined {
  return channel.isDirect ? undefined : world.guild(channel.guildId);
}
