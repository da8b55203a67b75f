import type { APIAuditLogChange, APIAuditLogEntry } from 'discord-api-types/v10';
import { allows, guildPermissions } from '../permissions.js';
import type { PermissionName } from '../permissions.js';
import type { GuildChannelRecord, GuildRecord, MemberRecord } from '../records.js';
import { missingAccess, missingPermissions } from '../refusals.js';
import type { World } from '../World.js';

/** Who does something to a guild, and the reason that the audit log is to keep. */
export interface Doer {
  readonly reason: string | null;
  readonly userId: string;
}

/** The guild, if this user is in it and may do all of this. */
export function enterGuild(world: World, userId: string, guildId: string, ...needed: readonly PermissionName[]): GuildRecord {
  const guild = world.guild(guildId);
  if (!guild.members.has(userId)) throw missingAccess();
  if (!allows(bitsIn(world, guild, userId), ...needed)) throw missingPermissions();
  return guild;
}

/** The same where one of several permissions is enough. */
export function enterGuildWithAny(world: World, userId: string, guildId: string, ...anyOf: readonly PermissionName[]): GuildRecord {
  const guild = enterGuild(world, userId, guildId);
  const bits = bitsIn(world, guild, userId);
  if (anyOf.some((permission) => allows(bits, permission))) return guild;
  throw missingPermissions();
}

/** What somebody may do in a guild, as bits. */
export function bitsIn(world: World, guild: GuildRecord, userId: string): bigint {
  return guildPermissions(guild, world.member(guild, userId), world.clock.wallMs());
}

/** The place of somebody's highest role. The owner stands above all. */
export function rankOf(guild: GuildRecord, userId: string): number {
  if (guild.ownerId === userId) return Infinity;
  const roles: MemberRecord['roles'] = guild.members.get(userId)?.roles ?? [];
  return Math.max(0, ...roles.map((id) => guild.roles.get(id)?.position ?? 0));
}

/**
 * Nobody acts on their equals or betters, nor anybody on the owner.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-hierarchy | Permission hierarchy}
 */
export function checkOutranks(guild: GuildRecord, userId: string, targetId: string): void {
  if (rankOf(guild, userId) <= rankOf(guild, targetId)) throw missingPermissions();
}

/** Tells what only moderators hear of: the bot nothing unless it has one of these permissions. */
export function publishToModerators(world: World, guild: GuildRecord, t: string, d: object, ...anyOf: readonly PermissionName[]): void {
  const bits = bitsIn(world, guild, world.bot.id);
  const isForBot = anyOf.some((permission) => allows(bits, permission));
  world.publishInGuild(guild, t, d, undefined, isForBot);
}

/** The same of a channel. */
export function publishToManagers(world: World, channel: GuildChannelRecord, t: string, d: object, permission: PermissionName): void {
  const isForBot = allows(world.permissionsIn(channel, world.bot.id), permission);
  world.publishInGuild(world.guild(channel.guildId), t, d, undefined, isForBot);
}

/** What is written into the audit log. */
export interface AuditNote {
  readonly actionType: number;
  /** The thing before and after; what differs is noted. */
  readonly after?: object;
  readonly before?: object;
  /** What is noted in the place of that. */
  readonly changes?: readonly APIAuditLogChange[];
  readonly options?: APIAuditLogEntry['options'];
  readonly targetId: string | null;
}

/** Discord keeps entries for 45 days; here the newest are kept, however old they are. */
const AUDIT_KEPT_MAX = 1_000;

/** What nobody changes, though it changes. */
const UNNOTED: readonly string[] = [
  'animated',
  'application_id',
  'archive_timestamp',
  'create_timestamp',
  'creator',
  'creator_id',
  'discoverable_disabled',
  'guild_id',
  'id',
  'last_message_id',
  'managed',
  'member_count',
  'message_count',
  'require_colons',
  'total_message_sent',
  'user',
  'user_count',
  'version',
];

/**
 * Writes into the audit log, and tells of it who may read there.
 *
 * @see {@link https://docs.discord.com/developers/resources/audit-log | Audit log}
 */
export function audit(world: World, guild: GuildRecord, doer: Doer, { actionType, options, targetId, ...note }: AuditNote): void {
  const changes = [...(note.changes ?? changesBetween(note.before ?? {}, note.after ?? {}))];
  const entry: APIAuditLogEntry = {
    id: world.snowflakes.next(),
    user_id: doer.userId,
    target_id: targetId,
    action_type: actionType,
    ...(changes.length > 0 && { changes }),
    ...(options !== undefined && { options }),
    ...(doer.reason !== null && { reason: doer.reason }),
  };
  guild.auditLog = [entry, ...guild.auditLog].slice(0, AUDIT_KEPT_MAX);
  publishToModerators(world, guild, 'GUILD_AUDIT_LOG_ENTRY_CREATE', { ...entry, guild_id: guild.id }, 'ViewAuditLog');
}

function changesBetween(before: object, after: object): APIAuditLogChange[] {
  const [old, fresh] = [notedFields(before as Record<string, unknown>), notedFields(after as Record<string, unknown>)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return keys.flatMap((key) => {
    if (JSON.stringify(old[key]) === JSON.stringify(fresh[key])) return [];
    const values = { ...(old[key] !== undefined && { old_value: old[key] }), ...(fresh[key] !== undefined && { new_value: fresh[key] }) };
    return [{ key, ...values } as APIAuditLogChange];
  });
}

/** What is null is not there, and what makes a thread of a channel stands among the rest. */
function notedFields({ thread_metadata: thread, ...fields }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const all = Object.entries({ ...fields, ...(thread as object | undefined) });
  return Object.fromEntries(all.filter(([key, value]) => value !== null && !UNNOTED.includes(key)));
}
