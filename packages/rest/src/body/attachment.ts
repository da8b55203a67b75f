import type { Attachment, FileContent } from './FileInput.js';
import { fileFromPath } from './fileFromPath.js';
import { fileFromUrl, type UrlFileOptions } from './fileFromUrl.js';

/** What may be said about a file besides its bytes and its name. */
export type AttachmentOptions = Omit<Attachment, 'data' | 'name'>;

/** What may be said about a file whose name is known already. */
export type NamedFileOptions = Omit<Attachment, 'data' | 'name' | 'sizeBytes'> & {
  /** @defaultValue the last part of the path or URL */
  readonly name?: string;
};

/** Makes files to upload: see {@link attachment}. */
export interface AttachmentMaker {
  /** Bytes, a Blob, a stream, or a function that opens a stream: the last can be sent again when an attempt fails, a stream cannot. */
  (data: FileContent, name: string, options?: AttachmentOptions): Attachment;
  /**
   * A file of this machine. It is opened for each attempt and read while it is sent; a call with one that cannot be read rejects with
   * `FILE_UNREADABLE` before anything is sent. Never hand it a path that a user gave.
   */
  fromPath(path: string, options?: NamedFileOptions): Attachment;
  /**
   * A file of the web, fetched by the first call that sends it, up to `maxBytes`, and kept. Only https, only hosts with public addresses, no
   * redirects: what a user gives cannot make the bot read its own network. A call with one that may not or cannot be fetched rejects with
   * `URL_REFUSED`, `FILE_UNREADABLE` or `FILE_TOO_LARGE` before anything is sent.
   */
  fromUrl(url: string | URL, options?: UrlFileOptions): Attachment;
}

/**
 * A file to upload.
 *
 * @example
 * ```ts
 * import { attachment, Rest } from '@aplomb/rest';
 *
 * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
 * await rest.channels.createMessage('1102', { content: 'The log and a chart' }, {
 *   files: [attachment.fromPath('./bot.log'), attachment(Buffer.from('<svg/>'), 'chart.svg', { description: 'An empty chart' })],
 * });
 * ```
 * @see {@link https://docs.discord.com/developers/reference#uploading-files | Uploading files}
 */
export const attachment: AttachmentMaker = Object.assign(
  (data: FileContent, name: string, options: AttachmentOptions = {}): Attachment => ({ ...options, data, name }),
  { fromPath: fileFromPath, fromUrl: fileFromUrl },
);
