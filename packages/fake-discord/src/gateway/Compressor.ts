import * as zlib from 'node:zlib';

/** How a connection's stream is compressed. */
export type Compression = 'none' | 'zlib-stream' | 'zstd-stream';

/** One compression context for the life of one connection. */
export interface Compressor {
  /**
   * The bytes that make `text` readable at the other end, everything before it included. They are valid until the next call: copy them.
   */
  compress(text: string | Uint8Array): Uint8Array;
  close(): void;
}

/** How a synchronous, flushing write into a `node:zlib` stream is done; not public, but `_processChunk` has been there since Node 0.10. */
interface Engine {
  _handle: { close: () => void } | null;
  _processChunk(chunk: Uint8Array, flushFlag: number): Uint8Array;
  removeAllListeners(event: 'error'): unknown;
  close(): void;
}

type MakeEngine = () => unknown;

/** Node has zstd from 22.15 on; its types here are those of Node 20. */
const modern = zlib as typeof zlib & { readonly createZstdCompress?: MakeEngine };
const ZSTD_FLUSH = 1;

/** The compressions that this Node can do. */
export function supportedCompressions(): readonly Compression[] {
  return zstdWorks() ? ['none', 'zlib-stream', 'zstd-stream'] : ['none', 'zlib-stream'];
}

/** A fresh context, or `null` for a stream that is not compressed. */
export function createCompressor(compression: Compression): Compressor | null {
  switch (compression) {
    case 'none':
      return null;
    case 'zlib-stream':
      return zlibWorks() ? new EngineCompressor(() => zlib.createDeflate(), zlib.constants.Z_SYNC_FLUSH) : new BlockCompressor();
    case 'zstd-stream':
      return new EngineCompressor(() => modern.createZstdCompress?.(), ZSTD_FLUSH);
  }
}

/**
 * Compresses synchronously with a `node:zlib` stream, which by itself only works in the background. A synchronous write ends by closing the
 * stream's handle; keeping that from happening is what lets the next message go on where this one stopped.
 */
class EngineCompressor implements Compressor {
  private readonly engine: Engine;
  private readonly flushFlag: number;

  constructor(makeEngine: MakeEngine, flushFlag: number) {
    this.engine = makeEngine() as Engine;
    this.flushFlag = flushFlag;
  }

  compress(text: string | Uint8Array): Uint8Array {
    const handle = this.engine._handle;
    if (handle === null) return Buffer.alloc(0);
    const { close } = handle;
    handle.close = () => undefined;
    try {
      return this.engine._processChunk(typeof text === 'string' ? Buffer.from(text) : text, this.flushFlag);
    } finally {
      handle.close = close;
      this.engine._handle = handle;
      // Each synchronous write leaves one behind.
      this.engine.removeAllListeners('error');
    }
  }

  close(): void {
    this.engine.close();
  }
}

/**
 * The same with nothing but documented calls, for a Node whose streams have changed inside: every message is a run of deflate blocks that has
 * what came before as its dictionary. Right, but some ten times slower.
 */
export class BlockCompressor implements Compressor {
  private history = Buffer.alloc(0);
  private isFirst = true;

  compress(text: string | Uint8Array): Uint8Array {
    const input = Buffer.from(text as Uint8Array);
    const dictionary = this.history.length === 0 ? {} : { dictionary: this.history };
    const blocks = zlib.deflateRawSync(input, { ...dictionary, finishFlush: zlib.constants.Z_SYNC_FLUSH });
    this.history = Buffer.concat([this.history, input]).subarray(-WINDOW_BYTES);
    const head = this.isFirst ? ZLIB_HEAD : Buffer.alloc(0);
    this.isFirst = false;
    return Buffer.concat([head, blocks]);
  }

  close(): void {
    this.history = Buffer.alloc(0);
  }
}

const WINDOW_BYTES = 32_768;

/** The head of a zlib stream with a 32 KiB window (RFC 1950). */
const ZLIB_HEAD = Buffer.from([0x78, 0x9c]);

let zlibTested: boolean | undefined;
let zstdTested: boolean | undefined;

function zlibWorks(): boolean {
  zlibTested ??= twoMessagesSurvive(
    () => zlib.createDeflate(),
    zlib.constants.Z_SYNC_FLUSH,
    (bytes) => zlib.inflateSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  );
  return zlibTested;
}

function zstdWorks(): boolean {
  const { createZstdCompress } = modern;
  zstdTested ??= createZstdCompress !== undefined && twoMessagesSurvive(() => createZstdCompress(), ZSTD_FLUSH, null);
  return zstdTested;
}

/** Whether an engine takes two synchronous writes in a row and the result can be read back (where it can be read back synchronously). */
function twoMessagesSurvive(makeEngine: MakeEngine, flushFlag: number, read: ((bytes: Buffer) => Buffer) | null): boolean {
  try {
    const compressor = new EngineCompressor(makeEngine, flushFlag);
    const bytes = Buffer.concat(['first', 'second'].map((text) => Buffer.from(compressor.compress(text))));
    compressor.close();
    return bytes.length > 8 && (read === null || read(bytes).toString() === 'firstsecond');
  } catch {
    // Whatever went wrong, the answer is no.
    return false;
  }
}
