import { FIRST_CONTROL_OPCODE, MAX_CONTROL_BYTES, Opcode } from './opcodes.js';

const FINAL_BIT = 0x80;
const RESERVED_BITS = 0x70;
const OPCODE_BITS = 0x0f;
const MASK_BIT = 0x80;
const LENGTH_BITS = 0x7f;

/** In the place of a length: the length follows, in 2 or in 8 bytes. */
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;

/** By opcode. */
const IS_KNOWN: readonly boolean[] = Array.from({ length: OPCODE_BITS + 1 }, (_, opcode) => Object.values<number>(Opcode).includes(opcode));

/** Whether the frame that begins with this byte ends its message. */
export function isFinal(first: number): boolean {
  return (first & FINAL_BIT) !== 0;
}

export function opcodeOf(first: number): number {
  return first & OPCODE_BITS;
}

/** How many bytes the header has whose second byte this is, when it has no mask. */
export function headerBytes(second: number): number {
  const length = second & LENGTH_BITS;
  if (length < LENGTH_IN_2_BYTES) return 2;
  return length === LENGTH_IN_2_BYTES ? 4 : 10;
}

/** How many bytes the frame at `at` has in all, of which the header must be there. Beyond 2 ** 53 it is rounded, far above every limit. */
export function frameBytes(bytes: Buffer, at: number): number {
  const length = (bytes[at + 1] ?? 0) & LENGTH_BITS;
  if (length < LENGTH_IN_2_BYTES) return 2 + length;
  if (length < LENGTH_IN_8_BYTES) return 4 + bytes.readUInt16BE(at + 2);
  return 10 + bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
}

/**
 * What is wrong with a frame of a server that begins with these two bytes, or `null`.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-5.2 | RFC 6455, section 5.2}
 */
export function headerFault(first: number, second: number): string | null {
  if ((first & RESERVED_BITS) !== 0) return 'a frame has reserved bits';
  const opcode = opcodeOf(first);
  if (IS_KNOWN[opcode] !== true) return `a frame has the unknown opcode ${opcode}`;
  if ((second & MASK_BIT) !== 0) return 'a frame of a server is masked';
  if (opcode < FIRST_CONTROL_OPCODE) return null;
  if (!isFinal(first)) return 'a control frame is fragmented';
  return (second & LENGTH_BITS) > MAX_CONTROL_BYTES ? `a control frame has more than ${MAX_CONTROL_BYTES} bytes` : null;
}
