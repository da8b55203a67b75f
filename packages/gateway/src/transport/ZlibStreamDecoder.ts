import type { FrameDecoder, InflaterCounts } from './FrameDecoder.js';
import { GrowingBuffer } from './inflate/GrowingBuffer.js';
import type { Inflater } from './inflate/Inflater.js';
import { streamTooLarge, type StreamLimits } from './inflate/StreamLimits.js';

const SMALLEST_HOLD_BYTES = 1_024;

/**
 * Decodes `zlib-stream`. Every gateway message ends a flush, and every flush ends in `00 00 ff ff`: what does not end so waits for the rest.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#zlib-stream | zlib-stream}
 */
export class ZlibStreamDecoder implements FrameDecoder {
  readonly counts: InflaterCounts;
  private readonly tally = { bytesIn: 0, bytesOut: 0, plainMessages: 0 };
  private readonly inflater: Inflater;
  private readonly limits: StreamLimits;
  private held: GrowingBuffer | null = null;

  constructor(inflater: Inflater, limits: StreamLimits) {
    this.counts = this.tally;
    this.inflater = inflater;
    this.limits = limits;
  }

  push(message: Buffer, isBinary: boolean): Buffer | null {
    this.tally.bytesIn += message.length;
    if (!isBinary) return this.passPlain(message);
    if (this.held !== null || !endsFlush(message)) return this.hold(message, this.held);
    return this.inflate(message);
  }

  close(): void {
    this.held = null;
    this.inflater.close();
  }

  private inflate(flush: Buffer): Buffer | null {
    const text = this.inflater.inflate(flush, flush.length);
    this.tally.bytesOut += text.length;
    return text.length === 0 ? null : text;
  }

  private hold(message: Buffer, held: GrowingBuffer | null): Buffer | null {
    const bytes = (held?.length ?? 0) + message.length;
    if (bytes > this.limits.maxHeldBytes) throw streamTooLarge(`${bytes} compressed bytes came without the end of their message`);
    this.held = held ?? new GrowingBuffer(Math.max(SMALLEST_HOLD_BYTES, message.length));
    this.held.append(message);
    const whole = this.held.written();
    if (!endsFlush(whole)) return null;
    this.held = null;
    return this.inflate(whole);
  }

  private passPlain(message: Buffer): Buffer {
    this.tally.bytesOut += message.length;
    this.tally.plainMessages += 1;
    return message;
  }
}

function endsFlush(bytes: Buffer): boolean {
  const end = bytes.length;
  return end >= 4 && bytes[end - 1] === 0xff && bytes[end - 2] === 0xff && bytes[end - 3] === 0 && bytes[end - 4] === 0;
}
