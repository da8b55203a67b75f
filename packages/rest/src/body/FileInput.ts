import type { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** The bytes of a file. A stream can be sent once only; a function that opens a new one lets the call be repeated. */
export type FileContent = Blob | Readable | ReadableStream<Uint8Array> | Uint8Array | (() => Readable | Promise<Readable>);

/** A file to upload, with what Discord is told about it. Made by `attachment(…)`, `attachment.fromPath(…)` and `attachment.fromUrl(…)`. */
export interface Attachment {
  readonly data: FileContent;
  /** The file's name with its ending, by which Discord tells what it is. */
  readonly name: string;
  /**
   * The MIME type.
   *
   * @defaultValue the Blob's own, or none: Discord goes by the name
   */
  readonly contentType?: string;
  /** What screen readers say about it: at most 1,024 characters. */
  readonly description?: string;
  /**
   * Whether it is hidden until clicked.
   *
   * @defaultValue `false`
   */
  readonly isSpoiler?: boolean;
  /**
   * How many bytes a stream has, where that is known, or a function that finds it out: it is then checked before anything is sent, and the request
   * says how long it is. A stream that turns out to have fewer or more fails the call.
   *
   * @defaultValue the length of bytes and Blobs; unknown for streams
   */
  readonly sizeBytes?: number | (() => number | Promise<number>);
}

/** What `files` takes: an {@link Attachment}, or bare bytes, which are called `file0`, `file1` … unless they are a `File` with a name. */
export type FileInput = Attachment | FileContent;

/** A plain form: text fields, and files. */
export type FormFields = Readonly<Record<string, Attachment | string | undefined>>;
