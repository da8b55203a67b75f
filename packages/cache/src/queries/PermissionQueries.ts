import { OptionsError, systemClock, type Clock } from '@aplomb/base';
import { canManageChannel, canManageWebhooks } from './abilities.js';
import { channelPermissions } from './channelPermissions.js';
import { guildPermissions } from './guildPermissions.js';
import { highestRole, outranks } from './hierarchy.js';
import { MissingDataError } from './MissingDataError.js';
import { canBan, canKick, canManageNickname, canTimeout, type ModerationQuestion } from './moderation.js';
import type { GuildFacts, MemberFacts, RoleFacts } from './PermissionFacts.js';
import type { PermissionReader, PlacedChannel } from './PermissionReader.js';
import type { Permissions } from './Permissions.js';
import { canAssignRole, canDeleteRole, canManageRole, type RoleQuestion } from './roleManagement.js';

/**
 * Questions about permissions and rank by ids, answered from what is known at that moment. Nothing is fetched and nothing is guessed:
 * every method throws `CACHE_LACKS_DATA` when something is missing on which the answer depends, and says what brings it.
 *
 * @example
 * ```ts
 * import { AplombError } from '@aplomb/base';
 * import { Cache, PermissionQueries, permissionReaderOf } from '@aplomb/cache';
 *
 * export function mayWrite(cache: Cache, channelId: string, userId: string): boolean | 'unknown' {
 *   try {
 *     return new PermissionQueries(permissionReaderOf(cache)).inChannel(channelId, userId).has('SEND_MESSAGES');
 *   } catch (error) {
 *     if (AplombError.is(error) && error.code === 'CACHE_LACKS_DATA') return 'unknown';
 *     throw error;
 *   }
 * }
 * ```
 */
export class PermissionQueries {
  private readonly reader: PermissionReader;
  private readonly clock: Pick<Clock, 'wallMs'>;

  /** `clock` tells whether a time-out is over; by default it is the machine's. */
  constructor(reader: PermissionReader, clock: Pick<Clock, 'wallMs'> = systemClock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** What a member may do in a guild as a whole; see {@link guildPermissions}. */
  inGuild(guildId: string, userId: string): Permissions {
    const guild = this.guild(guildId);
    return guildPermissions({ guild, member: this.member(guild, userId), nowMs: this.clock.wallMs() });
  }

  /**
   * What a member may really do in a channel or thread; see {@link channelPermissions}.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for a direct message, which has no permissions.
   */
  inChannel(channelId: string, userId: string): Permissions {
    const { channel, guildId } = this.channel(channelId);
    const guild = this.guild(guildId);
    return channelPermissions({
      channel,
      guild,
      isInThread: this.reader.isInThread(channelId, userId),
      member: this.member(guild, userId),
      nowMs: this.clock.wallMs(),
      selfId: this.reader.selfId(),
    });
  }

  /** The role that gives a member its rank; see {@link highestRole}. */
  highestRole(guildId: string, userId: string): RoleFacts {
    const guild = this.guild(guildId);
    return highestRole(guild, this.keptMember(guild, userId));
  }

  /** Whether one member stands above another; see {@link outranks}. */
  outranks(guildId: string, userId: string, otherId: string): boolean {
    const guild = this.guild(guildId);
    return outranks(guild, this.member(guild, userId), this.member(guild, otherId));
  }

  /** Whether one member can kick another; see {@link canKick}. */
  canKick(guildId: string, actorId: string, targetId: string): boolean {
    return canKick(this.between(guildId, actorId, targetId));
  }

  /** Whether one member can ban another; see {@link canBan}. To ban somebody who is not in the guild takes `inGuild(…).has('BAN_MEMBERS')`. */
  canBan(guildId: string, actorId: string, targetId: string): boolean {
    return canBan(this.between(guildId, actorId, targetId));
  }

  /** Whether one member can time another out; see {@link canTimeout}. */
  canTimeout(guildId: string, actorId: string, targetId: string): boolean {
    return canTimeout(this.between(guildId, actorId, targetId));
  }

  /** Whether one member can change another's nickname, or one's own; see {@link canManageNickname}. */
  canManageNickname(guildId: string, actorId: string, targetId: string): boolean {
    return canManageNickname(this.between(guildId, actorId, targetId));
  }

  /** Whether a member can edit and move a role; see {@link canManageRole}. */
  canManageRole(guildId: string, actorId: string, roleId: string): boolean {
    return canManageRole(this.about(guildId, actorId, roleId));
  }

  /** Whether a member can delete a role; see {@link canDeleteRole}. */
  canDeleteRole(guildId: string, actorId: string, roleId: string): boolean {
    return canDeleteRole(this.about(guildId, actorId, roleId));
  }

  /** Whether a member can give a role to members, and take it from them; see {@link canAssignRole}. */
  canAssignRole(guildId: string, actorId: string, roleId: string): boolean {
    return canAssignRole(this.about(guildId, actorId, roleId));
  }

  /** Whether a member can edit and delete a channel or thread; see {@link canManageChannel}. */
  canManageChannel(channelId: string, userId: string): boolean {
    return canManageChannel(this.inChannel(channelId, userId), this.channel(channelId).channel);
  }

  /** Whether a member can manage the webhooks of a channel; see {@link canManageWebhooks}. */
  canManageWebhooks(channelId: string, userId: string): boolean {
    return canManageWebhooks(this.inChannel(channelId, userId));
  }

  private between(guildId: string, actorId: string, targetId: string): ModerationQuestion {
    const guild = this.guild(guildId);
    const target = (): MemberFacts => this.member(guild, targetId);
    return {
      actor: this.member(guild, actorId),
      guild,
      nowMs: this.clock.wallMs(),
      // Who may not do it to anybody may not do it to somebody whom the cache does not know.
      get target() {
        return target();
      },
    };
  }

  private about(guildId: string, actorId: string, roleId: string): RoleQuestion {
    const guild = this.guild(guildId);
    const role = guild.roles.get(roleId);
    if (role === undefined) throw new MissingDataError({ kind: 'role', guildId, roleId });
    return { actor: this.member(guild, actorId), guild, nowMs: this.clock.wallMs(), role };
  }

  private guild(guildId: string): GuildFacts {
    const guild = this.reader.guild(guildId);
    if (guild === undefined) throw new MissingDataError({ kind: 'guild', guildId });
    return guild;
  }

  /** The owner is a member for certain, and nothing that the owner may do depends on roles: there the guild is enough. */
  private member(guild: GuildFacts, userId: string): MemberFacts {
    if (userId === guild.ownerId) return { userId, roleIds: [], timedOutUntilMs: null };
    return this.keptMember(guild, userId);
  }

  private keptMember(guild: GuildFacts, userId: string): MemberFacts {
    const member = this.reader.member(guild.id, userId);
    if (member === undefined) throw new MissingDataError({ kind: 'member', guildId: guild.id, userId });
    return member;
  }

  private channel(channelId: string): PlacedChannel {
    const placed = this.reader.channel(channelId);
    if (placed === undefined) throw new MissingDataError({ kind: 'channel', channelId });
    if (placed !== null) return placed;
    throw new OptionsError('INVALID_OPTION', {
      what: `Channel ${channelId} is a direct message, and these have no permissions.`,
      cure: 'Ask for a channel or thread of a guild.',
    });
  }
}
