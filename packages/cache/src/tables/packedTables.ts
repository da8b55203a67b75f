import { AscendingTable } from './AscendingTable.js';
import { MapTable } from './MapTable.js';
import { PackedMembers } from './PackedMembers.js';
import { PackedUsers } from './PackedUsers.js';
import type { Table, TableFactory } from './Table.js';

/** Columns for members and users, of which there are most, and records in a `Map` for everything else: the default. */
export const packedTables: TableFactory = <V>(resource: string): Table<V> => {
  if (resource === 'members') return new PackedMembers() as unknown as Table<V>;
  if (resource === 'users') return new PackedUsers() as unknown as Table<V>;
  return resource === 'messages' ? new AscendingTable<V>() : new MapTable<V>();
};
