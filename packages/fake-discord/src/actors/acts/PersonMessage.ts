import { Form } from '../../world/forms/Form.js';
import type { UploadedFile } from '../../world/forms/attachmentsForm.js';
import { uploaded } from '../../world/interactions/Resolution.js';
import type { Identified, PersonFile } from '../../world/interactions/Resolution.js';

/** A file that goes with a message. */
export interface PersonAttachment extends PersonFile {
  /** What is read to those who cannot see it. */
  readonly description?: string;
  readonly isSpoiler?: boolean;
}

/** A poll to be held. */
export interface PersonPoll {
  readonly allowsMany?: boolean;
  /** One to ten, as texts or with an emoji before each. */
  readonly answers: readonly (string | { readonly emoji?: string; readonly text: string })[];
  /**
   * How long it lasts, in hours.
   *
   * @defaultValue `24`
   */
  readonly durationHours?: number;
  readonly question: string;
}

/** What a person can send: at least one of content, files, poll and stickers. */
export interface PersonMessage {
  readonly content?: string;
  /** Up to ten. */
  readonly files?: readonly PersonAttachment[];
  /** Whether nobody gets a notification ("@silent"). */
  readonly isSilent?: boolean;
  /** What comes back in MESSAGE_CREATE, so that the sender knows the message again. */
  readonly nonce?: string;
  /** Whether the author of the message that this one answers is pinged.
   *
   * @defaultValue `true`
   */
  readonly pingsAuthor?: boolean;
  readonly poll?: PersonPoll;
  /** The message that this one answers. */
  readonly replyTo?: Identified;
  /** Up to three. */
  readonly stickers?: readonly Identified[];
}

/** What a person can change of a message. */
export interface PersonEdit {
  /** Of one's own message only. */
  readonly content?: string;
  /** The attachments that stay; all others go. Of one's own message only. */
  readonly keptFiles?: readonly Identified[];
  /** Whether embeds are hidden; of others' messages with the permission to manage them. */
  readonly suppressesEmbeds?: boolean;
}

const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4096;
const EVERYBODY = ['users', 'roles', 'everyone'];

/** The body of "create message", as Discord's app sends it. */
export function messageForm(message: PersonMessage | string): Form {
  if (typeof message === 'string') return new Form({ content: message });
  const { content, files = [], isSilent = false, nonce, pingsAuthor = true, poll, replyTo, stickers } = message;
  return new Form({
    content,
    nonce,
    ...(files.length > 0 && { attachments: files.map(attachmentEntry) }),
    ...(isSilent && { flags: SUPPRESS_NOTIFICATIONS }),
    ...(poll !== undefined && { poll: pollForm(poll) }),
    ...(replyTo !== undefined && { message_reference: { message_id: replyTo.id } }),
    ...(!pingsAuthor && { allowed_mentions: { parse: EVERYBODY, replied_user: false } }),
    ...(stickers !== undefined && { sticker_ids: stickers.map(({ id }) => id) }),
  });
}

/** Its files, by their numbers. */
export function filesOf(message: PersonMessage | string): ReadonlyMap<number, UploadedFile> {
  const files = typeof message === 'string' ? [] : (message.files ?? []);
  return new Map(files.map((file, index) => [index, uploaded(file)]));
}

/** The body of "edit message", as Discord's app sends it. */
export function editForm(edit: PersonEdit | string): Form {
  if (typeof edit === 'string') return new Form({ content: edit });
  const { content, keptFiles, suppressesEmbeds } = edit;
  return new Form({
    ...(content !== undefined && { content }),
    ...(keptFiles !== undefined && { attachments: keptFiles.map(({ id }) => ({ id })) }),
    ...(suppressesEmbeds !== undefined && { flags: suppressesEmbeds ? SUPPRESS_EMBEDS : 0 }),
  });
}

function attachmentEntry({ description, filename, isSpoiler = false }: PersonAttachment, id: number): object {
  return { id, filename, description, is_spoiler: isSpoiler };
}

function pollForm({ allowsMany = false, answers, durationHours, question }: PersonPoll): object {
  const media = answers.map((answer) => (typeof answer === 'string' ? { text: answer } : answer));
  return {
    question: { text: question },
    answers: media.map(({ emoji, text }) => ({ poll_media: { text, ...(emoji !== undefined && { emoji: { id: null, name: emoji } }) } })),
    allow_multiselect: allowsMany,
    duration: durationHours,
  };
}
