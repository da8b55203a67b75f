/** The compressions that Discord's gateway offers as transport compression. */
export type TransportCompression = 'none' | 'zlib-stream' | 'zstd-stream';

/** What a connection's decoder has done: bytes off the wire and bytes of JSON made of them. Starts anew with each connection. */
export interface InflaterCounts {
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Messages that came as uncompressed text: all of them without compression, none that one would expect with it. */
  readonly plainMessages: number;
}

/**
 * Turns web socket messages into whole gateway messages, synchronously and in order. One belongs to one connection: a new
 * connection begins a new compression context.
 */
export interface FrameDecoder {
  readonly counts: InflaterCounts;
  /**
   * Takes one web socket message and returns the bytes of one whole JSON text, or `null` while more is to come. The result is valid until the
   * next call of *any* decoder: all of a process share the memory that they inflate to.
   *
   * @throws {@link GatewayError} `STREAM_CORRUPT` or `STREAM_TOO_LARGE` when the stream is broken or would grow beyond its bounds; the decoder is then of no more use.
   */
  push(message: Buffer, isBinary: boolean): Buffer | null;
  /** Gives its memory back. Safe to call twice. */
  close(): void;
}
