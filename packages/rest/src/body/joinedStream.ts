import { Readable } from 'node:stream';
import { FileError } from './FileError.js';

/** Bytes between files, or a file. */
export type Piece = Uint8Array | StreamPiece;

/** A file that is read while it is sent. */
export interface StreamPiece {
  readonly name: string;
  /** How many bytes were promised, or `null`. */
  readonly sizeBytes: number | null;
  readonly stream: Readable;
}

/** How many bytes streams may turn out to have. */
export interface StreamLimits {
  readonly eachBytes: number;
  readonly allBytes: number;
}

/**
 * One stream of all `pieces`, one after the other, read no faster than they are taken. Whatever ends it early ends every file's stream, too.
 * A file that fails, has another size than it promised, or is too large fails it.
 */
export function joinedStream(pieces: readonly Piece[], limits: StreamLimits): Readable {
  const chunks = chunksOf(pieces, limits);
  const joined = new Readable({
    read() {
      chunks.next().then(
        ({ done, value }) => joined.push(done === true ? null : value),
        (error: unknown) => joined.destroy(error as Error),
      );
    },
    // Not `Readable.from(chunks)`: that would wait for a stalled file before it could destroy it.
    destroy(error, done) {
      for (const piece of pieces) if ('stream' in piece) discard(piece.stream);
      done(error);
    },
  });
  // A file may fail while another is still being sent; it is then nobody's turn to listen.
  for (const piece of pieces) if ('stream' in piece) piece.stream.on('error', () => undefined);
  return joined;
}

async function* chunksOf(pieces: readonly Piece[], limits: StreamLimits): AsyncGenerator<Uint8Array, undefined> {
  let leftBytes = limits.allBytes;
  for (const piece of pieces) {
    if ('stream' in piece) leftBytes -= yield* fileChunks(piece, Math.min(limits.eachBytes, leftBytes));
    else yield piece;
  }
  return undefined;
}

/** Returns how many bytes there were. */
async function* fileChunks(piece: StreamPiece, maxBytes: number): AsyncGenerator<Uint8Array, number> {
  let readBytes = 0;
  for await (const bytes of readChunks(piece, () => readBytes)) {
    readBytes += bytes.byteLength;
    // Checked before it is sent: what goes beyond Content-Length would be another request to the server.
    if (piece.sizeBytes !== null && readBytes > piece.sizeBytes) throw wrongSize(piece, readBytes, piece.sizeBytes);
    if (readBytes > maxBytes) throw tooLarge(piece, maxBytes);
    yield bytes;
  }
  if (piece.sizeBytes !== null && readBytes !== piece.sizeBytes) throw wrongSize(piece, readBytes, piece.sizeBytes);
  return readBytes;
}

async function* readChunks(piece: StreamPiece, readBytes: () => number): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of piece.stream as AsyncIterable<unknown>) yield bytesOf(chunk);
  } catch (cause) {
    throw broken(piece, readBytes(), cause);
  }
}

/** Streams of text and of plain arrays of bytes exist, too. */
function bytesOf(chunk: unknown): Uint8Array {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  throw new TypeError(`A chunk is of type ${typeof chunk}.`);
}

/** A stream that the sender does not read to its end is nobody's any more. */
export function discard(stream: Readable): void {
  stream.on('error', () => undefined);
  stream.destroy();
}

function broken(piece: StreamPiece, readBytes: number, cause: unknown): FileError {
  return new FileError('FILE_UNREADABLE', {
    fileName: piece.name,
    what: `File \`${piece.name}\` failed after ${String(readBytes)} bytes.`,
    cure: 'The cause says why. Where the file can be opened anew, give a function that does, so that the call can be repeated.',
    cause,
  });
}

function wrongSize(piece: StreamPiece, readBytes: number, sizeBytes: number): FileError {
  return new FileError('FILE_UNREADABLE', {
    fileName: piece.name,
    what: `File \`${piece.name}\` was to have ${String(sizeBytes)} bytes, but has ${readBytes > sizeBytes ? 'more' : String(readBytes)}.`,
    cure: 'Give the right `sizeBytes` or leave it out; a file that is still being written has to be finished first.',
  });
}

function tooLarge(piece: StreamPiece, maxBytes: number): FileError {
  return new FileError('FILE_TOO_LARGE', {
    fileName: piece.name,
    what: `File \`${piece.name}\` has more than the ${String(maxBytes)} bytes that are left for it.`,
    cure: 'Send a smaller file, or several messages. See https://docs.discord.com/developers/reference#uploading-files',
  });
}
