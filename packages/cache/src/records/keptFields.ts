import type { FieldPool, SharedFields, SplitFields } from './FieldPool.js';
import { isPayload, type Payload } from './payload.js';

/** The fields of a record for which it has no place of their own. */
export interface KeptFields {
  /** Fields with values that many entities have. */
  readonly shared: SharedFields;
  /** The entity's other fields; `undefined` when there are none. */
  readonly own: Payload | undefined;
}

/** Splits the fields of a payload, but for those in `slots`, into what is shared and what is the entity's own. */
export function keptFields(payload: Payload, slots: ReadonlySet<string>, pool: FieldPool): KeptFields {
  const fields = pool.split(payload, slots);
  return { shared: fields.shared, own: fields.own(payload) };
}

/** The fields of a record with a payload laid over them: what is absent there stays, `null` clears. */
export function overlaidFields(record: KeptFields, payload: Payload, slots: ReadonlySet<string>, pool: FieldPool): KeptFields {
  const fields = pool.split(payload, slots);
  // Discord's updates are nearly always complete, and then nothing stays.
  if (fields.shared === record.shared && isCovered(record.own, fields)) return { shared: record.shared, own: fields.own(payload) };
  return keptFields({ ...record.shared, ...record.own, ...payload }, slots, pool);
}

/** Whether a payload says the same as a record in those fields, no more and no less. */
export function saysTheSame(record: KeptFields, payload: Payload, slots: ReadonlySet<string>, pool: FieldPool): boolean {
  const fields = pool.split(payload, slots);
  if (fields.shared !== record.shared || !isCovered(record.own, fields)) return false;
  for (const key of fields.ownKeys) if (!isSameValue(record.own?.[key], payload[key])) return false;
  return true;
}

/** Whether a record says of a field for which it has no place of its own what a payload says. */
export function isKnownValue(record: KeptFields, key: string, value: unknown): boolean {
  const known = record.shared[key];
  return known === undefined ? isSameValue(record.own?.[key], value) : isSameValue(known, value);
}

function isCovered(own: Payload | undefined, { ownKeys }: SplitFields): boolean {
  for (const key in own) if (!ownKeys.includes(key)) return false;
  return true;
}

/** How deep payloads are compared. What lies deeper counts as different: then it is written once more. */
const DEPTH = 4;

function isSameValue(left: unknown, right: unknown, depth = DEPTH): boolean {
  if (left === right) return true;
  if (depth === 0 || typeof left !== 'object' || typeof right !== 'object') return false;
  return isPayload(left) && isPayload(right) ? areSameFields(left, right, depth) : areSameLists(left, right, depth);
}

function areSameFields(left: Payload, right: Payload, depth: number): boolean {
  for (const key in left) if (!isSameValue(left[key], right[key], depth - 1)) return false;
  for (const key in right) if (!(key in left)) return false;
  return true;
}

function areSameLists(left: unknown, right: unknown, depth: number): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((each, at) => isSameValue(each, right[at], depth - 1));
}
