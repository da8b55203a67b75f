import type { APIRole } from 'discord-api-types/v10';
import { keptFields, type KeptFields } from './keptFields.js';
import type { PackContext } from './PackContext.js';
import { integerOf, put, textOf, type Payload } from './payload.js';

/**
 * A role of a guild. The one whose id is the guild's is @everyone.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#role-object | Role object}
 */
export interface RoleRecord extends KeptFields {
  readonly id: string;
  readonly name: string | undefined;
  /** The permission set as decimal digits; `0` when the payload had none that can be read. */
  readonly permissions: string;
  readonly position: number;
  readonly color: number | undefined;
}

const SLOTS: ReadonlySet<string> = new Set(['id', 'name', 'permissions', 'position', 'color']);
const DIGITS = /^\d{1,40}$/;

/** Packs a role whose id was checked. */
export function packRole(id: string, payload: Payload, { pool }: PackContext): RoleRecord {
  const { shared, own } = keptFields(payload, SLOTS, pool);
  return {
    id,
    name: textOf(payload['name']),
    permissions: packPermissions(payload['permissions'], pool),
    position: integerOf(payload['position']) ?? 0,
    color: integerOf(payload['color']),
    shared,
    own,
  };
}

/** Discord's payload of a role. */
export function roleData(record: RoleRecord): APIRole {
  const { id, permissions, position } = record;
  const data: Record<string, unknown> = { id, permissions, position };
  put(data, 'name', record.name);
  put(data, 'color', record.color);
  return Object.assign(data, record.shared, record.own) as unknown as APIRole;
}

/** A permission set as text that `BigInt` reads, kept once. */
export function packPermissions(value: unknown, pool: { text(value: string): string }): string {
  return typeof value === 'string' && DIGITS.test(value) ? pool.text(value) : '0';
}
