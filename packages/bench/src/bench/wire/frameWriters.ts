import { constants, createDeflate, type Deflate } from 'node:zlib';
import * as zlib from 'node:zlib';
import type { ZlibCore } from './zlibCore.js';

/** How the frames of a connection are compressed, by the gateway's names; `none` are texts. */
export type Compression = 'none' | 'zlib-stream' | 'zstd-stream';

/** What is sent as one message of the socket: a text as it is, or compressed. */
export type Frame = Buffer | string;

/** Makes the frame of a text, synchronously: one writer is the one context of a connection. */
export type FrameWriter = (text: string) => Frame;

/** A new writer. It compresses through the core of the stream: a million promises would take minutes. */
export function frameWriter(compression: Compression): FrameWriter {
  if (compression === 'none') return (text) => text;
  return compression === 'zstd-stream' ? zstdWriter() : coreWriter(createDeflate({ level: 6 }), constants.Z_SYNC_FLUSH);
}

function zstdWriter(): FrameWriter {
  const { createZstdCompress } = zlib as unknown as { createZstdCompress: () => Deflate };
  const { ZSTD_e_flush: flush } = constants as unknown as { ZSTD_e_flush: number };
  return coreWriter(createZstdCompress(), flush);
}

function coreWriter(stream: object, flush: number): FrameWriter {
  const core = stream as ZlibCore;
  const output = Buffer.alloc(4 << 20);
  return (text) => {
    const input = Buffer.from(text);
    core._handle.writeSync(flush, input, 0, input.length, output, 0, output.length);
    const free = core._writeState[0] ?? 0;
    if (free === 0) throw new RangeError('a compressed message is longer than the buffer that it is written to');
    return Buffer.from(output.subarray(0, output.length - free));
  };
}
