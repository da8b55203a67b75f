/**
 * What a web socket frame carries.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-5.2 | RFC 6455, section 5.2}
 */
export const Opcode = { Continuation: 0, Text: 1, Binary: 2, Close: 8, Ping: 9, Pong: 10 } as const;

/** One of the {@link (Opcode:variable) | opcodes}. */
export type Opcode = (typeof Opcode)[keyof typeof Opcode];

/** From this opcode on a frame is no part of a message: it closes, pings or answers a ping. */
export const FIRST_CONTROL_OPCODE = Opcode.Close;

/** A control frame carries at most so many bytes, and is never split. */
export const MAX_CONTROL_BYTES = 125;
