import { GatewayError } from '../../errors.js';

const MIB = 2 ** 20;

/** How much one connection's stream may ask of this process's memory. The sizes are in bytes. */
export interface StreamLimits {
  /**
   * Compressed bytes that may wait for the rest of their message.
   *
   * @defaultValue 32 MiB
   */
  readonly maxHeldBytes: number;
  /**
   * Bytes that one message may have when it is inflated.
   *
   * @defaultValue 128 MiB
   */
  readonly maxMessageBytes: number;
  /**
   * How many bytes may come out for each that went in, once a message is larger than `ratioFreeBytes`.
   *
   * @defaultValue `200`
   */
  readonly maxRatio: number;
  /**
   * Up to this many inflated bytes nobody looks at the ratio.
   *
   * @defaultValue 1 MiB
   */
  readonly ratioFreeBytes: number;
}

/**
 * Discord's largest message is the GUILD_CREATE of a huge guild, some tens of MiB of JSON that shrink about six times; deflate itself could turn one byte
 * into 1,032, zstd into far more.
 */
export const DEFAULT_LIMITS: StreamLimits = { maxHeldBytes: 32 * MIB, maxMessageBytes: 128 * MIB, maxRatio: 200, ratioFreeBytes: MIB };

/** How many bytes may come out of `bytesIn` bytes. */
export function allowedBytes(limits: StreamLimits, bytesIn: number): number {
  return Math.min(limits.maxMessageBytes, Math.max(limits.ratioFreeBytes, limits.maxRatio * bytesIn));
}

/** The stream cannot be read any more: its context is lost with the first wrong byte. */
export function streamCorrupt(detail: string, cause?: unknown): GatewayError {
  return new GatewayError('STREAM_CORRUPT', {
    what: `The gateway's compressed stream is broken: ${detail}.`,
    cure: 'The shard drops this connection and resumes on a new one; when it happens often, look for a proxy on the way, or set `compression: "none"`.',
    cause,
  });
}

/** One message would take more memory than any message of Discord's can need. */
export function streamTooLarge(detail: string, cause?: unknown): GatewayError {
  return new GatewayError('STREAM_TOO_LARGE', {
    what: `A gateway message grew beyond its bounds: ${detail}.`,
    cure: 'The shard drops this connection and resumes on a new one; when it happens often, look for a proxy on the way.',
    cause,
  });
}
