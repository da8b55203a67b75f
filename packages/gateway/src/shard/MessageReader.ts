import { FrameHead } from './FrameHead.js';

/** Where a {@link MessageReader} puts what it has read. */
export interface MessageSink {
  /** Any message but a dispatch. */
  control(op: number, d: unknown): void;
  /** A wanted dispatch; `sequence` is NaN where it has none. */
  dispatch(packet: object, type: string, sequence: number): void;
  isTextWanted(): boolean;
  isWanted(type: string): boolean;
  /** A dispatch that nobody wants: only its sequence was read. */
  skipped(sequence: number): void;
  text(text: string): void;
  unreadable(error: unknown): void;
}

const CLOSE_BRACE = 0x7d;

/** Reads whole gateway messages, and of those that nobody wants only the head. */
export class MessageReader {
  private readonly head = new FrameHead();
  private readonly parseText: (text: string) => unknown;
  private readonly sink: MessageSink;

  constructor(options: { readonly parse: (text: string) => unknown; readonly sink: MessageSink }) {
    this.parseText = options.parse;
    this.sink = options.sink;
  }

  /** The hot path. */
  read(json: Buffer): void {
    const { head, sink } = this;
    if (sink.isTextWanted()) sink.text(json.toString());
    if (!head.read(json) || head.op !== 0 || head.type === null) {
      this.readWhole(json);
      return;
    }
    const { sequence, type } = head;
    if (!sink.isWanted(type)) {
      sink.skipped(sequence);
      return;
    }
    const d = this.readData(json);
    if (d === undefined) this.readWhole(json);
    else sink.dispatch({ t: type, s: Number.isNaN(sequence) ? null : sequence, op: 0, d }, type, sequence);
  }

  /**
   * The payload of a dispatch whose head was read: what stands between `"d":` and the last brace, so that the head is not read a second time. `undefined`
   * when that is no JSON, because something stands behind `d` or the message is broken: then all of it must be parsed.
   */
  private readData(json: Buffer): unknown {
    const end = json.length - 1;
    if (this.head.dataAt < 0 || json[end] !== CLOSE_BRACE) return undefined;
    try {
      return this.parseText(json.toString('utf8', this.head.dataAt, end));
    } catch {
      return undefined;
    }
  }

  /** What the head did not tell: control messages, and dispatches written in an unusual way. */
  private readWhole(json: Buffer): void {
    const packet = this.parse(json);
    if (packet === null) return;
    const { op, s, t, d } = packet as { readonly op?: unknown; readonly s?: unknown; readonly t?: unknown; readonly d?: unknown };
    const sequence = typeof s === 'number' ? s : NaN;
    if (typeof op !== 'number') this.sink.unreadable('it has no op');
    else if (op !== 0) this.sink.control(op, d);
    else if (typeof t !== 'string' || !this.sink.isWanted(t)) this.sink.skipped(sequence);
    else this.sink.dispatch(packet, t, sequence);
  }

  private parse(json: Buffer): object | null {
    try {
      const value = this.parseText(json.toString());
      if (typeof value === 'object' && value !== null) return value;
      this.sink.unreadable('it is no object');
    } catch (error) {
      this.sink.unreadable(error);
    }
    return null;
  }
}
