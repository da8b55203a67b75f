import * as zlib from 'node:zlib';
import type { Codec } from './Inflater.js';
import { provesSound, type Sample } from './provesSound.js';
import type { StreamLimits } from './StreamLimits.js';
import { SyncInflater } from './SyncInflater.js';

/** What `node:zlib` has from Node 22.15 on; absent before. */
interface ZstdOfNode {
  readonly createZstdDecompress?: (options: { readonly chunkSize: number; readonly params: Readonly<Record<number, number>> }) => object;
  readonly zstdCompressSync?: (bytes: Buffer) => Buffer;
  readonly constants: { readonly ZSTD_e_continue?: number; readonly ZSTD_d_windowLogMax?: number };
}

const { constants, createZstdDecompress, zstdCompressSync } = zlib as unknown as ZstdOfNode;

/** The window that every decoder is asked to support is 8 MiB (RFC 8878, section 3.1.1.1.2); a frame may ask for 128 MiB of ours per shard. */
const MAX_WINDOW_LOG = 23;

let isSound: boolean | undefined;

/** `zstd-stream` by `node:zlib`, synchronously, where this Node has it. */
export const zstd: Codec = {
  isAvailable: () => (isSound ??= provesSound(open, makeZstdSample)),
  open,
};

function open(limits: StreamLimits): SyncInflater {
  const params = { [constants.ZSTD_d_windowLogMax ?? 0]: MAX_WINDOW_LOG };
  const stream = createZstdDecompress?.({ chunkSize: zlib.constants.Z_MIN_CHUNK, params }) ?? {};
  return new SyncInflater(stream, constants.ZSTD_e_continue ?? 0, limits);
}

function makeZstdSample(plain: readonly Buffer[]): Sample {
  return { plain, compressed: plain.map((text) => zstdCompressSync?.(text) ?? text) };
}
