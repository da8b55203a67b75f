import { FileError } from './FileError.js';
import type { FilePart } from './FilePart.js';
import type { StreamLimits } from './joinedStream.js';

/** How much may be sent. */
export interface FileLimits {
  /**
   * How many bytes one file may have. Discord decides it by the place: 10 MiB, more where members boosted the server or the user pays; an
   * interaction says it in `attachment_size_limit`. Nobody knows it beforehand for a channel, so that nothing is refused unless you say it.
   *
   * @defaultValue none: only the whole request is bounded
   */
  readonly maxFileBytes?: number | undefined;
  /**
   * How many bytes all files of one request may have together.
   *
   * @defaultValue `26_214_400` (25 MiB), or `maxFileBytes` where that is more
   * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
   */
  readonly maxRequestBytes?: number | undefined;
}

const REQUEST_BYTES = 25 * 1024 * 1024;

/** What is left for the streams among `files`, whose sizes show only while they are sent. */
export function streamLimitsOf(files: readonly FilePart[], limits: FileLimits): StreamLimits {
  const atHand = files.reduce((bytes, file) => bytes + (file.content instanceof Uint8Array ? file.content.byteLength : 0), 0);
  return { eachBytes: limits.maxFileBytes ?? Infinity, allBytes: requestBytesOf(limits) - atHand };
}

function requestBytesOf(limits: FileLimits): number {
  return limits.maxRequestBytes ?? Math.max(REQUEST_BYTES, limits.maxFileBytes ?? 0);
}

/** @throws {@link FileError} `FILE_TOO_LARGE` */
export function checkFileSizes(files: readonly FilePart[], limits: FileLimits): void {
  const perFile = Math.min(limits.maxFileBytes ?? Infinity, requestBytesOf(limits));
  for (const { name, sizeBytes } of files) {
    if (sizeBytes !== null && sizeBytes > perFile)
      throw tooLarge(name, `File \`${name}\` has ${String(sizeBytes)} bytes; at most ${String(perFile)} are allowed.`);
  }
  const sum = files.reduce((bytes, file) => bytes + (file.sizeBytes ?? 0), 0);
  const largest = files.reduce<FilePart | undefined>(
    (most, file) => ((file.sizeBytes ?? 0) > (most?.sizeBytes ?? -1) ? file : most),
    undefined,
  );
  if (sum > requestBytesOf(limits))
    throw tooLarge(
      largest?.name ?? '',
      `The ${String(files.length)} files have ${String(sum)} bytes together; at most ${String(requestBytesOf(limits))} are allowed in one request.`,
    );
}

function tooLarge(fileName: string, what: string): FileError {
  return new FileError('FILE_TOO_LARGE', {
    fileName,
    what,
    cure: 'Send a smaller file, or several messages. See https://docs.discord.com/developers/reference#uploading-files',
  });
}
