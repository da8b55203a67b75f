import { compareIds } from '../records/payload.js';
import { MapTable } from './MapTable.js';
import type { Table } from './Table.js';

/**
 * A table of what mostly comes in the order of its ids, such as the messages of a channel: whatever is younger than all that ever came is not in it, and is
 * not searched for.
 */
export class AscendingTable<V> implements Table<V> {
  private readonly table = new MapTable<V>();
  private youngest = '';

  get size(): number {
    return this.table.size;
  }

  get(id: string): V | undefined {
    // What a payload calls an id is looked for before anybody has checked that it is a text.
    return typeof id === 'string' && compareIds(id, this.youngest) > 0 ? undefined : this.table.get(id);
  }

  set(id: string, value: V): void {
    if (compareIds(id, this.youngest) > 0) this.youngest = id;
    this.table.set(id, value);
  }

  delete(id: string): V | undefined {
    return this.table.delete(id);
  }

  keys(): IterableIterator<string> {
    return this.table.keys();
  }

  values(): IterableIterator<V> {
    return this.table.values();
  }
}
