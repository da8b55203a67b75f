import type { APIGuildMember } from 'discord-api-types/v10';
import type { SharedFields } from './FieldPool.js';
import { instantText, packInstant, type PackedInstant } from './instants.js';
import type { PackContext } from './PackContext.js';
import { idsOf, nullableText, put, type Payload } from './payload.js';
import { userData, type UserRecord } from './user.js';

/**
 * A member of a guild, without its user: that is kept once, whatever the number of guilds.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-member-object | Guild member object}
 */
export interface MemberRecord {
  readonly user_id: string;
  readonly nick: string | null | undefined;
  /** The ids of the member's roles. @everyone, which all have, is not among them. */
  readonly roles: readonly string[];
  readonly joined_at: PackedInstant;
  /** Fields with values that many members have, such as `deaf`, `mute` and `pending`. */
  readonly shared: SharedFields;
  /** The member's other fields, such as a `communication_disabled_until` that is set; `undefined` when there are none. */
  readonly own: Payload | undefined;
}

// guild_id is what GUILD_MEMBER_ADD and _UPDATE add to the member.
const SLOTS: ReadonlySet<string> = new Set(['user', 'nick', 'roles', 'joined_at', 'guild_id']);

/** Packs a member of the user whose id was checked. */
export function packMember(userId: string, payload: Payload, { pool, intern }: PackContext): MemberRecord {
  return {
    user_id: userId,
    nick: nullableText(payload['nick']),
    roles: idsOf(payload['roles']).map(intern),
    joined_at: packInstant(payload['joined_at']),
    shared: pool.shared(payload, SLOTS),
    own: pool.own(payload, SLOTS),
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

/**
 * Whether a payload says nothing that the record does not say: then there is nothing to write. Every message of a guild carries its author's membership,
 * and nearly always it is known. Nested objects count as news.
 */
export function isKnownMember(record: MemberRecord, payload: Payload): boolean {
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
      return Array.isArray(value) && value.length === record.roles.length && record.roles.every((id, at) => id === value[at]);
    default: {
      const known = record.shared[key];
      return known === value || (known === undefined && record.own?.[key] === value) || (isEmptyList(known) && isEmptyList(value));
    }
  }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
