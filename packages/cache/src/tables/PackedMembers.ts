import type { SharedFields } from '../records/FieldPool.js';
import type { PackedInstant } from '../records/instants.js';
import type { MemberRecord } from '../records/member.js';
import type { Payload } from '../records/payload.js';
import { RoleCodes } from './RoleCodes.js';
import { Rows } from './Rows.js';
import type { Table } from './Table.js';

/**
 * The members of a guild in columns instead of objects: of what a bot keeps, members are most. A record is made when one is read, and lives as long as
 * somebody holds it.
 */
export class PackedMembers implements Table<MemberRecord> {
  /** An entry of the index, four columns, and the text of a few roles. */
  readonly rowBytes = 36 + 4 * 8 + 12;
  private readonly rows = new Rows();
  private readonly nicks: (string | null | undefined)[] = [];
  /** Microseconds; NaN where `oddInstants` has what stands there instead. */
  private joinedAt = new Float64Array(8);
  private readonly oddInstants = new Map<number, PackedInstant>();
  private readonly roles = new RoleCodes();
  private readonly shared: SharedFields[] = [];
  private readonly own = new Map<number, Payload>();

  get size(): number {
    return this.rows.size;
  }

  get(id: string): MemberRecord | undefined {
    const row = this.rows.find(id);
    return row === undefined ? undefined : this.read(id, row);
  }

  set(_id: string, record: MemberRecord): void {
    const row = this.rows.occupy(record.user_id);
    this.nicks[row] = record.nick;
    this.roles.write(row, record.roles);
    this.shared[row] = record.shared;
    this.writeJoinedAt(row, record.joined_at);
    if (record.own === undefined) this.own.delete(row);
    else this.own.set(row, record.own);
  }

  delete(id: string): MemberRecord | undefined {
    const row = this.rows.find(id);
    if (row === undefined) return undefined;
    const record = this.read(id, row);
    this.rows.vacate(id);
    this.nicks[row] = undefined;
    this.roles.write(row, []);
    this.oddInstants.delete(row);
    this.own.delete(row);
    return record;
  }

  keys(): IterableIterator<string> {
    return this.rows.keys();
  }

  *values(): IterableIterator<MemberRecord> {
    for (const [id, row] of this.rows.entries()) yield this.read(id, row);
  }

  private read(id: string, row: number): MemberRecord {
    const joinedAt = this.joinedAt[row] ?? Number.NaN;
    return {
      user_id: id,
      nick: this.nicks[row],
      roles: this.roles.read(row),
      joined_at: Number.isNaN(joinedAt) ? this.oddInstants.get(row) : joinedAt,
      shared: this.shared[row] ?? {},
      own: this.own.get(row),
    };
  }

  private writeJoinedAt(row: number, value: PackedInstant): void {
    if (row >= this.joinedAt.length) {
      const longer = new Float64Array(Math.ceil((row + 1) * 1.25));
      longer.set(this.joinedAt);
      this.joinedAt = longer;
    }
    this.joinedAt[row] = typeof value === 'number' ? value : Number.NaN;
    if (typeof value === 'number') this.oddInstants.delete(row);
    else this.oddInstants.set(row, value);
  }
}
