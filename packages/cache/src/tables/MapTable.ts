import type { Table } from './Table.js';

/** A table of plain objects in a `Map`. */
export class MapTable<V> implements Table<V> {
  private readonly entries = new Map<string, V>();

  get size(): number {
    return this.entries.size;
  }

  get(id: string): V | undefined {
    return this.entries.get(id);
  }

  set(id: string, value: V): void {
    this.entries.set(id, value);
  }

  delete(id: string): V | undefined {
    const value = this.entries.get(id);
    this.entries.delete(id);
    return value;
  }

  keys(): IterableIterator<string> {
    return this.entries.keys();
  }

  values(): IterableIterator<V> {
    return this.entries.values();
  }
}
