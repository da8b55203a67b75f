import { randomFillSync } from 'node:crypto';
import { MAX_CONTROL_BYTES, type Opcode } from './opcodes.js';

const FINAL_BIT = 0x80;
const MASK_BIT = 0x80;
const MASK_BYTES = 4;

/** Random bytes are dear one by one: so many masks are drawn at a time. */
const pool = { bytes: Buffer.alloc(MASK_BYTES * 1_024), used: MASK_BYTES * 1_024 };

/**
 * One whole frame as a client sends it, masked with bytes that nobody can foresee.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-5.3 | RFC 6455, section 5.3}
 */
export function clientFrame(opcode: Opcode, payload: Buffer | string): Buffer {
  const length = typeof payload === 'string' ? Buffer.byteLength(payload) : payload.length;
  const header = headerBytesFor(length);
  const frame = Buffer.allocUnsafe(header + MASK_BYTES + length);
  frame[0] = FINAL_BIT | opcode;
  writeLength(frame, length);
  if (typeof payload === 'string') frame.write(payload, header + MASK_BYTES);
  else frame.set(payload, header + MASK_BYTES);
  mask(frame, header);
  return frame;
}

/** The payload of a close frame. */
export function closePayload(code: number, reason: Buffer): Buffer {
  const payload = Buffer.alloc(2 + reason.length);
  payload.writeUInt16BE(code);
  payload.set(reason, 2);
  return payload;
}

function headerBytesFor(length: number): number {
  if (length <= MAX_CONTROL_BYTES) return 2;
  return length < 2 ** 16 ? 4 : 10;
}

function writeLength(frame: Buffer, length: number): void {
  if (length <= MAX_CONTROL_BYTES) {
    frame[1] = MASK_BIT | length;
  } else if (length < 2 ** 16) {
    frame[1] = MASK_BIT | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = MASK_BIT | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
}

/** Draws a mask, writes it at `at` and lays it over all that follows. */
function mask(frame: Buffer, at: number): void {
  if (pool.used === pool.bytes.length) {
    randomFillSync(pool.bytes);
    pool.used = 0;
  }
  pool.bytes.copy(frame, at, pool.used, pool.used + MASK_BYTES);
  pool.used += MASK_BYTES;
  const begin = at + MASK_BYTES;
  for (let index = begin; index < frame.length; index += 1) {
    frame[index] = (frame[index] ?? 0) ^ (frame[at + ((index - begin) & 3)] ?? 0);
  }
}
