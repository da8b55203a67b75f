import { inflateSync } from 'node:zlib';
import type { FrameDecoder, InflaterCounts } from './FrameDecoder.js';
import { allowedBytes, streamCorrupt, streamTooLarge, type StreamLimits } from './inflate/StreamLimits.js';

/**
 * Passes text on as it is. A binary message on such a connection can only be payload compression, one zlib stream for the one message; we never ask for
 * it, and read it all the same.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#payload-compression | Payload compression}
 */
export class PlainDecoder implements FrameDecoder {
  readonly counts: InflaterCounts;
  private readonly tally = { bytesIn: 0, bytesOut: 0, plainMessages: 0 };
  private readonly limits: StreamLimits;

  constructor(limits: StreamLimits) {
    this.counts = this.tally;
    this.limits = limits;
  }

  push(message: Buffer, isBinary: boolean): Buffer {
    this.tally.bytesIn += message.length;
    if (!isBinary) this.tally.plainMessages += 1;
    const text = isBinary ? inflateOnce(message, this.limits) : message;
    this.tally.bytesOut += text.length;
    return text;
  }

  close(): void {
    // It holds nothing.
  }
}

function inflateOnce(message: Buffer, limits: StreamLimits): Buffer {
  const maxOutputLength = allowedBytes(limits, message.length);
  try {
    return inflateSync(message, { maxOutputLength });
  } catch (error) {
    if (isTooLarge(error)) throw streamTooLarge(`${message.length} compressed bytes became more than ${maxOutputLength}`, error);
    throw streamCorrupt('a binary message came on an uncompressed connection, and is no zlib stream', error);
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
