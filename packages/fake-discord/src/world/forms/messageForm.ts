import type { APIEmbed } from 'discord-api-types/v10';
import { FakeDiscordError } from '../../errors.js';
import { badRequest } from '../refusals.js';
import { readAllowedMentions } from './allowedMentions.js';
import type { AllowedMentions } from './allowedMentions.js';
import { readAttachments, readAttachmentsEdit } from './attachmentsForm.js';
import type { AttachmentsEdit, NewAttachment, UploadedFile } from './attachmentsForm.js';
import { checkEmbeds } from './embedForm.js';
import type { Form } from './Form.js';

/** The wire's `message_reference` of a reply, read. */
export interface ReplyReference {
  readonly failIfNotExists: boolean;
  readonly messageId: string;
}

/** A message that somebody wants to post. */
export interface MessageDraft {
  readonly allowedMentions: AllowedMentions | null;
  readonly attachments: readonly NewAttachment[];
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly enforceNonce: boolean;
  readonly flags: number;
  readonly nonce: number | string | undefined;
  readonly reference: ReplyReference | null;
  readonly tts: boolean;
}

/** What there is to see of a message. */
export interface Visible {
  readonly attachments: readonly unknown[];
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
}

/** A change of a message. What is `undefined` stays as it is. */
export interface MessageEdit {
  readonly allowedMentions: AllowedMentions | null;
  /** `undefined` also when nothing changes. */
  readonly attachments: AttachmentsEdit | undefined;
  readonly content: string | undefined;
  readonly embeds: readonly APIEmbed[] | undefined;
  readonly flags: number | undefined;
}

const CONTENT_MAX = 2000;
const NONCE_MAX = 25;
const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4096;
const NOT_SIMULATED = ['components', 'poll', 'shared_client_theme', 'sticker_ids'];

/**
 * Reads the body of "create message".
 *
 * @throws {@link RefusedError} 50035 for wrong fields, 50006 for an empty message
 * @throws {@link FakeDiscordError} `FAKE_NOT_SIMULATED` for what this fake does not keep
 * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
 */
export function readDraft(form: Form, files: ReadonlyMap<number, UploadedFile> = new Map()): MessageDraft {
  refuseNotSimulated(form);
  const draft: MessageDraft = {
    allowedMentions: readAllowedMentions(form),
    attachments: readAttachments(form, files),
    content: form.string('content', { max: CONTENT_MAX }) ?? '',
    embeds: readEmbeds(form) ?? [],
    enforceNonce: form.boolean('enforce_nonce') ?? false,
    flags: (form.integer('flags') ?? 0) & (SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS),
    nonce: readNonce(form),
    reference: readReference(form),
    tts: form.boolean('tts') ?? false,
  };
  form.check();
  if (isEmpty(draft)) throw emptyMessage();
  return draft;
}

/** Reads the body of "edit message". Whether it leaves anything to show is for the message to say: see {@link isEmpty}. */
export function readEdit(form: Form, files: ReadonlyMap<number, UploadedFile> = new Map()): MessageEdit {
  refuseNotSimulated(form);
  const flags = form.integer('flags');
  const edit: MessageEdit = {
    allowedMentions: readAllowedMentions(form),
    attachments: form.has('attachments') || files.size > 0 ? readAttachmentsEdit(form, files) : undefined,
    content: form.isNull('content') ? '' : form.string('content', { max: CONTENT_MAX }),
    embeds: form.isNull('embeds') ? [] : readEmbeds(form),
    flags: flags === undefined ? undefined : flags & SUPPRESS_EMBEDS,
  };
  form.check();
  return edit;
}

/** True when there would be nothing to see. White space is nothing. */
export function isEmpty({ attachments, content, embeds }: Visible): boolean {
  return content.trim() === '' && embeds.length === 0 && attachments.length === 0;
}

/** The refusal of a message with nothing in it. */
export function emptyMessage(): Error {
  return badRequest(50006, 'Cannot send an empty message');
}

function refuseNotSimulated(form: Form): void {
  for (const name of NOT_SIMULATED) {
    const value = form.raw(name);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
      what: `FakeDiscord does not simulate \`${name}\` of a message yet.`,
      cure: `Leave \`${name}\` out, or test this part against Discord.`,
    });
  }
}

function readEmbeds(form: Form): readonly APIEmbed[] | undefined {
  const embeds = form.objects('embeds', { max: 10 });
  if (embeds === undefined) return undefined;
  checkEmbeds(form, embeds);
  return (form.list('embeds') as readonly APIEmbed[]).map((embed) => ({ ...embed, type: 'rich' as NonNullable<APIEmbed['type']> }));
}

function readNonce(form: Form): number | string | undefined {
  return typeof form.raw('nonce') === 'string' ? form.string('nonce', { max: NONCE_MAX }) : form.integer('nonce');
}

function readReference(form: Form): ReplyReference | null {
  const reference = form.object('message_reference');
  if (reference === undefined) return null;
  if ((reference.integer('type') ?? 0) !== 0) {
    throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
      what: 'FakeDiscord does not simulate forwarded messages yet (`message_reference.type` is not 0).',
      cure: 'Reply instead, or test this part against Discord.',
    });
  }
  const messageId = reference.snowflake('message_id');
  if (!reference.has('message_id')) reference.refuse('message_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  return messageId === undefined ? null : { messageId, failIfNotExists: reference.boolean('fail_if_not_exists') ?? true };
}
