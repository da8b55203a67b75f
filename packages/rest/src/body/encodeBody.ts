import { OptionsError } from '@aplomb/base';
import type { RequestOptions } from '../RestRequest.js';
import type { Attachment, FormFields } from './FileInput.js';
import { filePart, type FilePart } from './FilePart.js';
import { jsonText } from './jsonText.js';
import { mergeAttachments } from './mergeAttachments.js';
import { multipartBody, type MultipartPart } from './multipartBody.js';
import { checkFileSizes, type FileLimits } from './fileLimits.js';
import type { RequestBody } from './RequestBody.js';

/** What encoding needs besides the call. */
export interface EncodeOptions extends FileLimits {
  /**
   * Randomness for the line between parts.
   *
   * @defaultValue `Math.random`
   */
  readonly random?: () => number;
}

/** Discord's own limit (error 30015). */
const MAX_FILES = 10;

/**
 * Makes the body of a request. Whatever can be found wrong with files is found here, before anything is sent: what they are, how many, how large.
 * Resolves later where a file's size has to be found out first (a path, a URL).
 *
 * @throws {@link OptionsError} `INVALID_BODY` or `INVALID_OPTION`; {@link FileError} `FILE_TOO_LARGE`, `FILE_UNREADABLE` or `URL_REFUSED`
 */
export function encodeBody(
  options: Pick<RequestOptions, 'body' | 'files' | 'form'>,
  encoding: EncodeOptions = {},
): RequestBody | Promise<RequestBody> {
  const { body, form } = options;
  const inputs = options.files ?? [];
  if (inputs.length === 0 && form === undefined) return jsonBody(body);
  if (inputs.length > MAX_FILES) throw tooMany(inputs.length);
  const formFiles = Object.entries(form ?? {}).filter((entry): entry is [string, Attachment] => typeof entry[1] === 'object');
  const found = [...inputs, ...formFiles.map(([, file]) => file)].map(filePart);
  const encode = (parts: readonly FilePart[]): RequestBody => {
    checkFileSizes(parts, encoding);
    const files = parts.slice(0, inputs.length);
    const formParts = new Map(formFiles.map(([name], index) => [name, parts[inputs.length + index]]));
    return multipartBody([...messageParts(body, files), ...partsOfForm(form ?? {}, formParts)], encoding);
  };
  return found.some((part) => part instanceof Promise)
    ? Promise.all(found.map(async (part) => await part)).then(encode)
    : encode(found as FilePart[]);
}

function jsonBody(body: unknown): RequestBody {
  const text = jsonText(body);
  return { contentType: 'application/json', isRepeatable: true, lengthBytes: Buffer.byteLength(text), open: () => text };
}

function messageParts(body: unknown, files: readonly FilePart[]): readonly MultipartPart[] {
  if (files.length === 0 && body === undefined) return [];
  const json = jsonText(files.length === 0 ? body : mergeAttachments(body, files));
  return [
    { name: 'payload_json', contentType: 'application/json', text: json },
    ...files.map((file, index) => ({ name: `files[${String(index)}]`, file })),
  ];
}

function partsOfForm(form: FormFields, files: ReadonlyMap<string, FilePart | undefined>): readonly MultipartPart[] {
  return Object.entries(form).flatMap(([name, value]): readonly MultipartPart[] => {
    const file = files.get(name);
    if (file !== undefined) return [{ name, file }];
    return typeof value === 'string' ? [{ name, text: value }] : [];
  });
}

function tooMany(count: number): OptionsError {
  return new OptionsError('INVALID_BODY', {
    what: `\`files\` has ${String(count)} files; Discord takes at most ${String(MAX_FILES)} with one message.`,
    cure: 'Spread them over several messages. See https://docs.discord.com/developers/reference#uploading-files',
  });
}
