import { badRequest, entityTooLarge } from '../refusals.js';
import type { Form } from './Form.js';

/** A file as it was uploaded. */
export interface UploadedFile {
  readonly contentType: string;
  readonly data: Buffer;
  readonly filename: string;
}

/** What is said of an attachment besides its bytes. */
export interface AttachmentTexts {
  readonly description?: string | undefined;
  readonly isSpoiler?: boolean | undefined;
}

/** A file that is to be attached to a message. */
export interface NewAttachment extends AttachmentTexts {
  readonly file: UploadedFile;
  readonly filename: string;
}

/** What an edit says of attachments: those that stay, by id, and those that come. */
export interface AttachmentsEdit {
  readonly added: readonly NewAttachment[];
  /** `null` keeps all. */
  readonly kept: ReadonlyMap<string, AttachmentTexts> | null;
}

type Files = ReadonlyMap<number, UploadedFile>;

const FILES_MAX = 10;
const TEXT_MAX = 1024;
/** Without a subscription of uploader or guild. A whole request may be larger. */
const FILE_MAX_BYTES = 10_485_760;
const SECONDS_MAX = 2_147_483_647;

/** @throws {@link RefusedError} 40005 for a file of more than 10 MiB, whoever uploads it */
export function checkFileSize(data: Buffer): void {
  if (data.length > FILE_MAX_BYTES) throw entityTooLarge();
}

/**
 * Reads the `attachments` of a new message. Files that the list does not name are attached as well.
 *
 * @throws {@link RefusedError} 30015 for more than ten
 */
export function readAttachments(form: Form, files: Files): readonly NewAttachment[] {
  const { added, kept } = readAttachmentsEdit(form, files);
  for (const id of kept?.keys() ?? []) form.refuse('attachments', 'ATTACHMENT_NOT_FOUND', `Attachment data not found for ${id}`);
  return added;
}

/**
 * Reads the `attachments` of an edit: with a list, what it does not name goes, unless it is a new file.
 *
 * @see {@link https://docs.discord.com/developers/reference#editing-message-attachments | Editing message attachments}
 */
export function readAttachmentsEdit(form: Form, files: Files): AttachmentsEdit {
  const entries = new Map((form.objects('attachments') ?? []).map((entry) => [idOf(entry), entry]));
  for (const entry of entries.values()) checkEntry(entry);
  const added = [...files].map(([number, file]) => newAttachment(file, entries.get(String(number))));
  const kept = [...entries].filter(([id]) => !files.has(Number(id))).map(([id, entry]) => [id, readTexts(entry)] as const);
  if (added.length + kept.length > FILES_MAX) throw badRequest(30015, `Maximum number of attachments in a message reached (${FILES_MAX})`);
  return { added, kept: form.has('attachments') ? new Map(kept) : null };
}

/** The `n` of a new file is a number, the id of an old one a snowflake; both come as either. */
function idOf(entry: Form): string {
  const id = entry.raw('id');
  if (typeof id === 'number' && Number.isInteger(id)) return String(id);
  return entry.snowflake('id') ?? '';
}

function newAttachment(file: UploadedFile, entry: Form | undefined): NewAttachment {
  const filename = entry?.string('filename') ?? file.filename;
  return { file, filename: cleaned(filename), ...(entry !== undefined && readTexts(entry)) };
}

/** Of sounds also how long they are and how they look, which is not kept. */
function checkEntry(entry: Form): void {
  entry.string('filename', { min: 1, max: TEXT_MAX });
  entry.string('title', { max: TEXT_MAX });
  entry.number('duration_secs', { min: 0, max: SECONDS_MAX });
  entry.string('waveform', { max: 400 });
}

function readTexts(entry: Form): AttachmentTexts {
  return { description: entry.string('description', { max: TEXT_MAX }), isSpoiler: entry.boolean('is_spoiler') };
}

/** Names become part of a URL: what does not belong there becomes `_`. */
function cleaned(filename: string): string {
  return filename.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '') || 'unknown';
}
