import type { SharedFields } from '../records/FieldPool.js';
import type { Payload } from '../records/payload.js';
import type { UserRecord } from '../records/user.js';
import { Rows } from './Rows.js';
import type { Table } from './Table.js';

/** Rows of a page: columns of a fixed length waste nothing on growth. */
const PAGE = 256;

interface Page {
  readonly usernames: (string | undefined)[];
  readonly globalNames: (string | null | undefined)[];
  readonly avatars: (string | null | undefined)[];
  readonly shared: (SharedFields | undefined)[];
}

/** Users in columns instead of objects. A record is made when one is read, and lives as long as somebody holds it. */
export class PackedUsers implements Table<UserRecord> {
  /** An entry of the index and four columns. */
  readonly rowBytes = 36 + 4 * 8;
  private readonly rows = new Rows();
  private readonly pages: Page[] = [];
  private readonly own = new Map<number, Payload>();

  get size(): number {
    return this.rows.size;
  }

  get(id: string): UserRecord | undefined {
    const row = this.rows.find(id);
    return row === undefined ? undefined : this.read(id, row);
  }

  set(_id: string, record: UserRecord): void {
    const row = this.rows.occupy(record.id);
    const page = (this.pages[Math.floor(row / PAGE)] ??= emptyPage());
    const at = row % PAGE;
    page.usernames[at] = record.username;
    page.globalNames[at] = record.global_name;
    page.avatars[at] = record.avatar;
    page.shared[at] = record.shared;
    if (record.own === undefined) this.own.delete(row);
    else this.own.set(row, record.own);
  }

  delete(id: string): UserRecord | undefined {
    const row = this.rows.find(id);
    if (row === undefined) return undefined;
    const record = this.read(id, row);
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
    const page = this.pages[Math.floor(row / PAGE)];
    const at = row % PAGE;
    return {
      id,
      username: page?.usernames[at],
      global_name: page?.globalNames[at],
      avatar: page?.avatars[at],
      shared: page?.shared[at] ?? {},
      own: this.own.get(row),
    };
  }
}

function emptyPage(): Page {
  return {
    usernames: new Array<string | undefined>(PAGE),
    globalNames: new Array<string | undefined>(PAGE),
    avatars: new Array<string | undefined>(PAGE),
    shared: new Array<SharedFields | undefined>(PAGE),
  };
}
