import type { APIUser } from 'discord-api-types/v10';
import type { FieldPool } from './FieldPool.js';
import { isKnownValue, keptFields, overlaidFields, saysTheSame, type KeptFields } from './keptFields.js';
import { nullableText, put, textOf, type Payload } from './payload.js';

/**
 * A user, kept once for all guilds that share it.
 *
 * @see {@link https://docs.discord.com/developers/resources/user#user-object | User object}
 */
export interface UserRecord extends KeptFields {
  readonly id: string;
  readonly username: string | undefined;
  readonly global_name: string | null | undefined;
  /** The hash of the avatar's image. */
  readonly avatar: string | null | undefined;
}

// `member` stands in the users of a message's mentions; it belongs to the member.
const SLOTS: ReadonlySet<string> = new Set(['id', 'username', 'global_name', 'avatar', 'member']);

/** Packs a user whose id was checked. */
export function packUser(id: string, payload: Payload, pool: FieldPool): UserRecord {
  const { shared, own } = keptFields(payload, SLOTS, pool);
  const { username, global_name, avatar } = payload;
  return { id, username: textOf(username), global_name: nullableText(global_name), avatar: nullableText(avatar), shared, own };
}

/** A user with a payload laid over it: what is absent there stays, `null` clears. */
export function patchUser(before: UserRecord, payload: Payload, pool: FieldPool): UserRecord {
  const { shared, own } = overlaidFields(before, payload, SLOTS, pool);
  const { username = before.username, global_name = before.global_name, avatar = before.avatar } = payload;
  return { id: before.id, username: textOf(username), global_name: nullableText(global_name), avatar: nullableText(avatar), shared, own };
}

/** Discord's payload of a user. */
export function userData(record: UserRecord): APIUser {
  const data: Record<string, unknown> = { id: record.id };
  put(data, 'username', record.username);
  put(data, 'global_name', record.global_name);
  put(data, 'avatar', record.avatar);
  return Object.assign(data, record.shared, record.own) as unknown as APIUser;
}

/** Whether a payload says just what the record says, no more and no less. */
export function isWholeUser(record: UserRecord, payload: Payload, pool: FieldPool): boolean {
  const { username, global_name, avatar } = payload;
  const isSame = username === record.username && global_name === record.global_name && avatar === record.avatar;
  return isSame && saysTheSame(record, payload, SLOTS, pool);
}

/**
 * Whether a payload says nothing that the record does not say: then there is nothing to write. What it leaves out does not count. Nearly every event
 * carries a user, and nearly always it says just the same.
 */
export function isKnownUser(record: UserRecord, payload: Payload, pool: FieldPool): boolean {
  if (isWholeUser(record, payload, pool)) return true;
  for (const key in payload) {
    if (key !== 'id' && key !== 'member' && !isKnownField(record, key, payload[key])) return false;
  }
  return true;
}

function isKnownField(record: UserRecord, key: string, value: unknown): boolean {
  if (key === 'username' || key === 'global_name' || key === 'avatar') return record[key] === value;
  return isKnownValue(record, key, value);
}
