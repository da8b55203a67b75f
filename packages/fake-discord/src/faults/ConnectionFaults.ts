import { refuseUnknownOptions } from '@aplomb/base';
import { requireCloseCode, requireNumber } from './checks.js';
import type { GatewayConnection, TcpAfterClose } from '../gateway/GatewayConnection.js';
import { encodeFrame, FrameOpcode, type FrameSpec } from '../gateway/frames.js';
import type { Drip, Fragmentation } from '../gateway/FrameWriter.js';

/** More about a close that is a fault. */
export interface CloseOptions {
  readonly reason?: string;
  /**
   * What becomes of the TCP connection: `never` leaves it open, as servers do that wait for an answer.
   *
   * @defaultValue `'after-answer'`
   */
  readonly tcp?: TcpAfterClose;
}

/** Everything that can go wrong on one open connection. */
export class ConnectionFaults {
  private readonly connection: GatewayConnection;

  constructor(connection: GatewayConnection) {
    this.connection = connection;
  }

  /** The TCP connection stays, but nothing is sent or read any more. */
  blackhole(): void {
    this.mute();
    this.haltReading();
  }

  /** Everything that Discord sends is lost; what the client sends arrives. */
  mute(): void {
    this.connection.writer.flush();
    this.connection.writer.isMuted = true;
  }

  /** Nothing is read any more, so that what the client sends piles up; what Discord sends arrives. */
  haltReading(): void {
    this.connection.pause();
  }

  /** Takes {@link ConnectionFaults.haltReading} back. */
  resumeReading(): void {
    this.connection.resume();
  }

  /** Heartbeats are read and never acknowledged. */
  zombify(): void {
    this.connection.interject({ type: 'zombify' });
  }

  /** Heartbeats are acknowledged so many milliseconds late. */
  delayAcks(ms: number): void {
    requireNumber('ms', ms, 0);
    this.connection.interject({ type: 'delayAcks', ms });
  }

  /** The TCP connection is ended (FIN) without a close frame. */
  dropSocket(): void {
    this.connection.end();
  }

  /** The TCP connection is torn down (RST). */
  resetSocket(): void {
    this.connection.reset();
  }

  /** Discord closes with this code. */
  close(code: number, options: CloseOptions = {}): void {
    refuseUnknownOptions('close', options, ['reason', 'tcp']);
    requireCloseCode(code);
    this.connection.closeWith(code, options.reason ?? '', options.tcp ?? 'after-answer');
  }

  /** The client's close frame gets no answer, and the TCP connection stays. */
  neverAnswerClose(): void {
    this.connection.neverAnswerClose();
  }

  /** Op 7, and a close some seconds later. */
  reconnect(): void {
    this.connection.interject({ type: 'reconnect' });
  }

  /** Op 9 with this `d`; only `true` leaves the session, `undefined` leaves `d` out. */
  invalidateSession(resumable: unknown): void {
    this.connection.interject({ type: 'invalidate', resumable });
  }

  /** Op 1. */
  requestHeartbeat(): void {
    this.connection.interject({ type: 'requestHeartbeat' });
  }

  /** The next dispatch's sequence is so much higher. */
  skipSequence(count: number): void {
    requireNumber('count', count, 1);
    this.connection.interject({ type: 'skipSequence', count });
  }

  /** A payload of any text: malformed JSON, an empty frame, unknown ops. It is compressed where the connection is. */
  sendText(text: string): void {
    this.connection.writer.payload(text);
  }

  /** A binary message of any bytes, never compressed. */
  sendBinary(bytes: Uint8Array): void {
    this.connection.writer.message(FrameOpcode.Binary, bytes);
  }

  /** Bytes on the wire as they are, or a frame with any flaw. */
  rawFrame(frame: Uint8Array | FrameSpec): void {
    this.connection.writer.raw(frame instanceof Uint8Array ? frame : encodeFrame(frame));
  }

  /** So many zero bytes, compressed. */
  zipBomb(bytes: number): void {
    requireNumber('bytes', bytes, 1);
    this.connection.writer.bomb(bytes);
  }

  /** In each of the next compressed messages one byte is wrong. */
  corruptCompression(count = 1): void {
    requireNumber('count', count, 1);
    this.connection.writer.spoil('corrupt', count);
  }

  /** The next compressed messages come without the `00 00 FF FF` that ends them. */
  withholdFlushSuffix(count = 1): void {
    requireNumber('count', count, 1);
    this.connection.writer.spoil('suffixless', count);
  }

  /** The next payloads of a compressed connection come as plain text. */
  sendPlain(count = 1): void {
    requireNumber('count', count, 1);
    this.connection.writer.spoil('plain', count);
  }

  /** Compressed messages are spread over WebSocket messages of so many bytes; `null` ends it. */
  splitMessages(bytes: number | null): void {
    if (bytes !== null) requireNumber('bytes', bytes, 1);
    this.connection.writer.split(bytes);
  }

  /** Messages come in fragments, with pings between them; `null` ends it. */
  fragment(how: Fragmentation | null = {}): void {
    if (how !== null) refuseUnknownOptions('fragment', how, ['bytes', 'pings']);
    requireNumber('bytes', how?.bytes ?? 1, 1);
    this.connection.writer.fragment(how);
  }

  /** Bytes come so slowly; `null` ends it. */
  drip(pace: Drip | null): void {
    if (pace !== null) {
      refuseUnknownOptions('drip', pace, ['bytes', 'everyMs']);
      requireNumber('bytes', pace.bytes, 1);
      requireNumber('everyMs', pace.everyMs, 0);
    }
    this.connection.writer.slowDown(pace);
  }
}
