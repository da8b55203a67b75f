import type { Readable } from 'node:stream';
import { streamLimitsOf, type FileLimits } from './fileLimits.js';
import type { FilePart } from './FilePart.js';
import { discard, joinedStream, type Piece, type StreamLimits } from './joinedStream.js';
import { openStream } from './openStream.js';
import type { RequestBody } from './RequestBody.js';
import { wellFormed } from './wellFormed.js';

/** A field of a form: text, or a file. */
export type MultipartPart =
  { readonly name: string; readonly text: string; readonly contentType?: string } | { readonly name: string; readonly file: FilePart };

/** What is at hand up to this size is sent as one piece: a stream would cost more than the copy. */
const SMALL_BYTES = 1024 * 1024;

type Layout = readonly (Uint8Array | FilePart)[];

/**
 * A `multipart/form-data` body, as RFC 7578 and the HTML standard write it. Files are read while they are sent, each attempt anew.
 *
 * @see {@link https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data | Multipart form data}
 */
export function multipartBody(parts: readonly MultipartPart[], options: FileLimits & { readonly random?: () => number }): RequestBody {
  const boundary = makeBoundary(options.random ?? Math.random);
  const layout: Layout = [
    ...parts.flatMap((part, index) => [
      Buffer.from(`${index === 0 ? '' : '\r\n'}--${boundary}\r\n${headOf(part)}\r\n\r\n`),
      'file' in part ? bytesOrFile(part.file) : Buffer.from(part.text),
    ]),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ];
  const streamLimits = streamLimitsOf(
    parts.flatMap((part) => ('file' in part ? [part.file] : [])),
    options,
  );
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    isRepeatable: layout.every((piece) => !('content' in piece) || piece.isRepeatable),
    lengthBytes: lengthOf(layout),
    open: () => opened(layout, streamLimits),
  };
}

/** 32 random digits, so that no file contains them but by a leak of what is about to be sent. */
function makeBoundary(random: () => number): string {
  return `aplomb-${Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')}`;
}

function headOf(part: MultipartPart): string {
  const type = 'file' in part ? (part.file.contentType ?? 'application/octet-stream') : part.contentType;
  const fileName = 'file' in part ? `; filename="${escaped(part.file.name)}"` : '';
  const disposition = `Content-Disposition: form-data; name="${escaped(part.name)}"${fileName}`;
  return type === undefined ? disposition : `${disposition}\r\nContent-Type: ${type}`;
}

/** As browsers do: a quote or a line break would end the name, everything else is UTF-8. */
function escaped(name: string): string {
  return wellFormed(name).replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function bytesOrFile(file: FilePart): Uint8Array | FilePart {
  return typeof file.content === 'function' ? file : file.content;
}

function lengthOf(layout: Layout): number | null {
  const lengths = layout.map((piece) => ('content' in piece ? piece.sizeBytes : piece.byteLength));
  return lengths.every((length) => length !== null) ? lengths.reduce((sum, length) => sum + length, 0) : null;
}

/** Every file is opened before the first byte is sent: one that is missing costs no request. */
function opened(layout: Layout, limits: StreamLimits): Readable | Uint8Array | Promise<Readable> {
  const atHand = layout.flatMap((piece) => ('content' in piece ? [] : [piece]));
  if (atHand.length < layout.length) return openAll(layout, limits);
  const bytes = atHand.reduce((sum, piece) => sum + piece.byteLength, 0);
  return bytes <= SMALL_BYTES ? Buffer.concat(atHand) : joinedStream(atHand, limits);
}

async function openAll(layout: Layout, limits: StreamLimits): Promise<Readable> {
  const settled = await Promise.allSettled(layout.map(openPiece));
  const failed = settled.find((one) => one.status === 'rejected');
  const pieces = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (failed === undefined) return joinedStream(pieces, limits);
  for (const piece of pieces) if ('stream' in piece) discard(piece.stream);
  throw failed.reason;
}

async function openPiece(piece: Uint8Array | FilePart): Promise<Piece> {
  if (!('content' in piece)) return piece;
  const { content, name, sizeBytes } = piece;
  return { name, sizeBytes, stream: await openStream(piece, () => (typeof content === 'function' ? content() : content)) };
}
