/** The WebSocket opcodes of RFC 6455, section 5.2. */
export const FrameOpcode = { Continuation: 0x0, Text: 0x1, Binary: 0x2, Close: 0x8, Ping: 0x9, Pong: 0xa } as const;

/** A WebSocket frame, right or wrong: what a server must never send can be said, too. */
export interface FrameSpec {
  readonly opcode: number;
  readonly payload?: Uint8Array | string;
  /** @defaultValue `true` */
  readonly fin?: boolean;
  /**
   * The three reserved bits, as the number 0 to 7 (RSV1 is 4).
   *
   * @defaultValue `0`
   */
  readonly rsv?: number;
  /**
   * Masks the payload, as only clients may.
   *
   * @defaultValue `false`
   */
  readonly masked?: boolean;
  /**
   * The length that the head claims.
   *
   * @defaultValue the payload's
   */
  readonly claimedLength?: number;
}

/** The bytes of a frame. The payload is copied. */
export function encodeFrame({ opcode, payload = '', fin = true, rsv = 0, masked = false, claimedLength }: FrameSpec): Buffer {
  const bytes = typeof payload === 'string' ? Buffer.byteLength(payload) : payload.byteLength;
  const length = claimedLength ?? bytes;
  const headBytes = headLength(length);
  const frame = Buffer.allocUnsafe(headBytes + (masked ? MASK.length : 0) + bytes);
  frame[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  writeLength(frame, length, masked ? 0x80 : 0);
  if (masked) frame.set(MASK, headBytes);
  const start = frame.length - bytes;
  if (typeof payload === 'string') frame.write(payload, start);
  else frame.set(payload, start);
  if (masked) for (let index = 0; index < bytes; index += 1) frame[start + index] = (frame[start + index] ?? 0) ^ (MASK[index % 4] ?? 0);
  return frame;
}

/** A client's mask is random; this one only has to be there. */
const MASK = Buffer.from([0x12, 0x34, 0x56, 0x78]);

function headLength(length: number): number {
  if (length < 126) return 2;
  return length < 0x1_0000 ? 4 : 10;
}

function writeLength(frame: Buffer, length: number, maskBit: number): void {
  if (length < 126) {
    frame[1] = maskBit | length;
  } else if (length < 0x1_0000) {
    frame[1] = maskBit | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = maskBit | 127;
    frame.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
    frame.writeUInt32BE(length % 2 ** 32, 6);
  }
}

/** A close frame's payload: the code and, as far as it fits, the reason. */
export function closePayload(code: number, reason: string): Buffer {
  const head = Buffer.allocUnsafe(2);
  head.writeUInt16BE(code);
  return Buffer.concat([head, Buffer.from(reason)]).subarray(0, 125);
}
