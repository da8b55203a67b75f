import { FakeDiscordError } from '../errors.js';
import { checkFileSize } from '../world/forms/attachmentsForm.js';
import type { UploadedFile } from '../world/forms/attachmentsForm.js';
import { Form, isObject } from '../world/forms/Form.js';
import { UNKNOWN_TYPE } from '../world/mediaType.js';
import { badRequest, invalidForm } from '../world/refusals.js';
import { parseMultipart, type Part } from './multipart.js';
import type { RestRequest } from './RestRequest.js';

/** What a request carries: fields, and files by the number in `files[n]`. */
export interface RequestContent {
  readonly files: ReadonlyMap<number, UploadedFile>;
  readonly form: Form;
}

/** What a route expects of a body. */
export interface ContentTraits {
  readonly fileField?: string | undefined;
  readonly takesList?: boolean;
}

const NO_FILES: ReadonlyMap<number, UploadedFile> = new Map();
const FILE_NAME = /^files\[(\d{1,9})\]$/;

/**
 * Reads a body: an object, or with `takesList` a list. A request without a body gets an empty form.
 *
 * @throws {@link RefusedError} 50035 for a wrong Content-Type, a broken multipart body, or JSON that is no object; 50109 for broken JSON; 40005 for a
 *   file of more than 10 MiB
 * @throws {@link FakeDiscordError} `FAKE_NOT_SIMULATED` for url-encoded forms, and for files that are not named as Discord documents it
 * @see {@link https://docs.discord.com/developers/reference#uploading-files | Uploading files}
 */
export function readContent({ body, headers, method }: RestRequest, { fileField, takesList = false }: ContentTraits = {}): RequestContent {
  if (method === 'GET' || body.length === 0) return { files: NO_FILES, form: new Form({}) };
  const contentType = headers['content-type'] ?? '';
  const type = mediaTypeOf(contentType);
  checkMediaType(type);
  if (type === 'multipart/form-data') return readParts(parseMultipart(body, contentType), fileField);
  return { files: NO_FILES, form: takesList ? readList(body) : readJson(body) };
}

/** In the place of `payload_json`, its fields may be parts of their own. */
function readParts(parts: readonly Part[], fileField: string | undefined): RequestContent {
  const json = parts.find(({ filename, name }) => name === 'payload_json' && filename === undefined);
  const uploads = parts.filter(({ filename }) => filename !== undefined);
  const fields = parts
    .filter((part) => part.filename === undefined && part !== json)
    .map(({ data, name }) => [name, data.toString('utf8')]);
  return {
    files: new Map(uploads.map((part) => [part.name === fileField ? 0 : numberOf(part), readFile(part)])),
    form: json === undefined ? new Form(Object.fromEntries(fields) as Record<string, string>) : readJson(json.data),
  };
}

function readFile({ contentType, data, filename = '' }: Part): UploadedFile {
  checkFileSize(data);
  return { contentType: contentType ?? UNKNOWN_TYPE, data, filename };
}

function numberOf({ name }: Part): number {
  const [, number] = FILE_NAME.exec(name) ?? [];
  if (number !== undefined) return Number(number);
  throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
    what: `A file came as \`${name}\`. Discord documents \`files[n]\`; what it does with other names is not known here.`,
    cure: 'Name the parts files[0], files[1] …',
  });
}

function readJson(bytes: Buffer): Form {
  const value = parse(bytes);
  if (isObject(value)) return new Form(value);
  throw invalidForm({ _errors: [{ code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' }] });
}

/** A few operations take a list; its items are the fields of the form, by their positions. */
function readList(bytes: Buffer): Form {
  const value = parse(bytes);
  if (Array.isArray(value)) return new Form(Object.fromEntries((value as readonly unknown[]).entries()));
  throw invalidForm({ _errors: [{ code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }] });
}

function checkMediaType(type: string): void {
  if (type === 'application/json' || type === 'multipart/form-data') return;
  if (type === 'application/x-www-form-urlencoded') {
    throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
      what: `FakeDiscord does not read bodies of the type ${type} yet.`,
      cure: 'Send application/json or multipart/form-data, or test this part against Discord.',
    });
  }
  const message = 'Expected "Content-Type" header to be one of {application/json, application/x-www-form-urlencoded, multipart/form-data}.';
  throw invalidForm({ _errors: [{ code: 'CONTENT_TYPE_INVALID', message }] });
}

function mediaTypeOf(header: string): string {
  return header.split(';')[0]?.trim().toLowerCase() ?? '';
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw badRequest(50109, 'The request body contains invalid JSON.');
  }
}
