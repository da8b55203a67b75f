import { OptionsError } from '@aplomb/base';
import type { FrameDecoder, TransportCompression } from './FrameDecoder.js';
import type { Codec } from './inflate/Inflater.js';
import { nodeZlib } from './inflate/nodeZlib.js';
import { DEFAULT_LIMITS, type StreamLimits } from './inflate/StreamLimits.js';
import { zlibSync } from './inflate/zlibSync.js';
import { zstd } from './inflate/zstd.js';
import { PlainDecoder } from './PlainDecoder.js';
import { ZlibStreamDecoder } from './ZlibStreamDecoder.js';
import { ZstdStreamDecoder } from './ZstdStreamDecoder.js';

/**
 * The decoder for one connection. Make a new one for every connection: each begins a new compression context.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` when this process cannot inflate that stream; see {@link bestCompression}.
 */
export function createFrameDecoder(compression: TransportCompression, limits: Partial<StreamLimits> = {}): FrameDecoder {
  const resolved = { ...DEFAULT_LIMITS, ...limits };
  switch (compression) {
    case 'none':
      return new PlainDecoder(resolved);
    case 'zlib-stream':
      return new ZlibStreamDecoder(codecOf(compression).open(resolved), resolved);
    case 'zstd-stream':
      return new ZstdStreamDecoder(codecOf(compression).open(resolved));
  }
}

/** What `compression: "auto"` means here: `zstd-stream` where this Node has it, else `zlib-stream`; `none` only where neither can be read synchronously. */
export function bestCompression(): TransportCompression {
  if (canDecode('zstd-stream')) return 'zstd-stream';
  return canDecode('zlib-stream') ? 'zlib-stream' : 'none';
}

/** Whether this process can read that compression. */
export function canDecode(compression: TransportCompression): boolean {
  return compression === 'none' || CODECS[compression].some((codec) => codec.isAvailable());
}

/** By preference. */
const CODECS: Readonly<Record<'zlib-stream' | 'zstd-stream', readonly Codec[]>> = {
  'zlib-stream': [nodeZlib, zlibSync],
  'zstd-stream': [zstd],
};

function codecOf(compression: 'zlib-stream' | 'zstd-stream'): Codec {
  const codec = CODECS[compression].find((candidate) => candidate.isAvailable());
  if (codec !== undefined) return codec;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`compression\` is '${compression}', which Node ${process.versions.node} cannot inflate.`,
    cure: "Use 'auto', or Node 22.15 or newer for 'zstd-stream'.",
  });
}
