const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const OPEN_BRACE = 0x7b;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_D = 0x64;
const LETTER_N = 0x6e;
const LETTER_O = 0x6f;
const LETTER_P = 0x70;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const BACKSLASH = 0x5c;

/** More distinct names than Discord will ever have; a peer that invents names must not fill memory. */
const MAX_INTERNED = 512;
/** More digits than a safe integer has: such a number is read by JSON.parse or not at all. */
const MAX_DIGITS = 15;

interface InternedName {
  readonly name: string;
  readonly bytes: Buffer;
}

const internedNames = new Map<number, InternedName>();

/**
 * Reads `op`, `s` and `t` from the bytes before `"d":`, so that a dispatch that nobody wants is never decoded or parsed. Discord writes
 * `{"t":"…","s":…,"op":0,"d":…}`; any order is read, and anything unusual (white space, escapes, other keys, `d` first) makes `read` say `false`:
 * then the whole text has to be parsed.
 *
 * One object is filled again and again: a message costs no allocation.
 */
export class FrameHead {
  op = -1;
  /** The sequence, or NaN when it is `null` or missing. */
  sequence = NaN;
  type: string | null = null;
  /** Where the value of `d` begins; -1 when `d` does not follow the head. */
  dataAt = -1;

  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private hasType = false;
  private hasSequence = false;

  /** Fills the fields; `false` when the head does not say everything. */
  read(bytes: Buffer): boolean {
    this.begin(bytes);
    if (bytes[0] !== OPEN_BRACE) return false;
    while (this.readMember()) {
      // Each turn reads one member; the first one that cannot be read, or `d`, ends the head.
    }
    return this.op >= 0 && this.hasType && this.hasSequence;
  }

  private begin(bytes: Buffer): void {
    this.bytes = bytes;
    this.at = 1;
    this.op = -1;
    this.dataAt = -1;
    this.hasType = false;
    this.hasSequence = false;
  }

  /** Reads one `"key":value,` and says whether to go on. */
  private readMember(): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== QUOTE) return false;
    const key = bytes[at + 1];
    if (key === LETTER_O) {
      if (bytes[at + 2] !== LETTER_P || bytes[at + 3] !== QUOTE || bytes[at + 4] !== COLON) return false;
      this.at = at + 5;
      return this.readOp();
    }
    if (bytes[at + 2] !== QUOTE || bytes[at + 3] !== COLON) return false;
    this.at = at + 4;
    if (key === LETTER_T) return this.readType();
    if (key === LETTER_S) return this.readSequence();
    if (key === LETTER_D) this.dataAt = at + 4;
    return false;
  }

  private readOp(): boolean {
    const op = this.readInteger();
    // Only a comma shows that the number was whole: 0.5 and 1e3 begin like integers.
    if (op < 0 || !this.skipComma()) return false;
    this.op = op;
    return true;
  }

  private readSequence(): boolean {
    if (this.bytes[this.at] === LETTER_N) {
      this.sequence = NaN;
      this.at += 4;
      this.hasSequence = true;
    } else {
      this.sequence = this.readInteger();
      this.hasSequence = this.sequence >= 0;
    }
    this.hasSequence &&= this.skipComma();
    return this.hasSequence;
  }

  private readType(): boolean {
    this.hasType = true;
    if (this.bytes[this.at] === LETTER_N) {
      this.type = null;
      this.at += 4;
      return this.skipComma();
    }
    this.hasType = this.readName();
    return this.hasType && this.skipComma();
  }

  /** Reads a name without making a string of it: names come again and again, so they are found by a hash of their bytes and compared. */
  private readName(): boolean {
    const { bytes } = this;
    const start = this.at + 1;
    if (bytes[this.at] !== QUOTE) return false;
    let hash = 0;
    let end = start;
    for (let byte = bytes[end]; byte !== QUOTE; byte = bytes[end]) {
      if (byte === undefined || byte === BACKSLASH) return false;
      hash = (hash * 31 + byte) | 0;
      end += 1;
    }
    this.type = nameOf(bytes, start, end, hash);
    this.at = end + 1;
    return true;
  }

  /** A non-negative integer, or -1. */
  private readInteger(): number {
    const { bytes } = this;
    let { at } = this;
    let value = 0;
    if (bytes[at] === MINUS) return -1;
    for (let byte = bytes[at]; byte !== undefined && byte >= ZERO && byte <= NINE; byte = bytes[at]) {
      value = value * 10 + (byte - ZERO);
      at += 1;
    }
    const digits = at - this.at;
    this.at = at;
    return digits === 0 || digits > MAX_DIGITS ? -1 : value;
  }

  private skipComma(): boolean {
    if (this.bytes[this.at] !== COMMA) return false;
    this.at += 1;
    return true;
  }
}

function nameOf(bytes: Buffer, start: number, end: number, hash: number): string {
  const known = internedNames.get(hash);
  if (known?.bytes.length === end - start && isSame(known.bytes, bytes, start)) return known.name;
  const name = bytes.toString('utf8', start, end);
  if (known === undefined && internedNames.size < MAX_INTERNED) internedNames.set(hash, { name, bytes: Buffer.from(name) });
  return name;
}

function isSame(name: Buffer, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < name.length; index += 1) if (name[index] !== bytes[start + index]) return false;
  return true;
}
