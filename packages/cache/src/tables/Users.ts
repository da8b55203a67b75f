import type { FieldPool } from '../records/FieldPool.js';
import type { Payload } from '../records/payload.js';
import { isKnownUser, packUser, patchUser, type UserRecord } from '../records/user.js';
import type { Table, TableFactory } from './Table.js';
import type { WriteGuard } from './WriteGuard.js';

/** What became of a user along with something else. */
export interface UserChange {
  readonly before: UserRecord | undefined;
  readonly after: UserRecord;
}

/** The users, each once, with the number of guilds and direct messages that hold it. The last one to let go takes it out. */
export class Users {
  /** Asked about each write while somebody needs to know. */
  guard: WriteGuard | null = null;
  private records: Table<UserRecord>;
  /** Only of those that are held more than once: nearly all are held by one guild. */
  private readonly holders = new Map<string, number>();
  private readonly pool: FieldPool;
  private readonly makeTable: TableFactory;

  constructor(pool: FieldPool, makeTable: TableFactory) {
    this.pool = pool;
    this.makeTable = makeTable;
    this.records = makeTable('users');
  }

  get size(): number {
    return this.records.size;
  }

  get rowBytes(): number | undefined {
    return this.records.rowBytes;
  }

  get(id: string): UserRecord | undefined {
    return this.records.get(id);
  }

  values(): IterableIterator<UserRecord> {
    return this.records.values();
  }

  /** Holds a user once more. With nothing known of it but the id, it is a user with nothing but an id. */
  hold(id: string, payload: Payload): UserChange | undefined {
    const before = this.records.get(id);
    if (before !== undefined) {
      this.holders.set(id, (this.holders.get(id) ?? 1) + 1);
      return this.write(id, payload);
    }
    this.guard?.permits('users', '', id);
    const after = packUser(id, payload, this.pool);
    this.records.set(id, after);
    return { before, after };
  }

  /** Lets go of a user once. Returns it when that was the last hold. */
  release(id: string): UserRecord | undefined {
    const count = this.holders.get(id) ?? 1;
    if (count > 2) this.holders.set(id, count - 1);
    else this.holders.delete(id);
    if (count > 1) return undefined;
    return this.records.delete(id);
  }

  /** Writes what a payload says of a user that is held; what it leaves out stays. */
  write(id: string, payload: Payload): UserChange | undefined {
    const before = this.records.get(id);
    if (before === undefined || isKnownUser(before, payload, this.pool)) return undefined;
    if (this.guard?.permits('users', '', id) === false) return undefined;
    const after = patchUser(before, payload, this.pool);
    this.records.set(before.id, after);
    return { before, after };
  }

  clear(): void {
    this.records = this.makeTable('users');
    this.holders.clear();
  }
}
