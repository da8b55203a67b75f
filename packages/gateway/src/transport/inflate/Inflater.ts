import type { StreamLimits } from './StreamLimits.js';

/** One compression context: the decompressing end of one connection. */
export interface Inflater {
  /**
   * Inflates a whole message, synchronously.
   *
   * @param input - the whole compressed message
   * @param ratioBytesIn - against how many compressed bytes the ratio of this message is measured
   * @returns a view into memory that all inflaters share: valid until any of them inflates again
   * @throws {@link GatewayError} `STREAM_CORRUPT` or `STREAM_TOO_LARGE`; the context is then lost
   */
  inflate(input: Buffer, ratioBytesIn: number): Buffer;
  /** Gives the context's memory back. Safe to call twice. */
  close(): void;
}

/** A way to inflate synchronously, if this process has it. */
export interface Codec {
  /** Whether it is here and has been seen to work. Looked at once, at the first call. */
  isAvailable(): boolean;
  /** A new context. To be called only when the codec is available. */
  open(limits: StreamLimits): Inflater;
}
