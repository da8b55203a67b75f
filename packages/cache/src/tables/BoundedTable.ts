import type { ResolvedEntityPolicy } from '../CachePolicy.js';
import type { Table } from './Table.js';

/** A table that knows which of its entities have to go. The policy is handed in with each question: it may change at any time. */
export class BoundedTable<V> {
  private readonly table: Table<V>;
  /** When each was last written, longest ago first; only kept while there is an age to bound. */
  private writtenMs: Map<string, number> | null = null;

  constructor(table: Table<V>) {
    this.table = table;
  }

  get size(): number {
    return this.table.size;
  }

  get rowBytes(): number | undefined {
    return this.table.rowBytes;
  }

  get(id: string): V | undefined {
    return this.table.get(id);
  }

  put(id: string, value: V, policy: ResolvedEntityPolicy<V>, nowMs: number): void {
    const { size } = this.table;
    this.table.set(id, value);
    if (policy.maxAgeMs === Infinity) return;
    this.writtenMs ??= new Map();
    if (this.table.size === size) this.writtenMs.delete(id);
    // A whole number is kept in the entry itself.
    this.writtenMs.set(id, Math.floor(nowMs));
  }

  /** When it was last written; `undefined` where no age is bounded. */
  writtenMsOf(id: string): number | undefined {
    return this.writtenMs?.get(id);
  }

  take(id: string): V | undefined {
    this.writtenMs?.delete(id);
    return this.table.delete(id);
  }

  keys(): IterableIterator<string> {
    return this.table.keys();
  }

  values(): IterableIterator<V> {
    return this.table.values();
  }

  /** Those that are too many, oldest first. `exempt` stays, and counts. */
  surplus(limit: number, exempt?: string): readonly string[] {
    let excess = this.table.size - limit;
    if (!(excess > 0)) return [];
    const ids: string[] = [];
    for (const id of this.table.keys()) {
      if (id === exempt) continue;
      ids.push(id);
      excess -= 1;
      if (excess <= 0) break;
    }
    return ids;
  }

  /** Those that are too old. What was written before there was an age to bound counts as written now. */
  expired(maxAgeMs: number, nowMs: number, exempt?: string): readonly string[] {
    if (maxAgeMs === Infinity) {
      this.writtenMs = null;
      return [];
    }
    this.writtenMs ??= new Map([...this.table.keys()].map((id) => [id, nowMs]));
    const ids: string[] = [];
    for (const [id, writtenMs] of this.writtenMs) {
      if (nowMs - writtenMs < maxAgeMs) break;
      if (id !== exempt) ids.push(id);
    }
    return ids;
  }
}
