import type { CacheReader } from './CacheReader.js';
import type { ChannelFacts, GuildChannelFacts, MemberFacts, RoleFacts } from './queries/PermissionFacts.js';
import type { PermissionReader } from './queries/PermissionReader.js';
import { isHidden, isThread, type ChannelRecord } from './records/channel.js';
import { timeoutUntilMs } from './records/member.js';
import { isPayload } from './records/payload.js';
import type { RoleRecord } from './records/role.js';

/**
 * What questions about permissions need of a cache, for `PermissionQueries`.
 *
 * @example
 * ```ts
 * import { Cache, PermissionQueries, permissionReaderOf } from '@aplomb/cache';
 *
 * const queries = new PermissionQueries(permissionReaderOf(new Cache()));
 * ```
 */
export function permissionReaderOf(cache: CacheReader): PermissionReader {
  return {
    selfId: () => cache.selfId ?? undefined,
    guild: (guildId) => {
      const guild = cache.guild(guildId);
      if (guild?.owner_id === undefined) return undefined;
      return { id: guild.id, ownerId: guild.owner_id, roles: { get: (roleId) => roleFacts(cache.role(guildId, roleId)) } };
    },
    member: (guildId, userId): MemberFacts | undefined => {
      const member = cache.member(guildId, userId);
      return member && { userId: member.user_id, roleIds: member.roles, timedOutUntilMs: timeoutUntilMs(member) };
    },
    channel: (channelId) => {
      const channel = cache.channel(channelId);
      if (channel === undefined) return undefined;
      return channel.guild_id === undefined ? null : { guildId: channel.guild_id, channel: channelFacts(cache, channel) };
    },
    isInThread: (threadId, userId) => isInThread(cache, threadId, userId),
  };
}

function roleFacts(role: RoleRecord | undefined): RoleFacts | undefined {
  return role && { id: role.id, permissions: role.permissions, position: role.position, isManaged: role.shared['managed'] === true };
}

function channelFacts(cache: CacheReader, channel: ChannelRecord): ChannelFacts {
  if (!isThread(channel)) return placeFacts(channel);
  const metadata = channel.own?.['thread_metadata'];
  const parent = cache.channel(channel.parent_id ?? '');
  return {
    id: channel.id,
    type: channel.type,
    isArchived: isPayload(metadata) && metadata['archived'] === true,
    isLocked: isPayload(metadata) && metadata['locked'] === true,
    parent: parent && placeFacts(parent),
    parentId: channel.parent_id ?? '',
  };
}

function placeFacts(channel: ChannelRecord): GuildChannelFacts {
  return { id: channel.id, type: channel.type, isObfuscated: isHidden(channel), overwrites: channel.permission_overwrites ?? [] };
}

/** Of itself the bot knows; of others only that they are there, where thread members are kept. */
function isInThread(cache: CacheReader, threadId: string, userId: string): boolean | undefined {
  if (userId === cache.selfId) return cache.channel(threadId)?.own?.['member'] !== undefined;
  return cache.threadMembers(threadId).some(({ id }) => id === userId) ? true : undefined;
}
