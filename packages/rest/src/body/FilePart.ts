import { OptionsError } from '@aplomb/base';
import type { Attachment, FileInput } from './FileInput.js';
import { charactersIn } from '../validation/charactersIn.js';
import { hasMethod } from './openStream.js';
import { wellFormed } from './wellFormed.js';

/** One file of a request, ready to be opened. */
export interface FilePart {
  readonly name: string;
  readonly contentType: string | undefined;
  readonly description: string | undefined;
  readonly isSpoiler: boolean;
  readonly isRepeatable: boolean;
  /** `null` where nobody knows before the end. */
  readonly sizeBytes: number | null;
  /** Bytes that are at hand, or what opens a stream of them. */
  readonly content: Uint8Array | (() => unknown);
}

interface Content extends Pick<FilePart, 'content' | 'isRepeatable' | 'sizeBytes'> {
  readonly contentType?: string | undefined;
}

/** Discord's own: a longer name, or none, is refused. */
const MAX_NAME_LENGTH = 1024;
const MAX_DESCRIPTION_CHARACTERS = 1024;
const MIME_TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(?:;[\x20-\x7e]{1,100})?$/;

/**
 * What `input` is, found out without reading it.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no file; {@link FileError} where its size cannot be found out.
 */
export function filePart(input: FileInput, index: number): FilePart | Promise<FilePart> {
  const given: Attachment = isAttachment(input) ? input : { data: input, name: nameOf(input) ?? `file${String(index)}` };
  const name = checkedName(given.name, index);
  const content = contentOf(given.data, name);
  const part = (sizeBytes: number | null): FilePart => ({
    name,
    contentType: checkedType(given.contentType, name) ?? content.contentType,
    description: checkedDescription(given.description, name),
    isSpoiler: given.isSpoiler ?? false,
    isRepeatable: content.isRepeatable,
    sizeBytes: checkedSize(sizeBytes, content.sizeBytes, name),
    content: content.content,
  });
  const declared = typeof given.sizeBytes === 'function' ? given.sizeBytes() : given.sizeBytes;
  return declared instanceof Promise ? declared.then(part) : part(declared ?? content.sizeBytes);
}

function isAttachment(input: unknown): input is Attachment {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, 'data') && Object.hasOwn(input, 'name');
}

/** A `File` has a name; so has whatever comes from a form. */
function nameOf(input: unknown): string | undefined {
  const name = typeof input === 'object' && input !== null ? (input as { readonly name?: unknown }).name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** Told by shape, not by `instanceof`: a Buffer of another realm, or a Blob of a polyfill, is as good. */
function contentOf(data: unknown, name: string): Content {
  if (typeof data === 'function') return { isRepeatable: true, sizeBytes: null, content: data as () => unknown };
  if (ArrayBuffer.isView(data)) {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return { isRepeatable: true, sizeBytes: bytes.byteLength, content: bytes };
  }
  if (isBlob(data)) {
    const contentType = MIME_TYPE.test(data.type) ? data.type : undefined;
    return { isRepeatable: true, sizeBytes: data.size, contentType, content: () => data.stream() };
  }
  if (hasMethod(data, 'getReader') || hasMethod(data, 'pipe')) return { isRepeatable: false, sizeBytes: null, content: () => data };
  throw noFile(data, name);
}

function isBlob(data: unknown): data is Blob {
  return hasMethod(data, 'stream') && hasMethod(data, 'arrayBuffer');
}

function noFile(data: unknown, name: string): OptionsError {
  if (typeof data === 'string')
    return new OptionsError('INVALID_OPTION', {
      what: `File \`${name}\` is a plain string, which is never read as a path or fetched as a URL: it may have come from a user.`,
      cure: 'Say `attachment.fromPath(…)` or `attachment.fromUrl(…)`; for the text itself, `attachment(Buffer.from(text), name)`.',
    });
  return new OptionsError('INVALID_OPTION', {
    what: `File \`${name}\` is ${data === null ? 'null' : `of type ${typeof data}`}, which has no bytes.`,
    cure: 'Give a Buffer, a Blob, a stream, a function that opens one, or what `attachment(…)` returns.',
  });
}

/** Control characters would end the line that the name stands in. */
function checkedName(name: unknown, index: number): string {
  if (typeof name === 'string' && name !== '' && name.length <= MAX_NAME_LENGTH) return wellFormed(name).replace(/\p{Cc}/gu, '_');
  throw new OptionsError('INVALID_OPTION', {
    what: `The name of file ${String(index)} is ${typeof name === 'string' ? `${String(name.length)} characters long` : `of type ${typeof name}`}.`,
    cure: `Give 1 to ${String(MAX_NAME_LENGTH)} characters, with the file's ending.`,
  });
}

function checkedDescription(description: string | undefined, name: string): string | undefined {
  if (description === undefined || charactersIn(description) <= MAX_DESCRIPTION_CHARACTERS) return description;
  throw new OptionsError('INVALID_BODY', {
    what: `The \`description\` of file \`${name}\` has ${String(charactersIn(description))} characters; at most ${String(MAX_DESCRIPTION_CHARACTERS)} are allowed.`,
    cure: 'Shorten it. See https://docs.discord.com/developers/resources/message#attachment-object',
  });
}

function checkedType(contentType: string | undefined, name: string): string | undefined {
  if (contentType === undefined || MIME_TYPE.test(contentType)) return contentType;
  throw new OptionsError('INVALID_OPTION', {
    what: `The \`contentType\` of file \`${name}\` is no MIME type.`,
    cure: 'Give one such as "image/png", or leave it out: Discord goes by the name.',
  });
}

function checkedSize(sizeBytes: number | null, actual: number | null, name: string): number | null {
  if (sizeBytes !== null && !(Number.isSafeInteger(sizeBytes) && sizeBytes >= 0))
    throw new OptionsError('INVALID_OPTION', {
      what: `The \`sizeBytes\` of file \`${name}\` is ${String(sizeBytes)}.`,
      cure: 'Give a whole number of bytes, or leave it out.',
    });
  if (actual === null || sizeBytes === actual) return sizeBytes;
  throw new OptionsError('INVALID_OPTION', {
    what: `The \`sizeBytes\` of file \`${name}\` is ${String(sizeBytes)}, but it has ${String(actual)} bytes.`,
    cure: 'Leave it out: bytes and Blobs know their size.',
  });
}
