import { once } from 'node:events';
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import type { TransportCompression } from '../../src/transport/FrameDecoder.js';

interface Flushable extends Transform {
  flush(kind: number, callback: () => void): void;
}

const ZSTD_FLUSH = 1;

/** What a server sends for these texts on one connection: one web socket message each, all of one compression context. */
export async function compressed(compression: TransportCompression, texts: readonly string[]): Promise<Buffer[]> {
  if (compression === 'none') return texts.map((text) => Buffer.from(text));
  const stream = (compression === 'zlib-stream' ? zlib.createDeflate() : createZstdCompress()) as Flushable;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const messages: Buffer[] = [];
  for (const text of texts) {
    stream.write(text);
    await new Promise<void>((resolve) => stream.flush(compression === 'zlib-stream' ? zlib.constants.Z_SYNC_FLUSH : ZSTD_FLUSH, resolve));
    messages.push(Buffer.concat(chunks.splice(0)));
  }
  stream.destroy();
  await once(stream, 'close');
  return messages;
}

/** A megabyte that inflates to a gibibyte of zeros: the deflated form of 16 MiB, said 64 times. */
export function zlibBomb(): Buffer {
  const zeros = Buffer.alloc(2 ** 24);
  const block = zlib.deflateRawSync(zeros, { finishFlush: zlib.constants.Z_SYNC_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...new Array<Buffer>(64).fill(block)]);
}

/** Text that does not compress much, of exactly so many bytes of ASCII. */
export function textOf(bytes: number): string {
  let text = '';
  for (let state = bytes | 1; text.length < bytes; state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) text += state.toString(36);
  return text.slice(0, bytes);
}

function createZstdCompress(): Transform {
  return (zlib as unknown as { createZstdCompress(): Transform }).createZstdCompress();
}
