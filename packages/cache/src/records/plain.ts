import type { FieldPool, SharedFields } from './FieldPool.js';
import type { Payload } from './payload.js';

/** An entity of which there are few: emojis, stickers, sounds, stages, scheduled events, integrations, rules, invites, people in threads. */
export interface PlainRecord {
  /** What it is found by: its id, an invite's code, the user's id of a thread member. */
  readonly id: string;
  readonly shared: SharedFields;
  readonly own: Payload | undefined;
}

const NO_SLOTS: ReadonlySet<string> = new Set();

/** Packs an entity under the key that it is found by. */
export function packPlain(id: string, payload: Payload, pool: FieldPool): PlainRecord {
  return { id, shared: pool.shared(payload, NO_SLOTS), own: pool.own(payload, NO_SLOTS) };
}

/** Discord's payload of such an entity. */
export function plainData(record: PlainRecord): Payload {
  return { ...record.shared, ...record.own };
}
