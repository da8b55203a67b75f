import type { SharedFields } from '../records/FieldPool.js';
import type { PackedInstant } from '../records/instants.js';
import type { MemberRecord } from '../records/member.js';
import type { Payload } from '../records/payload.js';
import { RoleCodes } from './RoleCodes.js';
import { Rows } from './Rows.js';
import type { Table } from './Table.js';

/** The columns that stand side by side in one array: what is read together lies together. */
const NICK = 0;
const ROLES = 1;
const SHARED = 2;
const OWN = 3;
const WIDTH = 4;

/**
 * The members of a guild in columns instead of objects: of what a bot keeps, members are most. A record is made when one is read, and lives as long as
 * somebody holds it.
 */
export class PackedMembers implements Table<MemberRecord> {
  /** Three numbers and a slot, the columns, and the text of a few roles. */
  readonly rowBytes = 3 * 8 + 8 + WIDTH * 8 + 12;
  /** With each id, when the member joined, in microseconds; NaN where `oddInstants` has what stands there instead. */
  private readonly rows = new Rows((rows) => {
    this.closeRanks(rows);
  });
  /** Of each row the nick, the roles (as text, or as they are when there are too many kinds for that), the shared fields and the member's own. */
  private cells: unknown[] = [];
  private oddInstants = new Map<number, PackedInstant>();
  private readonly codes = new RoleCodes();
  /** The record that was read last: an event asks for the same member several times. */
  private last: MemberRecord | null = null;

  get size(): number {
    return this.rows.size;
  }

  get(id: string): MemberRecord | undefined {
    if (this.last?.user_id === id) return this.last;
    const row = this.rows.find(id);
    if (row < 0) return undefined;
    this.last = this.read(id, row);
    return this.last;
  }

  set(_id: string, record: MemberRecord): void {
    const row = this.rows.occupy(record.user_id);
    const at = row * WIDTH;
    this.cells[at + NICK] = record.nick;
    this.cells[at + ROLES] = this.codes.encode(record.roles) ?? record.roles;
    this.cells[at + SHARED] = record.shared;
    this.cells[at + OWN] = record.own;
    this.writeJoinedAt(row, record.joined_at);
    this.last = record;
  }

  delete(id: string): MemberRecord | undefined {
    const row = this.rows.find(id);
    if (row < 0) return undefined;
    const record = this.read(id, row);
    this.cells.fill(undefined, row * WIDTH, (row + 1) * WIDTH);
    this.oddInstants.delete(row);
    this.rows.vacate(row);
    this.last = null;
    return record;
  }

  keys(): IterableIterator<string> {
    return this.rows.keys();
  }

  *values(): IterableIterator<MemberRecord> {
    for (const [id, row] of this.rows.entries()) yield this.read(id, row);
  }

  private read(id: string, row: number): MemberRecord {
    const at = row * WIDTH;
    const roles = this.cells[at + ROLES] as string | readonly string[];
    const joinedAt = this.rows.extra(row);
    return {
      user_id: id,
      nick: this.cells[at + NICK] as string | null | undefined,
      roles: typeof roles === 'string' ? this.codes.decode(roles) : roles,
      joined_at: Number.isNaN(joinedAt) ? this.oddInstants.get(row) : joinedAt,
      shared: this.cells[at + SHARED] as SharedFields,
      own: this.cells[at + OWN] as Payload | undefined,
    };
  }

  private writeJoinedAt(row: number, value: PackedInstant): void {
    this.rows.setExtra(row, typeof value === 'number' ? value : Number.NaN);
    if (typeof value !== 'number') this.oddInstants.set(row, value);
    else if (this.oddInstants.size > 0) this.oddInstants.delete(row);
  }

  private closeRanks(rows: readonly number[]): void {
    const odd = new Map<number, PackedInstant>();
    this.cells = rows.flatMap((from, row) => {
      if (this.oddInstants.has(from)) odd.set(row, this.oddInstants.get(from));
      return this.cells.slice(from * WIDTH, (from + 1) * WIDTH);
    });
    this.oddInstants = odd;
  }
}
