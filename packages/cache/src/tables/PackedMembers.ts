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
const WIDTH = 3;

/**
 * The members of a guild in columns instead of objects: of what a bot keeps, members are most. A record is made when one is read, and lives as long as
 * somebody holds it.
 */
export class PackedMembers implements Table<MemberRecord> {
  /** An entry of the index, four columns, and the text of a few roles. */
  readonly rowBytes = 36 + 4 * 8 + 12;
  private readonly rows = new Rows();
  /** Of each row the nick, the roles (as text, or as they are when there are too many kinds for that) and the shared fields. */
  private readonly cells: unknown[] = [];
  /** Microseconds; NaN where `oddInstants` has what stands there instead. */
  private joinedAt = new Float64Array(8);
  private readonly oddInstants = new Map<number, PackedInstant>();
  private readonly codes = new RoleCodes();
  private readonly own = new Map<number, Payload>();
  /** The record that was read last: an event asks for the same member several times. */
  private last: MemberRecord | null = null;

  get size(): number {
    return this.rows.size;
  }

  get(id: string): MemberRecord | undefined {
    if (this.last?.user_id === id) return this.last;
    const row = this.rows.find(id);
    if (row === undefined) return undefined;
    this.last = this.read(id, row);
    return this.last;
  }

  set(_id: string, record: MemberRecord): void {
    const row = this.rows.occupy(record.user_id);
    const at = row * WIDTH;
    this.cells[at + NICK] = record.nick;
    this.cells[at + ROLES] = this.codes.encode(record.roles) ?? record.roles;
    this.cells[at + SHARED] = record.shared;
    this.writeJoinedAt(row, record.joined_at);
    if (record.own !== undefined) this.own.set(row, record.own);
    else if (this.own.size > 0) this.own.delete(row);
    this.last = null;
  }

  delete(id: string): MemberRecord | undefined {
    const record = this.get(id);
    if (record === undefined) return undefined;
    this.set(id, { user_id: id, nick: undefined, roles: [], joined_at: 0, shared: record.shared, own: undefined });
    this.rows.vacate(id);
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
    const joinedAt = this.joinedAt[row] ?? Number.NaN;
    return {
      user_id: id,
      nick: this.cells[at + NICK] as string | null | undefined,
      roles: typeof roles === 'string' ? this.codes.decode(roles) : roles,
      joined_at: Number.isNaN(joinedAt) ? this.oddInstants.get(row) : joinedAt,
      shared: this.cells[at + SHARED] as SharedFields,
      own: this.own.size > 0 ? this.own.get(row) : undefined,
    };
  }

  private writeJoinedAt(row: number, value: PackedInstant): void {
    if (row >= this.joinedAt.length) {
      const longer = new Float64Array(Math.ceil((row + 1) * 1.25));
      longer.set(this.joinedAt);
      this.joinedAt = longer;
    }
    this.joinedAt[row] = typeof value === 'number' ? value : Number.NaN;
    if (typeof value !== 'number') this.oddInstants.set(row, value);
    else if (this.oddInstants.size > 0) this.oddInstants.delete(row);
  }
}
