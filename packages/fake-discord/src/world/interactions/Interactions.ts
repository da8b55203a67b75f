import type { APIMessage } from 'discord-api-types/v10';
import { RefusedError } from '../../errors.js';
import { forgetOldest } from '../../forgetOldest.js';
import { opaqueHash } from '../../opaqueHash.js';
import { Signal } from '../../Signal.js';
import type { UploadedFile } from '../forms/attachmentsForm.js';
import { ONLY_USERS } from '../forms/allowedMentions.js';
import { Form } from '../forms/Form.js';
import { ANSWER_FLAGS, EPHEMERAL, readDraft, readEdit } from '../forms/messageForm.js';
import type { MessageDraft, MessageEdit } from '../forms/messageForm.js';
import type { FoundMessage, Messages } from '../Messages.js';
import { badRequest, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { CallbackType, focusedType, readCallbackType, readModal, readSuggestions } from './callbackForm.js';
import { interactionPayload } from './interactionPayload.js';
import type { InteractionAnswer, InteractionRecord, InteractionSpec } from './InteractionRecord.js';
import { localeOf } from './locales.js';

/** How long the first answer may take. */
export const FIRST_ANSWER_MS = 3_000;
const TOKEN_MS = 900_000;
/** Of more the tokens of the oldest expire before their time. */
const KEPT_MAX = 1_000;
const LOADING = 128;
/** Subcommands, and groups of them. */
const NESTED: readonly number[] = [1, 2];
const REPLY = 19;
/** Only where nobody but the person has installed the application. */
const FOLLOW_UPS_OF_USERS_MAX = 5;

type Files = ReadonlyMap<number, UploadedFile>;

/**
 * What comes of people using commands, components and modals: each use is told once, must be answered within three seconds, once, and can be added to for
 * a quarter of an hour by whoever has its token.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding | Receiving and responding}
 */
export class Interactions {
  /** Those to which the bot's endpoint gave no answer. */
  readonly failures = new Signal<InteractionRecord>();

  private deliver: (record: InteractionRecord) => boolean = () => false;
  private readonly answers = new Signal<InteractionRecord>();
  private readonly messages: Messages;
  private readonly records = new Map<string, InteractionRecord>();
  private readonly world: World;

  constructor(world: World, messages: Messages) {
    this.world = world;
    this.messages = messages;
  }

  /** Tells the bot that somebody has used something of it. */
  open(spec: InteractionSpec): InteractionRecord {
    const id = this.world.snowflakes.next();
    const openedAtMs = this.world.clock.nowMs();
    this.forgetExpired();
    const record: InteractionRecord = {
      ...spec,
      id,
      token: makeToken(id),
      openedAtMs,
      answer: null,
      originalId: null,
      failure: null,
      followUpIds: [],
    };
    this.records.set(record.token, record);
    forgetOldest(this.records, KEPT_MAX);
    if (this.deliver(record)) return record;
    const guildId = spec.channel.isDirect ? null : spec.channel.guildId;
    this.world.publish({ t: 'INTERACTION_CREATE', d: interactionPayload(this.world, record), guildId });
    return record;
  }

  /** Whether a modal of this interaction was sent, and the bot has taken it: then it is closed. */
  hasTakenModal({ id }: InteractionRecord): boolean {
    return [...this.records.values()].some(({ answer, metadata, type }) => {
      const source = metadata['triggering_interaction_metadata'] as { readonly id?: unknown } | undefined;
      return type === 5 && answer !== null && source?.id === id;
    });
  }

  /** Lets interactions be brought to the bot otherwise than by the gateway, where `deliver` returns `true`. */
  deliverBy(deliver: (record: InteractionRecord) => boolean): void {
    this.deliver = deliver;
  }

  /** Hears of every first answer, until the returned function is called. */
  onAnswer(listener: (record: InteractionRecord) => void): () => void {
    return this.answers.listen(listener);
  }

  /** Notes why there will be no answer. */
  fail(record: InteractionRecord, why: string): void {
    record.failure = why;
    this.failures.tell(record);
  }

  /** The interaction of an id. */
  find(id: string): InteractionRecord | undefined {
    return this.records.get(makeToken(id));
  }

  /**
   * The first answer.
   *
   * @throws {@link RefusedError} 10062 when it comes too late or knows no such interaction, 40060 when there is one already
   */
  answer(id: string, token: string, form: Form, files: Files): InteractionRecord {
    const record = this.records.get(token);
    const ageMs = this.world.clock.nowMs() - (record?.openedAtMs ?? -Infinity);
    if (record?.id !== id || ageMs > (record.answer === null ? FIRST_ANSWER_MS : TOKEN_MS)) throw unknown('interaction');
    if (record.answer !== null) throw badRequest(40060, 'Interaction has already been acknowledged.');
    const type = readCallbackType(form, record);
    record.answer = { type, ...this.carryOut(type, record, form, files) };
    this.answers.tell(record);
    return record;
  }

  /**
   * The interaction of a token, to add to it.
   *
   * @throws {@link RefusedError} 50027 for a token that is none or has expired, 10015 before the first answer
   */
  openToken(token: string): InteractionRecord {
    const record = this.records.get(token);
    if (record === undefined || this.world.clock.nowMs() - record.openedAtMs > TOKEN_MS)
      throw new RefusedError({ status: 401, discordCode: 50027, discordMessage: 'Invalid Webhook Token' });
    if (record.answer === null) throw unknown('Webhook');
    return record;
  }

  /** Adds a message. Right after "the bot is thinking" it takes the place of that. */
  followUp(record: InteractionRecord, form: Form, files: Files): FoundMessage {
    const draft = readDraft(form, files, ANSWER_FLAGS);
    const original = record.originalId === null ? undefined : record.channel.messages.find(record.originalId);
    if (original !== undefined && isLoading(original.payload)) {
      return this.edit(record, original.payload.id, readEdit(form, files, { mayBecomePoll: true }));
    }
    if (isUserInstalled(record) && record.followUpIds.length >= FOLLOW_UPS_OF_USERS_MAX)
      throw badRequest(40094, 'This interaction has hit the maximum number of follow up messages');
    const metadata = { original_response_message_id: record.originalId };
    const found = this.post(record, draft, { type: REPLY, ...this.replyTo(record.originalId, record), ...this.metadata(record, metadata) });
    record.followUpIds.push(found.record.payload.id);
    return found;
  }

  /** A message of this interaction; `@original` is the one that the first answer led to. */
  message(record: InteractionRecord, messageId: string): FoundMessage {
    const { channel, followUpIds, originalId } = record;
    const id = messageId === '@original' ? originalId : messageId;
    const isOfIt = id !== null && (id === originalId || followUpIds.includes(id));
    const found = isOfIt ? channel.messages.find(id) : undefined;
    if (found === undefined) throw unknown('Message');
    return { channel, record: found };
  }

  edit(record: InteractionRecord, messageId: string, edit: MessageEdit): FoundMessage {
    const found = this.message(record, messageId);
    const { payload } = found.record;
    const settled = { ...found.record, payload: { ...payload, flags: (payload.flags ?? 0) & ~LOADING } };
    // The first words of a deferred answer are no edit of it.
    const fillsIn = isLoading(payload);
    return this.messages.editAsAuthor(
      { ...found, record: settled },
      { ...edit, allowedMentions: edit.allowedMentions ?? ONLY_USERS, fillsIn },
    );
  }

  deleteMessage(record: InteractionRecord, messageId: string): void {
    this.messages.deleteAsAuthor(this.message(record, messageId));
  }

  /** Those whose tokens are worth nothing any more; the oldest come first. */
  private forgetExpired(): void {
    for (const [token, { openedAtMs }] of this.records) {
      if (this.world.clock.nowMs() - openedAtMs <= TOKEN_MS) return;
      this.records.delete(token);
    }
  }

  private carryOut(type: number, record: InteractionRecord, form: Form, files: Files): Omit<InteractionAnswer, 'type'> {
    const data = form.object('data') ?? new Form({});
    if (type === CallbackType.Suggestions)
      return { choices: checked(form, readSuggestions(form, focusedType(record.data['options']), localeOf(this.world, record.user.id))) };
    if (type === CallbackType.Modal) return { modal: checked(form, readModal(form)) };
    if (type === CallbackType.Message) record.originalId = this.reply(record, readDraft(data, files, ANSWER_FLAGS));
    if (type === CallbackType.DeferredMessage) record.originalId = this.reply(record, loading(data));
    if (type === CallbackType.DeferredUpdate || type === CallbackType.Update) record.originalId = record.message?.record.payload.id ?? null;
    if (type === CallbackType.Update) this.edit(record, '@original', readEdit(data, files));
    return {};
  }

  private reply(record: InteractionRecord, draft: MessageDraft): string {
    const sourceId = record.message?.record.payload.id ?? null;
    const more = { type: record.replyType, ...this.replyTo(sourceId, record), ...this.metadata(record) };
    return this.post(record, draft, more).record.payload.id;
  }

  private post(record: InteractionRecord, draft: MessageDraft, more: object): FoundMessage {
    const onlyFor = (draft.flags & EPHEMERAL) === 0 ? null : record.user.id;
    const fields = { application_id: this.world.application.id, webhook_id: this.world.application.id, ...more };
    const allowedMentions = draft.allowedMentions ?? ONLY_USERS;
    return this.messages.postAs(this.world.bot, record.channel, { ...draft, allowedMentions, reference: null }, fields, onlyFor);
  }

  private replyTo(messageId: string | null, { channel }: InteractionRecord): Pick<APIMessage, 'message_reference'> {
    if (messageId === null) return {};
    const guild = channel.isDirect ? {} : { guild_id: channel.guildId };
    return { message_reference: { type: 0, channel_id: channel.id, message_id: messageId, ...guild } };
  }

  private metadata(record: InteractionRecord, more: object = {}): object {
    const { data, id, type, user } = record;
    // The older of the two fields is still sent, for commands only.
    const older = type === 2 ? { interaction: { id, type, name: fullName(data), user } } : {};
    return { interaction_metadata: { ...metadataOf(record), ...more }, ...older };
  }
}

/**
 * The name of a command with its subcommand: `config set`.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#message-interaction-object | Message interactions}
 */
function fullName({ name, options }: Readonly<Record<string, unknown>>): string {
  const [first] = Array.isArray(options) ? (options as readonly Readonly<Record<string, unknown>>[]) : [];
  return first !== undefined && NESTED.includes(Number(first['type'])) ? `${String(name)} ${fullName(first)}` : String(name);
}

/** What messages tell of the interaction that they come of. */
export function metadataOf(record: InteractionRecord): object {
  const { id, metadata, owners, type, user } = record;
  return { id, type, user, authorizing_integration_owners: owners, ...metadata };
}

function isUserInstalled({ owners }: InteractionRecord): boolean {
  return Object.keys(owners).join() === '1';
}

function checked<Value>(form: Form, value: Value): Value {
  form.check();
  return value;
}

/** Whether a message says that the bot is thinking. */
export function isLoading({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & LOADING) !== 0;
}

/** "The bot is thinking": of its flags only the one that hides it counts. */
function loading(data: Form): MessageDraft {
  const flags = (data.integer('flags') ?? 0) & EPHEMERAL;
  data.check();
  return {
    allowedMentions: null,
    attachments: [],
    components: [],
    content: '',
    embeds: [],
    enforceNonce: false,
    flags: flags | LOADING,
    nonce: undefined,
    poll: null,
    reference: null,
    stickerIds: [],
    clientTheme: null,
    tts: false,
  };
}

function makeToken(id: string): string {
  return Buffer.from(`interaction:${id}:${opaqueHash(id)}${opaqueHash(`token ${id}`)}`).toString('base64url');
}
