import type { FieldPool } from './FieldPool.js';
import { keptFields, type KeptFields } from './keptFields.js';
import type { Payload } from './payload.js';

/** An entity of which there are few: emojis, stickers, sounds, stages, scheduled events, integrations, rules, invites, people in threads. */
export interface PlainRecord extends KeptFields {
  /** What it is found by: its id, an invite's code, the user's id of a thread member. */
  readonly id: string;
}

const NO_SLOTS: ReadonlySet<string> = new Set();

/** Packs an entity under the key that it is found by. */
export function packPlain(id: string, payload: Payload, pool: FieldPool): PlainRecord {
  const { shared, own } = keptFields(payload, NO_SLOTS, pool);
  return { id, shared, own };
}

/** Discord's payload of such an entity. */
export function plainData(record: PlainRecord): Payload {
  return { ...record.shared, ...record.own };
}
