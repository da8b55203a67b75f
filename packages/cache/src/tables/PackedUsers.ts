import type { SharedFields } from '../records/FieldPool.js';
import type { Payload } from '../records/payload.js';
import type { UserRecord } from '../records/user.js';
import { Rows } from './Rows.js';
import type { Table } from './Table.js';

/** Rows of a page: columns of a fixed length waste nothing on growth. */
const PAGE = 256;
/** The columns of a page, side by side in one array: what is read together lies together. */
const USERNAME = 0;
const GLOBAL_NAME = 1;
const AVATAR = 2;
const SHARED = 3;
const WIDTH = 4;

type Page = unknown[];

/** Users in columns instead of objects. A record is made when one is read, and lives as long as somebody holds it. */
export class PackedUsers implements Table<UserRecord> {
  /** An entry of the index and four columns. */
  readonly rowBytes = 36 + WIDTH * 8;
  private readonly rows = new Rows();
  private readonly pages: Page[] = [];
  private readonly own = new Map<number, Payload>();
  /** The record that was read last: an event asks for the same user several times. */
  private last: UserRecord | null = null;

  get size(): number {
    return this.rows.size;
  }

  get(id: string): UserRecord | undefined {
    if (this.last?.id === id) return this.last;
    const row = this.rows.find(id);
    if (row === undefined) return undefined;
    this.last = this.read(id, row);
    return this.last;
  }

  set(_id: string, record: UserRecord): void {
    const row = this.rows.occupy(record.id);
    const page = (this.pages[Math.floor(row / PAGE)] ??= new Array<unknown>(PAGE * WIDTH));
    const at = (row % PAGE) * WIDTH;
    page[at + USERNAME] = record.username;
    page[at + GLOBAL_NAME] = record.global_name;
    page[at + AVATAR] = record.avatar;
    page[at + SHARED] = record.shared;
    if (record.own === undefined) this.own.delete(row);
    else this.own.set(row, record.own);
    this.last = null;
  }

  delete(id: string): UserRecord | undefined {
    const record = this.get(id);
    if (record === undefined) return undefined;
    this.set(id, { id, username: undefined, global_name: undefined, avatar: undefined, shared: record.shared, own: undefined });
    this.rows.vacate(id);
    return record;
  }

  keys(): IterableIterator<string> {
    return this.rows.keys();
  }

  *values(): IterableIterator<UserRecord> {
    for (const [id, row] of this.rows.entries()) yield this.read(id, row);
  }

  private read(id: string, row: number): UserRecord {
    const page: Page = this.pages[Math.floor(row / PAGE)] ?? [];
    const at = (row % PAGE) * WIDTH;
    return {
      id,
      username: page[at + USERNAME] as string | undefined,
      global_name: page[at + GLOBAL_NAME] as string | null | undefined,
      avatar: page[at + AVATAR] as string | null | undefined,
      shared: page[at + SHARED] as SharedFields,
      own: this.own.get(row),
    };
  }
}
