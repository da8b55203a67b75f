import * as zlib from 'node:zlib';
import type { Codec } from './Inflater.js';
import { provesSound, type Sample } from './provesSound.js';
import type { StreamLimits } from './StreamLimits.js';
import { SyncInflater } from './SyncInflater.js';

const { Z_SYNC_FLUSH } = zlib.constants;

let isSound: boolean | undefined;

/** `zlib-stream` by `node:zlib`, synchronously. */
export const nodeZlib: Codec = {
  isAvailable: () => (isSound ??= provesSound(open, makeZlibSample)),
  open,
};

function open(limits: StreamLimits): SyncInflater {
  // The stream's own output is never used; this is the smallest that Node allows.
  const stream = zlib.createInflate({ chunkSize: zlib.constants.Z_MIN_CHUNK });
  return new SyncInflater(stream, Z_SYNC_FLUSH, limits);
}

/** Deflate blocks may follow one another, so a stream is the first message with its header and the others without. */
export function makeZlibSample(plain: readonly Buffer[]): Sample {
  const flushed = { finishFlush: Z_SYNC_FLUSH };
  return {
    plain,
    compressed: plain.map((text, index) => (index === 0 ? zlib.deflateSync(text, flushed) : zlib.deflateRawSync(text, flushed))),
  };
}
