import type { FieldPool } from './FieldPool.js';

/** What packing a payload into a record needs besides the payload. */
export interface PackContext {
  readonly pool: FieldPool;
  /** The one copy of an id that the cache holds already, else the id itself: parsed payloads repeat each id as a text of its own. */
  readonly intern: (id: string) => string;
}
