import { isUtf8 } from 'node:buffer';
import { GrowingBuffer } from '../inflate/GrowingBuffer.js';
import { frameBytes, headerBytes, headerFault, isFinal, opcodeOf } from './FrameHeader.js';
import { MessageParts } from './MessageParts.js';
import { FIRST_CONTROL_OPCODE, Opcode } from './opcodes.js';
import { readClose } from './readClose.js';
import { brokenFrame, notUtf8, tooLarge, type Violation } from './Violation.js';

/** Where a {@link FrameReader} reports to. Bytes are valid during the call only. */
export interface FrameSink {
  message(bytes: Buffer, isBinary: boolean): void;
  ping(bytes: Buffer): void;
  pong(): void;
  /** A close frame. `code` is 1005 when it carried none. Nothing is read after it. */
  close(code: number, reason: string): void;
  /** The peer broke the protocol. Nothing is read after it. */
  violation(violation: Violation): void;
}

/** Memory for a frame whose end has not come: for all of it at once up to so much, and beyond as it comes, so that a length alone costs nothing. */
const MAX_EAGER_BYTES = 1 << 20;

/**
 * Reads the frames of a server off the wire, in whatever pieces they come. A message that came whole is handed on where it lies in what was read,
 * without a copy. What a header does wrong, by itself or in its place, is told before its payload is there.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-5 | RFC 6455, section 5}
 */
export class FrameReader {
  /** The beginning of a frame whose rest is still to come. */
  private held: GrowingBuffer | null = null;
  private isOver = false;
  private readonly maxPayloadBytes: number;
  private parts: MessageParts | null = null;
  private readonly sink: FrameSink;

  constructor(sink: FrameSink, maxPayloadBytes: number) {
    this.sink = sink;
    this.maxPayloadBytes = maxPayloadBytes;
  }

  /** Takes the next bytes of the connection. They may be overwritten when this returns. */
  push(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && !this.isOver) at = this.held === null ? this.read(bytes, at) : this.fill(this.held, bytes, at);
  }

  /** Reads the frame that begins at `at`, or holds what there is of it. Returns where to go on. */
  private read(bytes: Buffer, at: number): number {
    const have = bytes.length - at;
    const needed = this.neededBytes(bytes, at, have);
    if (needed <= have) this.take(bytes, at, at + needed);
    else if (!this.isOver) this.hold(bytes.subarray(at), needed);
    return at + Math.min(needed, have);
  }

  private hold(part: Buffer, needed: number): void {
    this.held = new GrowingBuffer(Math.max(part.length, Math.min(needed, MAX_EAGER_BYTES)));
    this.held.append(part);
  }

  /** Adds to the frame that is held what it still needs, and nothing of what comes after it. Returns where to go on. */
  private fill(held: GrowingBuffer, bytes: Buffer, at: number): number {
    const lacking = this.neededBytes(held.memory, 0, held.length) - held.length;
    const end = Math.min(bytes.length, at + lacking);
    held.append(bytes.subarray(at, end));
    if (this.neededBytes(held.memory, 0, held.length) <= held.length) {
      this.held = null;
      this.take(held.memory, 0, held.length);
    }
    return end;
  }

  /** How many bytes must be there before the frame at `at`, of which there are `have`, can be read on: its first two, its header, or all of it. */
  private neededBytes(bytes: Buffer, at: number, have: number): number {
    if (have < 2) return 2;
    const opcode = opcodeOf(bytes[at] ?? 0);
    const second = bytes[at + 1] ?? 0;
    const fault = headerFault(bytes[at] ?? 0, second) ?? this.placeFault(opcode);
    if (fault !== null) return this.refuse(brokenFrame(fault));
    const header = headerBytes(second);
    if (have < header) return header;
    const needed = frameBytes(bytes, at);
    if (opcode >= FIRST_CONTROL_OPCODE) return needed;
    const messageBytes = needed - header + (this.parts?.length ?? 0);
    if (messageBytes <= this.maxPayloadBytes) return needed;
    return this.refuse(tooLarge(`a message of ${messageBytes} bytes is announced`, `${this.maxPayloadBytes} bytes`));
  }

  /** What is wrong with a frame of this opcode after the frames before it, or `null`. */
  private placeFault(opcode: number): string | null {
    if (opcode >= FIRST_CONTROL_OPCODE) return null;
    if ((opcode === Opcode.Continuation) === (this.parts !== null)) return null;
    return opcode === Opcode.Continuation ? 'a fragment continues nothing' : 'a message begins inside another';
  }

  private take(bytes: Buffer, at: number, end: number): void {
    const first = bytes[at] ?? 0;
    const opcode = opcodeOf(first);
    const payload = bytes.subarray(at + headerBytes(bytes[at + 1] ?? 0), end);
    if (opcode >= FIRST_CONTROL_OPCODE) this.takeControl(opcode, payload);
    else if (this.parts === null && isFinal(first)) this.deliver(payload, opcode === Opcode.Binary);
    else this.takePart(this.parts ?? new MessageParts(opcode === Opcode.Binary, payload.length), payload, isFinal(first));
  }

  private takePart(parts: MessageParts, payload: Buffer, isLast: boolean): void {
    const violation = parts.add(payload);
    this.parts = isLast ? null : parts;
    if (violation !== null) this.refuse(violation);
    else if (isLast) this.deliver(parts.bytes, parts.isBinary);
  }

  private deliver(bytes: Buffer, isBinary: boolean): void {
    if (isBinary || isUtf8(bytes)) this.sink.message(bytes, isBinary);
    else this.refuse(notUtf8('a text message'));
  }

  private takeControl(opcode: number, payload: Buffer): void {
    if (opcode === Opcode.Ping) this.sink.ping(payload);
    else if (opcode === Opcode.Pong) this.sink.pong();
    else this.takeClose(payload);
  }

  private takeClose(payload: Buffer): void {
    const words = readClose(payload);
    if ('message' in words) {
      this.refuse(words);
      return;
    }
    this.isOver = true;
    this.sink.close(words.code, words.reason);
  }

  /** Reads no more. The number means that no bytes will do. */
  private refuse(violation: Violation): number {
    this.isOver = true;
    this.sink.violation(violation);
    return Infinity;
  }
}
