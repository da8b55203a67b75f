import type { APIEmbed, APIMessageSharedClientTheme } from 'discord-api-types/v10';
import { FakeDiscordError } from '../../errors.js';
import { badRequest } from '../refusals.js';
import { readAllowedMentions } from './allowedMentions.js';
import type { AllowedMentions } from './allowedMentions.js';
import { readAttachments, readAttachmentsEdit } from './attachmentsForm.js';
import type { AttachmentsEdit, NewAttachment, UploadedFile } from './attachmentsForm.js';
import { readClientTheme } from './clientThemeForm.js';
import { flatten, readMessageComponents } from './components/readComponents.js';
import type { Component } from './components/readComponents.js';
import { checkEmbeds } from './embedForm.js';
import type { Form } from './Form.js';
import { readPoll } from './pollForm.js';
import type { PollDraft } from './pollForm.js';

/** The wire's `message_reference`, read: what is answered, or what is forwarded, from which channel. */
export interface MessageReference {
  readonly channelId: string | undefined;
  readonly failIfNotExists: boolean;
  readonly messageId: string;
  readonly type: 'forward' | 'reply';
}

/** A message that somebody wants to post. */
export interface MessageDraft {
  readonly allowedMentions: AllowedMentions | null;
  readonly attachments: readonly NewAttachment[];
  /** Colours that it shares. */
  readonly clientTheme: APIMessageSharedClientTheme | null;
  readonly components: readonly Component[];
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly enforceNonce: boolean;
  readonly flags: number;
  readonly nonce: number | string | undefined;
  readonly poll: PollDraft | null;
  readonly reference: MessageReference | null;
  readonly stickerIds: readonly string[];
  readonly tts: boolean;
}

/** What there is to see of a message. */
export interface Visible {
  readonly attachments: readonly unknown[];
  readonly components?: readonly unknown[] | undefined;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
}

/** A change of a message. What is `undefined` stays as it is. */
export interface MessageEdit {
  readonly allowedMentions: AllowedMentions | null;
  /** `undefined` also when nothing changes. */
  readonly attachments: AttachmentsEdit | undefined;
  readonly components: readonly Component[] | undefined;
  readonly content: string | undefined;
  readonly embeds: readonly APIEmbed[] | undefined;
  /** Whether these are the first words of a deferred answer, which Discord does not count as an edit. */
  readonly fillsIn?: boolean;
  readonly flags: number | undefined;
  /** Only while the bot is thinking. */
  readonly poll?: PollDraft | null;
}

/** The flags that whoever posts may set. */
export interface DraftFlags {
  readonly allowed: number;
}

/** The flag of a message that is made of components alone. It never goes away again. */
export const IS_COMPONENTS_V2 = 1 << 15;
/** The flag of an answer that only one person sees. */
export const EPHEMERAL = 64;
const CONTENT_MAX = 2000;
const NONCE_MAX = 25;
const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4096;
const BOT_FLAGS: DraftFlags = { allowed: SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_COMPONENTS_V2 };
/** Answers to interactions and follow-ups may be for one person's eyes. */
export const ANSWER_FLAGS: DraftFlags = { allowed: BOT_FLAGS.allowed | EPHEMERAL };
const LEGACY_FIELDS = ['content', 'embeds', 'poll', 'shared_client_theme', 'sticker_ids'];
const STICKERS_MAX = 3;

/**
 * Reads the body of "create message".
 *
 * @throws {@link RefusedError} 50035 for wrong fields, 50006 for an empty message
 * @throws {@link FakeDiscordError} `FAKE_NOT_SIMULATED` for what this fake does not keep
 * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
 */
export function readDraft(form: Form, files: ReadonlyMap<number, UploadedFile> = new Map(), flags: DraftFlags = BOT_FLAGS): MessageDraft {
  const given = (form.integer('flags') ?? 0) & flags.allowed;
  const isV2 = (given & IS_COMPONENTS_V2) !== 0;
  if (isV2) refuseLegacyFields(form);
  const draft: MessageDraft = {
    allowedMentions: readAllowedMentions(form),
    attachments: readAttachments(form, files),
    clientTheme: readClientTheme(form),
    components: readMessageComponents(form, isV2) ?? [],
    content: form.string('content', { max: CONTENT_MAX }) ?? '',
    embeds: readEmbeds(form) ?? [],
    enforceNonce: form.boolean('enforce_nonce') ?? false,
    flags: given,
    nonce: readNonce(form),
    poll: readPoll(form),
    reference: readReference(form),
    stickerIds: form.snowflakes('sticker_ids', { max: STICKERS_MAX }) ?? [],
    tts: form.boolean('tts') ?? false,
  };
  checkFiles(form, draft);
  checkForward(form, draft);
  form.check();
  if (draft.reference?.type !== 'forward' && isEmpty(draft) && hasNothingElse(draft)) throw emptyMessage();
  return draft;
}

/** What is edited: only "the bot is thinking" can become a poll. */
export interface EditTraits {
  readonly mayBecomePoll?: boolean;
}

/** Reads the body of "edit message". Whether it leaves anything to show is for the message to say: see {@link isEmpty}. */
export function readEdit(
  form: Form,
  files: ReadonlyMap<number, UploadedFile> = new Map(),
  { mayBecomePoll = false }: EditTraits = {},
): MessageEdit {
  if ((form.list('sticker_ids') ?? []).length > 0) throw badRequest(50080, 'Cannot edit stickers within a message');
  if (!mayBecomePoll) refuseNotSimulated(form, ['poll']);
  const flags = form.integer('flags');
  const edit: MessageEdit = {
    allowedMentions: readAllowedMentions(form),
    attachments: form.has('attachments') || files.size > 0 ? readAttachmentsEdit(form, files) : undefined,
    components: form.isNull('components') ? [] : readEditedComponents(form, flags ?? 0),
    content: form.isNull('content') ? '' : form.string('content', { max: CONTENT_MAX }),
    embeds: form.isNull('embeds') ? [] : readEmbeds(form),
    flags: flags === undefined ? undefined : flags & (SUPPRESS_EMBEDS | IS_COMPONENTS_V2),
    ...(mayBecomePoll && { poll: readPoll(form) }),
  };
  form.check();
  return edit;
}

/** True when there would be nothing to see. White space is nothing. */
export function isEmpty({ attachments, components = [], content, embeds }: Visible): boolean {
  return content.trim() === '' && [attachments, components, embeds].every(({ length }) => length === 0);
}

/** Whether there is nothing either that stands by itself. */
function hasNothingElse({ clientTheme, poll, stickerIds }: MessageDraft): boolean {
  return clientTheme === null && poll === null && stickerIds.length === 0;
}

/** The refusal of a message with nothing in it. */
export function emptyMessage(): Error {
  return badRequest(50006, 'Cannot send an empty message');
}

function refuseNotSimulated(form: Form, names: readonly string[]): void {
  for (const name of names) {
    const value = form.raw(name);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
      what: `FakeDiscord does not simulate \`${name}\` of a message yet.`,
      cure: `Leave \`${name}\` out, or test this part against Discord.`,
    });
  }
}

/** Where components are all, there is nothing beside them. */
function refuseLegacyFields(form: Form): void {
  for (const name of LEGACY_FIELDS) {
    const value = form.raw(name);
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    form.refuse(
      name,
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

/** An edit does not say again that its message is of components alone; what it uses shows it. */
function readEditedComponents(form: Form, flags: number): readonly Component[] | undefined {
  const given = form.raw('components');
  const usesV2 = Array.isArray(given) && given.some((each: { readonly type?: unknown } | null) => each?.type !== 1);
  return readMessageComponents(form, usesV2 || (flags & IS_COMPONENTS_V2) !== 0);
}

/** A component that shows an attachment needs one. */
function checkFiles(form: Form, { attachments, components }: MessageDraft): void {
  const names = new Set(attachments.map(({ filename }) => `attachment://${filename}`));
  const shown = flatten(components).flatMap(({ file, media, items }) => [file, media, ...mediaOf(items)]);
  for (const each of shown) {
    const url = (each as { readonly url?: unknown } | undefined)?.url;
    if (typeof url !== 'string' || !url.startsWith('attachment://') || names.has(url)) continue;
    const message = `The referenced attachment "${url}" was not found`;
    form.refuse('components', 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message);
  }
}

function mediaOf(items: unknown): readonly unknown[] {
  return Array.isArray(items) ? items.map(({ media }: { readonly media?: unknown }) => media) : [];
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

function readReference(form: Form): MessageReference | null {
  const reference = form.object('message_reference');
  if (reference === undefined) return null;
  const type = (reference.choice('type', [0, 1]) ?? 0) === 0 ? 'reply' : 'forward';
  const messageId = reference.snowflake('message_id');
  reference.require('message_id', ...(type === 'forward' ? ['channel_id'] : []));
  if (messageId === undefined) return null;
  const failIfNotExists = reference.boolean('fail_if_not_exists') ?? true;
  return { type, messageId, failIfNotExists, channelId: reference.snowflake('channel_id') };
}

/** What is forwarded comes without a word of one's own. */
function checkForward(form: Form, draft: MessageDraft): void {
  if (draft.reference?.type !== 'forward' || (isEmpty(draft) && hasNothingElse(draft))) return;
  form.refuse('', 'MESSAGE_FORWARD_WITH_CONTENT', 'A forward cannot have content of its own.');
}
