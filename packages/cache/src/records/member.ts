import type { APIGuildMember } from 'discord-api-types/v10';
import type { FieldPool } from './FieldPool.js';
import { instantText, packInstant, type PackedInstant } from './instants.js';
import { isKnownValue, keptFields, overlaidFields, saysTheSame, type KeptFields } from './keptFields.js';
import type { PackContext } from './PackContext.js';
import { idOf, nullableText, patched, put, type Payload } from './payload.js';
import { userData, type UserRecord } from './user.js';

/**
 * A member of a guild, without its user: that is kept once, whatever the number of guilds.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-member-object | Guild member object}
 */
export interface MemberRecord extends KeptFields {
  readonly user_id: string;
  readonly nick: string | null | undefined;
  /** The ids of the member's roles. @everyone, which all have, is not among them. */
  readonly roles: readonly string[];
  readonly joined_at: PackedInstant;
}

// guild_id is what GUILD_MEMBER_ADD and _UPDATE add to the member.
const SLOTS: ReadonlySet<string> = new Set(['user', 'nick', 'roles', 'joined_at', 'guild_id']);
const NO_ROLES: readonly never[] = Object.freeze([]);

/** Packs a member of the user whose id was checked. */
export function packMember(userId: string, payload: Payload, context: PackContext): MemberRecord {
  const { shared, own } = keptFields(payload, SLOTS, context.pool);
  const { nick, roles, joined_at: joinedAt } = payload;
  return {
    user_id: userId,
    nick: nullableText(nick),
    roles: packRoles(roles, context),
    joined_at: packInstant(joinedAt),
    shared,
    own,
  };
}

/** A member with a payload laid over it: what is absent there stays, `null` clears. */
export function patchMember(before: MemberRecord, payload: Payload, context: PackContext): MemberRecord {
  const { shared, own } = overlaidFields(before, payload, SLOTS, context.pool);
  const { nick, roles, joined_at: joinedAt } = payload;
  return {
    user_id: before.user_id,
    nick: patched(before.nick, nick, nullableText),
    roles: roles === undefined || areRoles(before, roles) ? before.roles : packRoles(roles, context),
    joined_at: patched(before.joined_at, joinedAt, packInstant),
    shared,
    own,
  };
}

/** Discord's payload of a member; without `user` when none is given, as a message carries it. */
export function memberData(record: MemberRecord, user?: UserRecord): APIGuildMember {
  const data: Record<string, unknown> = user === undefined ? {} : { user: userData(user) };
  put(data, 'nick', record.nick);
  data['roles'] = [...record.roles];
  put(data, 'joined_at', instantText(record.joined_at));
  return Object.assign(data, record.shared, record.own) as unknown as APIGuildMember;
}

/** When the member may speak again, in milliseconds since 1970; `null` without a timeout. It may have passed. */
export function timeoutUntilMs(record: MemberRecord): number | null {
  const until = record.own?.['communication_disabled_until'] ?? record.shared['communication_disabled_until'];
  const ms = typeof until === 'string' ? Date.parse(until) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/** Whether a payload says just what the record says, no more and no less. */
export function isWholeMember(record: MemberRecord, payload: Payload, pool: FieldPool): boolean {
  const isSame = payload['nick'] === record.nick && areRoles(record, payload['roles']);
  return isSame && packInstant(payload['joined_at']) === record.joined_at && saysTheSame(record, payload, SLOTS, pool);
}

/**
 * Whether a payload says nothing that the record does not say: then there is nothing to write. What it leaves out does not count. Every message of a
 * guild carries its author's membership, and nearly always it says just the same.
 */
export function isKnownMember(record: MemberRecord, payload: Payload, pool: FieldPool): boolean {
  if (isWholeMember(record, payload, pool)) return true;
  for (const key in payload) if (!isKnownField(record, key, payload[key])) return false;
  return true;
}

function isKnownField(record: MemberRecord, key: string, value: unknown): boolean {
  switch (key) {
    case 'user':
    case 'guild_id':
      return true;
    case 'nick':
      return value === record.nick;
    case 'joined_at':
      return packInstant(value) === record.joined_at;
    case 'roles':
      return areRoles(record, value);
    default:
      return isKnownValue(record, key, value);
  }
}

function areRoles({ roles }: MemberRecord, value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== roles.length) return false;
  for (let at = 0; at < roles.length; at += 1) if (roles[at] !== value[at]) return false;
  return true;
}

/** In a list that is as long as it has to be: thousands of members come at once, and messages keep theirs. */
function packRoles(value: unknown, { intern }: PackContext): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return NO_ROLES;
  const roles = new Array<string>(value.length);
  let count = 0;
  for (const each of value as readonly unknown[]) if (idOf(each) !== undefined) roles[count++] = intern(each as string);
  return count === roles.length ? roles : roles.slice(0, count);
}
