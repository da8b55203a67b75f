import type { APIUser } from 'discord-api-types/v10';
import type { FieldPool, SharedFields } from './FieldPool.js';
import { nullableText, put, textOf, type Payload } from './payload.js';

/**
 * A user, kept once for all guilds that share it.
 *
 * @see {@link https://docs.discord.com/developers/resources/user#user-object | User object}
 */
export interface UserRecord {
  readonly id: string;
  readonly username: string | undefined;
  readonly global_name: string | null | undefined;
  /** The hash of the avatar's image. */
  readonly avatar: string | null | undefined;
  /** Fields with values that many users have. */
  readonly shared: SharedFields;
  /** The user's other fields; `undefined` when there are none. */
  readonly own: Payload | undefined;
}

// `member` stands in the users of a message's mentions; it belongs to the member.
const SLOTS: ReadonlySet<string> = new Set(['id', 'username', 'global_name', 'avatar', 'member']);

/** Packs a user whose id was checked. */
export function packUser(id: string, payload: Payload, pool: FieldPool): UserRecord {
  return {
    id,
    username: textOf(payload['username']),
    global_name: nullableText(payload['global_name']),
    avatar: nullableText(payload['avatar']),
    shared: pool.shared(payload, SLOTS),
    own: pool.own(payload, SLOTS),
  };
}

/** Discord's payload of a user. */
export function userData(record: UserRecord): APIUser {
  const data: Record<string, unknown> = { id: record.id };
  put(data, 'username', record.username);
  put(data, 'global_name', record.global_name);
  put(data, 'avatar', record.avatar);
  return Object.assign(data, record.shared, record.own) as unknown as APIUser;
}

/** Whether a payload says nothing that the record does not say: then there is nothing to write. Nested objects count as news when they differ at their first level. */
export function isKnownUser(record: UserRecord, payload: Payload): boolean {
  for (const key in payload) {
    if (key !== 'id' && key !== 'member' && !isSameValue(userField(record, key), payload[key])) return false;
  }
  return true;
}

function userField(record: UserRecord, key: string): unknown {
  if (key === 'username' || key === 'global_name' || key === 'avatar') return record[key];
  return record.shared[key] ?? record.own?.[key] ?? record.shared[key];
}

function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => (left as Payload)[key] === (right as Payload)[key] && key in right)
  );
}
