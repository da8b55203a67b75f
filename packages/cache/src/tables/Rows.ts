/*
 * An id is kept as two numbers, its last nine digits and those before: 16 bytes and a slot instead of a text and an entry of a map, a hundred bytes
 * together, and looking it up touches two places of memory instead of five. With ten thousand members that is what an event's time goes into.
 *
 * A row that was left stays empty, since the order of the rows is the order in which ids came; when most rows are empty, the others move up.
 */

const LOW_DIGITS = 9;
const MAX_DIGITS = 20;
const ZERO = '0'.charCodeAt(0);
/** Of each row the two numbers of the id, and one that the table may use. */
const WIDTH = 3;
const EXTRA = 2;
/** The upper number of a row that was left. */
const LEFT = -1;
const MIN_SLOTS = 8;
/** With this many empty rows it is worth while to move. */
const MIN_LEFT = 32;

/** Which row of its columns an id has. Ids are those of Discord: digits, without leading zeros. Others are never found. */
export class Rows {
  private numbers = new Float64Array(4 * WIDTH);
  /** By hash, the row of an id and one; 0 where there is none. */
  private slots = new Int32Array(MIN_SLOTS);
  private end = 0;
  private left = 0;
  /** The id that was read last. */
  private high = 0;
  private low = 0;
  /** The text of it, if it has no row: whoever looks for an id in vain mostly gives it a row then. */
  private missing: string | null = null;
  private readonly move: (rows: readonly number[]) => void;

  /**
   * @param move - called with the rows that remain, in their order, when these become the first ones
   */
  constructor(move: (rows: readonly number[]) => void) {
    this.move = move;
  }

  get size(): number {
    return this.end - this.left;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    const row = this.read(id) ? this.seek() : -1;
    this.missing = row < 0 ? id : null;
    return row;
  }

  /** The row of an id; a new one, after all others, when it has none. */
  occupy(id: string): number {
    const known = this.missing === id ? -1 : this.find(id);
    if (known >= 0) return known;
    this.missing = null;
    if (this.left > MIN_LEFT && this.left > this.size) this.closeRanks();
    const row = this.end;
    this.end += 1;
    if (this.end * WIDTH > this.numbers.length) this.numbers = longer(this.numbers, Math.ceil(this.end * 1.5) * WIDTH);
    this.numbers[row * WIDTH] = this.high;
    this.numbers[row * WIDTH + 1] = this.low;
    if (this.end * 4 > this.slots.length * 3) this.hashAll(this.slots.length * 2);
    else this.slots[this.vacantSlot()] = row + 1;
    return row;
  }

  vacate(row: number): void {
    this.numbers[row * WIDTH] = LEFT;
    this.left += 1;
  }

  /** The number that belongs to a row. */
  extra(row: number): number {
    return this.numbers[row * WIDTH + EXTRA] ?? Number.NaN;
  }

  setExtra(row: number, value: number): void {
    this.numbers[row * WIDTH + EXTRA] = value;
  }

  *keys(): IterableIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  *entries(): IterableIterator<[id: string, row: number]> {
    for (let row = 0; row < this.end; row += 1) {
      const high = this.numbers[row * WIDTH] ?? LEFT;
      const low = String(this.numbers[row * WIDTH + 1]);
      if (high !== LEFT) yield [high === 0 ? low : `${String(high)}${low.padStart(LOW_DIGITS, '0')}`, row];
    }
  }

  /** Reads an id into `high` and `low`; false when it is none. */
  private read(id: unknown): boolean {
    if (typeof id !== 'string' || id.length === 0 || id.length > MAX_DIGITS || id.charCodeAt(0) === ZERO) return false;
    const split = id.length - LOW_DIGITS;
    this.high = digits(id, 0, split);
    this.low = digits(id, Math.max(0, split), id.length);
    return this.high >= 0 && this.low >= 0;
  }

  private seek(): number {
    const mask = this.slots.length - 1;
    for (let slot = this.home() & mask; ; slot = (slot + 1) & mask) {
      const row = (this.slots[slot] ?? 0) - 1;
      if (row < 0 || (this.numbers[row * WIDTH + 1] === this.low && this.numbers[row * WIDTH] === this.high)) return row;
    }
  }

  private vacantSlot(): number {
    const mask = this.slots.length - 1;
    let slot = this.home() & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  /** Where the search for an id begins. Ids of the same time are near each other, so all digits take part. */
  private home(): number {
    const mixed = Math.imul(this.low ^ Math.imul(this.high | 0, 0x85ebca6b), 0x9e3779b1);
    return mixed ^ (mixed >>> 15);
  }

  private hashAll(length: number): void {
    this.slots = new Int32Array(length);
    for (let row = 0; row < this.end; row += 1) {
      this.high = this.numbers[row * WIDTH] ?? LEFT;
      this.low = this.numbers[row * WIDTH + 1] ?? 0;
      if (this.high !== LEFT) this.slots[this.vacantSlot()] = row + 1;
    }
  }

  private closeRanks(): void {
    const { high, low } = this;
    const rows: number[] = [];
    for (let row = 0; row < this.end; row += 1) {
      if (this.numbers[row * WIDTH] === LEFT) continue;
      this.numbers.copyWithin(rows.length * WIDTH, row * WIDTH, (row + 1) * WIDTH);
      rows.push(row);
    }
    this.end = rows.length;
    this.left = 0;
    this.hashAll(this.slots.length);
    this.move(rows);
    this.high = high;
    this.low = low;
  }
}

/** The number that digits stand for; NaN when one is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function longer(numbers: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(length);
  copy.set(numbers);
  return copy;
}
