import type { CancelTimer, Clock } from '@aplomb/base';
import type { Socket } from 'node:net';
import { deflateSync } from 'node:zlib';
import { createCompressor, type Compression, type Compressor } from './Compressor.js';
import { FrameOpcode, encodeFrame } from './frames.js';

/** Payloads from this size on are compressed one by one, where the client asked for that. */
const LEAST_COMPRESSED_CHARACTERS = 1_024;

/** Bytes go out so slowly. */
export interface Drip {
  readonly bytes: number;
  readonly everyMs: number;
}

/** Messages go out in so small pieces. */
export interface Fragmentation {
  /** @defaultValue `1` */
  readonly bytes?: number;
  /**
   * Whether a ping goes between the pieces.
   *
   * @defaultValue `true`
   */
  readonly pings?: boolean;
}

/** What is wrong with the next compressed messages, each so many times. */
interface StreamFaults {
  corrupt: number;
  suffixless: number;
  plain: number;
}

/**
 * Turns payloads into bytes on a socket: compression, WebSocket frames, and everything that can be wrong with either. Without a fault a
 * payload is one buffer and one write; writes of one turn of the event loop leave together.
 */
export class FrameWriter {
  /** Compresses large payloads one by one. */
  compressesPayloads = false;
  /** While muted, everything that is written is lost: the wire is cut, and nobody told this end. */
  isMuted = false;
  private readonly socket: Socket;
  private readonly clock: Clock;
  private readonly compressor: Compressor | null;
  private readonly faults: StreamFaults = { corrupt: 0, suffixless: 0, plain: 0 };
  private fragmentation: Fragmentation | null = null;
  private splitBytes: number | null = null;
  private drip: { readonly pace: Drip; pending: Buffer; cancel: CancelTimer | null } | null = null;
  private isCorked = false;

  constructor(socket: Socket, clock: Clock, compression: Compression) {
    this.socket = socket;
    this.clock = clock;
    this.compressor = createCompressor(compression);
  }

  /** Sends one payload. */
  payload(text: string): void {
    if (this.isMuted || !this.socket.writable) return;
    if (this.compressor !== null && !this.spend('plain')) this.compressed(this.compressor.compress(text));
    else if (this.compressesPayloads && text.length >= LEAST_COMPRESSED_CHARACTERS) this.message(FrameOpcode.Binary, deflateSync(text));
    else this.message(FrameOpcode.Text, text);
  }

  /** Sends any message, without compression. */
  message(opcode: number, payload: Uint8Array | string): void {
    if (this.fragmentation === null) this.raw(encodeFrame({ opcode, payload }));
    else this.fragments(opcode, Buffer.from(payload as Uint8Array), this.fragmentation);
  }

  /** Compresses so many zero bytes, and sends what remains of them. */
  bomb(bytes: number): void {
    if (this.compressor === null) this.message(FrameOpcode.Binary, deflateSync(Buffer.alloc(bytes)));
    else this.compressed(this.compressor.compress(Buffer.alloc(bytes)));
  }

  /** Sends bytes as they are. */
  raw(bytes: Uint8Array): void {
    if (this.isMuted || !this.socket.writable) return;
    if (this.drip !== null) {
      this.drip.pending = Buffer.concat([this.drip.pending, bytes]);
      this.dripOn();
      return;
    }
    if (!this.isCorked) this.cork();
    this.socket.write(bytes);
  }

  /** Spoils the next `count` compressed messages: one byte wrong, the flush suffix cut off, or sent without compression. */
  spoil(kind: keyof StreamFaults, count: number): void {
    this.faults[kind] += count;
  }

  /** From now on messages go out in fragments; `null` ends it. */
  fragment(how: Fragmentation | null): void {
    this.fragmentation = how;
  }

  /** From now on a compressed message is spread over WebSocket messages of so many bytes; `null` ends it. */
  split(bytes: number | null): void {
    this.splitBytes = bytes;
  }

  /** From now on bytes go out so slowly; `null` sends what waits and ends it. */
  slowDown(pace: Drip | null): void {
    const waiting = this.drip;
    waiting?.cancel?.();
    this.drip = pace === null ? null : { pace, pending: waiting?.pending ?? Buffer.alloc(0), cancel: null };
    if (pace === null && waiting !== null && waiting.pending.length > 0) this.raw(waiting.pending);
  }

  /** Gives everything to the operating system now. */
  flush(): void {
    if (!this.isCorked) return;
    this.isCorked = false;
    this.socket.uncork();
  }

  close(): void {
    this.drip?.cancel?.();
    this.drip = null;
    this.isMuted = true;
    this.compressor?.close();
  }

  private compressed(bytes: Uint8Array): void {
    let out = bytes;
    if (this.spend('corrupt')) out = withReservedBlock(bytes);
    if (this.spend('suffixless')) out = out.subarray(0, -4);
    const step = this.splitBytes ?? out.length;
    for (let start = 0; start < out.length; start += step) this.message(FrameOpcode.Binary, out.subarray(start, start + step));
  }

  private fragments(opcode: number, payload: Buffer, { bytes = 1, pings = true }: Fragmentation): void {
    for (let start = 0; start === 0 || start < payload.length; start += bytes) {
      const fin = start + bytes >= payload.length;
      const piece = payload.subarray(start, start + bytes);
      this.raw(encodeFrame({ opcode: start === 0 ? opcode : FrameOpcode.Continuation, payload: piece, fin }));
      if (pings && !fin) this.raw(encodeFrame({ opcode: FrameOpcode.Ping, payload: 'between' }));
    }
  }

  private dripOn(): void {
    const { drip } = this;
    if (drip?.cancel !== null || drip.pending.length === 0) return;
    drip.cancel = this.clock.after(drip.pace.everyMs, () => {
      drip.cancel = null;
      if (!this.isMuted && this.socket.writable) this.socket.write(drip.pending.subarray(0, drip.pace.bytes));
      drip.pending = drip.pending.subarray(drip.pace.bytes);
      this.dripOn();
    });
  }

  private spend(kind: keyof StreamFaults): boolean {
    if (this.faults[kind] === 0) return false;
    this.faults[kind] -= 1;
    return true;
  }

  private cork(): void {
    this.isCorked = true;
    this.socket.cork();
    process.nextTick(() => {
      this.flush();
    });
  }
}

/**
 * A copy whose first byte announces a block of the type that deflate and zstd both reserve. Neither format has a checksum on the way, so any other
 * wrong byte may still come out as text.
 */
function withReservedBlock(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy[0] = (copy[0] ?? 0) | 0b110;
  return copy;
}
