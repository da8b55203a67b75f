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
const OWN = 4;
const WIDTH = 5;

type Page = unknown[];

/** Users in columns instead of objects. A record is made when one is read, and lives as long as somebody holds it. */
export class PackedUsers implements Table<UserRecord> {
  /** Three numbers and a slot, and the columns. */
  readonly rowBytes = 3 * 8 + 8 + WIDTH * 8;
  private readonly rows = new Rows((rows) => {
    this.closeRanks(rows);
  });
  private pages: Page[] = [];
  /** The record that was read last: an event asks for the same user several times. */
  private last: UserRecord | null = null;

  get size(): number {
    return this.rows.size;
  }

  get(id: string): UserRecord | undefined {
    if (this.last?.id === id) return this.last;
    const row = this.rows.find(id);
    if (row < 0) return undefined;
    this.last = this.read(id, row);
    return this.last;
  }

  set(_id: string, record: UserRecord): void {
    const row = this.rows.occupy(record.id);
    const page = this.pageOf(row);
    const at = (row % PAGE) * WIDTH;
    page[at + USERNAME] = record.username;
    page[at + GLOBAL_NAME] = record.global_name;
    page[at + AVATAR] = record.avatar;
    page[at + SHARED] = record.shared;
    page[at + OWN] = record.own;
    this.last = record;
  }

  delete(id: string): UserRecord | undefined {
    const row = this.rows.find(id);
    if (row < 0) return undefined;
    const record = this.read(id, row);
    const at = (row % PAGE) * WIDTH;
    this.pageOf(row).fill(undefined, at, at + WIDTH);
    this.rows.vacate(row);
    this.last = null;
    return record;
  }

  keys(): IterableIterator<string> {
    return this.rows.keys();
  }

  *values(): IterableIterator<UserRecord> {
    for (const [id, row] of this.rows.entries()) yield this.read(id, row);
  }

  private read(id: string, row: number): UserRecord {
    const page = this.pageOf(row);
    const at = (row % PAGE) * WIDTH;
    return {
      id,
      username: page[at + USERNAME] as string | undefined,
      global_name: page[at + GLOBAL_NAME] as string | null | undefined,
      avatar: page[at + AVATAR] as string | null | undefined,
      shared: page[at + SHARED] as SharedFields,
      own: page[at + OWN] as Payload | undefined,
    };
  }

  private pageOf(row: number): Page {
    return (this.pages[Math.floor(row / PAGE)] ??= new Array<unknown>(PAGE * WIDTH));
  }

  private closeRanks(rows: readonly number[]): void {
    const { pages } = this;
    this.pages = [];
    for (const [row, from] of rows.entries()) {
      const cells = pages[Math.floor(from / PAGE)] ?? [];
      for (let column = 0; column < WIDTH; column += 1) {
        this.pageOf(row)[(row % PAGE) * WIDTH + column] = cells[(from % PAGE) * WIDTH + column];
      }
    }
  }
}
