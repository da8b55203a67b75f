import type { FrameDecoder, InflaterCounts } from './FrameDecoder.js';
import type { Inflater } from './inflate/Inflater.js';

/**
 * Decodes `zstd-stream`. Every web socket message is one whole gateway message; the zstd frame around them never ends.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#zstd-stream | zstd-stream}
 */
export class ZstdStreamDecoder implements FrameDecoder {
  readonly counts: InflaterCounts;
  private readonly tally = { bytesIn: 0, bytesOut: 0, plainMessages: 0 };
  private readonly inflater: Inflater;

  constructor(inflater: Inflater) {
    this.counts = this.tally;
    this.inflater = inflater;
  }

  push(message: Buffer, isBinary: boolean): Buffer | null {
    this.tally.bytesIn += message.length;
    if (!isBinary) return this.passPlain(message);
    const text = this.inflate(message);
    this.tally.bytesOut += text.length;
    return text.length === 0 ? null : text;
  }

  close(): void {
    this.inflater.close();
  }

  /**
   * The ratio is measured over the whole connection: the window spans megabytes, so a GUILD_CREATE that is said a second time shrinks to a few bytes,
   * and is no bomb.
   */
  private inflate(message: Buffer): Buffer {
    return this.inflater.inflate(message, this.tally.bytesIn);
  }

  private passPlain(message: Buffer): Buffer {
    this.tally.bytesOut += message.length;
    this.tally.plainMessages += 1;
    return message;
  }
}
