import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { FileError } from './FileError.js';
import type { FilePart } from './FilePart.js';

/**
 * A stream of a file that is not at hand as bytes.
 *
 * @throws {@link FileError} `FILE_UNREADABLE` when it cannot be opened, or was read before.
 */
export async function openStream(file: FilePart, open: () => unknown): Promise<Readable> {
  const content = await attempt(file, open);
  // What a stream gave once it does not give again: the rest of it is not the file.
  if (hasMethod(content, 'pipe')) return unread(file, content as unknown as Readable);
  if (ArrayBuffer.isView(content)) return Readable.from([content]);
  if (hasMethod(content, 'getReader')) return await attempt(file, () => Readable.fromWeb(content as unknown as ReadableStream));
  throw unreadable(file.name, `The function that opens file \`${file.name}\` gave no stream.`);
}

/** Whether `value` can do this: told by shape, since streams and Blobs come from several realms and libraries. */
export function hasMethod<Name extends string>(value: unknown, name: Name): value is Readonly<Record<Name, unknown>> {
  return typeof value === 'object' && value !== null && typeof (value as Readonly<Record<string, unknown>>)[name] === 'function';
}

async function attempt<T>(file: FilePart, open: () => T): Promise<Awaited<T>> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw unreadable(file.name, `File \`${file.name}\` cannot be opened.`, cause);
  }
}

function unread(file: FilePart, stream: Readable): Readable {
  if (!stream.destroyed && !stream.readableDidRead) return stream;
  throw unreadable(file.name, `The stream of file \`${file.name}\` was read or ended before.`);
}

function unreadable(fileName: string, what: string, cause?: unknown): FileError {
  return new FileError('FILE_UNREADABLE', {
    fileName,
    what,
    cure: 'Give a function that opens a new stream for each attempt, or `attachment.fromPath(…)`.',
    ...(cause === undefined ? {} : { cause }),
  });
}
