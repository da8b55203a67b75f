import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { forgetOldest } from '../forgetOldest.js';
import { enterChannel, guildOf, isAllowed } from './access.js';
import { attach, reattach } from './attachments.js';
import { moderate } from './automod/moderate.js';
import { holdsMessages } from './channelTypes.js';
import { emptyMessage, IS_COMPONENTS_V2, isEmpty } from './forms/messageForm.js';
import type { MessageDraft, MessageEdit } from './forms/messageForm.js';
import { audit } from './guild/Doer.js';
import { wakeThread } from './guild/wakeThread.js';
import { changesContent, MessageComposer } from './MessageComposer.js';
import type { MessageRecord, PageOfMessages } from './MessageLog.js';
import { messageEvent } from './messagePayloads.js';
import type { ChannelRecord, GuildChannelRecord } from './records.js';
import { badRequest, forbidden, invalidForm, missingAccess, missingPermissions, unknown } from './refusals.js';
import { snowflakeMs } from './Snowflakes.js';
import { refuseSystemMessage } from './systemMessages.js';
import { STICKER_PACK } from './stickerPacks.js';
import type { World } from './World.js';

const ANNOUNCEMENT = 5;
const MESSAGE_DELETE = 72;
const MESSAGE_BULK_DELETE = 73;
const CROSSPOSTED = 1;
const IS_CROSSPOST = 2;
/** Discord says "a few minutes". */
const NONCE_KEPT_MS = 300_000;
const NONCES_KEPT_MAX = 1_000;
const BULK_MIN = 2;
const BULK_MAX = 100;
const BULK_AGE_MAX_MS = 14 * 86_400_000;
const TOO_FEW_OR_MANY = 'Provided too few or too many messages to delete. Must provide at least 2 and at most 100 messages to delete';

interface KeptNonce {
  readonly messageId: string;
  readonly untilMs: number;
}

/** A message and the channel it is in. */
export interface FoundMessage {
  readonly channel: ChannelRecord;
  readonly record: MessageRecord;
}

/**
 * Posting, changing and reading messages, by the bot or by a person: the same rules hold for both. What is refused throws a
 * {@link RefusedError} and leaves everything as it was; what is done is published before the method returns.
 */
export class Messages {
  private readonly composer: MessageComposer;
  private readonly nonces = new Map<string, KeptNonce>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.composer = new MessageComposer(world);
  }

  post(author: APIUser, channelId: string, draft: MessageDraft): FoundMessage {
    const channel = this.enterToPost(author.id, channelId, draft);
    const earlier = this.earlierOf(author, channel, draft);
    if (earlier !== undefined) return { channel, record: earlier };
    this.world.slowmode.check(author.id, channel);
    const follow = moderate(this.world, this, { channel, content: draft.content, userId: author.id });
    this.world.slowmode.note(author.id, channel);
    const posted = this.postAs(author, channel, draft);
    follow(posted.record.payload.id);
    return posted;
  }

  /** Posts without asking what the author may do: a webhook may do all that can be done with it. */
  postAs(
    author: APIUser,
    channel: ChannelRecord,
    draft: MessageDraft,
    more: Partial<APIMessage> = {},
    onlyFor: string | null = null,
  ): FoundMessage {
    const { attachments, files } = attach(this.world, channel.id, draft.attachments);
    const record = channel.messages.add({ ...this.composer.compose(author, channel, draft, attachments), ...more }, files, onlyFor);
    this.keepNonce(author, channel, draft, record);
    const nonce = draft.nonce === undefined ? {} : { nonce: draft.nonce };
    this.publish('MESSAGE_CREATE', channel, record, { ...messageEvent(this.world, channel, record), ...nonce });
    return { channel, record };
  }

  /** Posts what Discord posts itself: that a message was pinned, a thread begun, a poll ended. */
  postSystem(author: APIUser, channel: ChannelRecord, type: number, more: Partial<APIMessage> | object = {}): FoundMessage {
    const payload: APIMessage = { ...this.composer.blank(author, channel), ...more, type };
    const record = channel.messages.add(payload);
    this.publish('MESSAGE_CREATE', channel, record, messageEvent(this.world, channel, record));
    return { channel, record };
  }

  edit(editorId: string, channelId: string, messageId: string, edit: MessageEdit): FoundMessage {
    const { channel, record } = this.find(editorId, channelId, messageId);
    refuseSystemMessage(record.payload);
    if (record.payload.author.id !== editorId) this.checkForeignEdit(editorId, channel, edit);
    const follow =
      edit.content === undefined ? undefined : moderate(this.world, this, { channel, content: edit.content, userId: editorId });
    const edited = this.editAsAuthor({ channel, record }, edit);
    follow?.(messageId);
    return edited;
  }

  editAsAuthor({ channel, record }: FoundMessage, edit: MessageEdit): FoundMessage {
    if (record.payload.poll !== undefined && changesContent(edit)) throw badRequest(520003, 'Cannot edit a poll message');
    const before = { attachments: record.payload.attachments, files: record.files };
    const attached = edit.attachments === undefined ? before : reattach(this.world, channel.id, before, edit.attachments);
    const payload = this.composer.edited(channel, record.payload, edit, attached.attachments);
    checkLayout(payload, edit);
    if (hasNothingBeside(payload) && isEmpty(payload)) throw emptyMessage();
    const after: MessageRecord = { ...record, files: attached.files, payload };
    channel.messages.replace(after);
    this.publish('MESSAGE_UPDATE', channel, after, messageEvent(this.world, channel, after));
    return { channel, record: after };
  }

  delete(userId: string, channelId: string, messageId: string, reason: string | null = null): void {
    const { channel, record } = this.find(userId, channelId, messageId);
    const { author } = record.payload;
    if (author.id !== userId) this.checkForeignDelete(userId, channel);
    this.deleteAsAuthor({ channel, record });
    if (author.id === userId || channel.isDirect) return;
    const options = { channel_id: channelId, count: '1' };
    audit(this.world, this.world.guild(channel.guildId), { reason, userId }, { actionType: MESSAGE_DELETE, targetId: author.id, options });
  }

  /**
   * Publishes a message of an announcement channel: it appears in the channels that follow.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#crosspost-message | Crosspost message}
   */
  crosspost(userId: string, channelId: string, messageId: string): FoundMessage {
    const { channel, record } = this.find(userId, channelId, messageId);
    if (channel.isDirect || channel.type !== ANNOUNCEMENT) throw badRequest(50024, 'Cannot execute action on this channel type');
    const needed = record.payload.author.id === userId ? 'SendMessages' : 'ManageMessages';
    if (!isAllowed(this.world, userId, channel, needed)) throw missingPermissions();
    const flags = record.payload.flags ?? 0;
    if ((flags & CROSSPOSTED) !== 0) throw badRequest(40033, 'This message has already been crossposted.');
    const after: MessageRecord = { ...record, payload: { ...record.payload, flags: flags | CROSSPOSTED } };
    channel.messages.replace(after);
    this.publish('MESSAGE_UPDATE', channel, after, messageEvent(this.world, channel, after));
    this.deliver(channel, after.payload);
    return { channel, record: after };
  }

  deleteAsAuthor({ channel, record }: FoundMessage): void {
    const messageId = record.payload.id;
    channel.messages.delete(messageId);
    const guild = guildOf(this.world, channel);
    const ids = { id: messageId, channel_id: channel.id, ...(guild !== undefined && { guild_id: guild.id }) };
    this.publish('MESSAGE_DELETE', channel, record, ids);
  }

  /**
   * Deletes up to a hundred at once; ids that name none are passed over.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#bulk-delete-messages | Bulk delete messages}
   */
  deleteMany(userId: string, channelId: string, messageIds: readonly string[], reason: string | null = null): void {
    const channel = enterChannel(this.world, userId, channelId, 'ManageMessages');
    if (channel.isDirect) throw forbidden(50003, 'Cannot execute action on a DM channel');
    if (messageIds.length < BULK_MIN || messageIds.length > BULK_MAX) throw badRequest(50016, TOO_FEW_OR_MANY);
    const oldestMs = this.world.clock.wallMs() - BULK_AGE_MAX_MS;
    if (messageIds.some((id) => snowflakeMs(id) < oldestMs)) throw badRequest(50034, 'A message provided was too old to bulk delete');
    const ids = [...new Set(messageIds)].filter((id) => channel.messages.delete(id));
    if (ids.length === 0) return;
    this.world.publishInChannel(channel, 'MESSAGE_DELETE_BULK', { ids, channel_id: channel.id, guild_id: channel.guildId });
    const note = { actionType: MESSAGE_BULK_DELETE, targetId: channelId, options: { count: String(ids.length) } };
    audit(this.world, this.world.guild(channel.guildId), { reason, userId }, note);
  }

  /** A message for somebody who sees its channel. */
  find(userId: string, channelId: string, messageId: string): FoundMessage {
    const channel = enterChannel(this.world, userId, channelId);
    const record = channel.messages.get(messageId);
    if (record === undefined) throw unknown('Message');
    return { channel, record };
  }

  /** A message for somebody who may read what was written before. */
  read(userId: string, channelId: string, messageId: string): FoundMessage {
    const channel = enterChannel(this.world, userId, channelId);
    if (!isAllowed(this.world, userId, channel, 'ReadMessageHistory')) throw missingAccess();
    return this.find(userId, channelId, messageId);
  }

  /** A page of history, newest first; empty for who may not read it. */
  list(userId: string, channelId: string, page: PageOfMessages): readonly FoundMessage[] {
    const channel = enterChannel(this.world, userId, channelId);
    if (!isAllowed(this.world, userId, channel, 'ReadMessageHistory')) return [];
    return channel.messages.page(page).map((record) => ({ channel, record }));
  }

  private enterToPost(authorId: string, channelId: string, draft: MessageDraft): ChannelRecord {
    const channel = enterChannel(this.world, authorId, channelId, 'SendMessages');
    if (channel.isDirect) this.checkSharedGuild(channel.recipient.id);
    else if (!holdsMessages(channel)) throw badRequest(50008, 'Cannot send messages in a non-text channel');
    else wakeThread(this.world, channel, authorId);
    const needsHistory = draft.reference?.type === 'reply' && !isAllowed(this.world, authorId, channel, 'ReadMessageHistory');
    if (needsHistory) throw forbidden(160002, 'Cannot reply without permission to read message history');
    if (draft.embeds.length > 0 && !isAllowed(this.world, authorId, channel, 'EmbedLinks')) throw missingPermissions();
    if (draft.attachments.length > 0 && !isAllowed(this.world, authorId, channel, 'AttachFiles')) throw missingPermissions();
    if (draft.poll !== null && !isAllowed(this.world, authorId, channel, 'SendPolls')) throw missingPermissions();
    if (draft.tts && !isAllowed(this.world, authorId, channel, 'SendTTSMessages')) throw missingPermissions();
    this.checkStickers(authorId, channel, draft.stickerIds);
    return channel;
  }

  /** Stickers of other guilds are a permission of their own. */
  private checkStickers(authorId: string, channel: ChannelRecord, stickerIds: readonly string[]): void {
    if (stickerIds.length === 0 || isAllowed(this.world, authorId, channel, 'UseExternalStickers')) return;
    const own = guildOf(this.world, channel)?.things.stickers;
    const isForeign = (id: string): boolean => own?.has(id) !== true && !STICKER_PACK.stickers.some((each) => each.id === id);
    if (stickerIds.some(isForeign)) throw forbidden(50600, 'You do not have permission to send this sticker.');
  }

  private deliver(source: GuildChannelRecord, { attachments, components, content, embeds, id }: APIMessage): void {
    for (const webhook of this.world.webhooks.values()) {
      const target = this.world.channels.get(webhook.channelId);
      if (webhook.sourceId !== source.id || target === undefined) continue;
      const author = { id: webhook.id, username: webhook.name, discriminator: '0000', global_name: null, avatar: null, bot: true };
      const reference = { type: 0, guild_id: source.guildId, channel_id: source.id, message_id: id };
      const copy = { attachments, components, content, embeds, flags: IS_CROSSPOST, message_reference: reference, webhook_id: webhook.id };
      this.postSystem(author, target, 0, copy);
    }
  }

  private checkSharedGuild(recipientId: string): void {
    for (const guild of this.world.guilds.values()) if (guild.members.has(recipientId)) return;
    throw forbidden(50278, 'Cannot send messages to this user due to having no mutual guilds');
  }

  /** Of others' messages a moderator may change the flags, and nobody anything else. */
  private checkForeignEdit(editorId: string, channel: ChannelRecord, edit: MessageEdit): void {
    if (changesContent(edit) || channel.isDirect) throw forbidden(50005, 'Cannot edit a message authored by another user');
    if (!isAllowed(this.world, editorId, channel, 'ManageMessages')) throw missingPermissions();
  }

  private checkForeignDelete(userId: string, channel: ChannelRecord): void {
    if (channel.isDirect) throw forbidden(50003, 'Cannot execute action on a DM channel');
    if (!isAllowed(this.world, userId, channel, 'ManageMessages')) throw missingPermissions();
  }

  private earlierOf(author: APIUser, channel: ChannelRecord, draft: MessageDraft): MessageRecord | undefined {
    if (!draft.enforceNonce || draft.nonce === undefined) return undefined;
    const kept = this.nonces.get(nonceKey(author, channel, draft.nonce));
    return kept === undefined || kept.untilMs < this.world.clock.nowMs() ? undefined : channel.messages.get(kept.messageId);
  }

  /** What one person alone sees counts as a direct message for intents, and says nothing of its guild. */
  private publish(t: string, channel: ChannelRecord, { onlyFor }: MessageRecord, d: object): void {
    if (onlyFor === null) {
      this.world.publishInChannel(channel, t, d);
      return;
    }
    const { guild_id: _, member: __, ...rest } = d as Readonly<Record<string, unknown>>;
    const guildId = channel.isDirect ? null : channel.guildId;
    this.world.publish({ t, d: rest, guildId, isDirect: true }, { channelId: channel.id, onlyFor });
  }

  private keepNonce(author: APIUser, channel: ChannelRecord, { nonce, enforceNonce }: MessageDraft, { payload }: MessageRecord): void {
    if (nonce === undefined || !enforceNonce) return;
    const nowMs = this.world.clock.nowMs();
    for (const [key, { untilMs }] of this.nonces) {
      // Oldest first: the first that still counts ends the sweep.
      if (untilMs >= nowMs) break;
      this.nonces.delete(key);
    }
    const key = nonceKey(author, channel, nonce);
    this.nonces.delete(key);
    this.nonces.set(key, { messageId: payload.id, untilMs: nowMs + NONCE_KEPT_MS });
    forgetOldest(this.nonces, NONCES_KEPT_MAX);
  }
}

/** A message of components alone stays one: nothing else can be put beside them, and layouts stand in no other. */
function checkLayout({ components = [], content, embeds, flags }: APIMessage, edit: MessageEdit): void {
  const isV2 = ((flags ?? 0) & IS_COMPONENTS_V2) !== 0;
  if (isV2 && (content !== '' || embeds.length > 0)) {
    const message = 'The content and embeds fields cannot be used when using MessageFlags.IS_COMPONENTS_V2';
    throw invalidForm({ _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message }] });
  }
  if (isV2 || edit.components === undefined || components.every(({ type }) => type === 1)) return;
  throw invalidForm({ components: { _errors: [{ code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of (1,).' }] } });
}

function nonceKey(author: APIUser, channel: ChannelRecord, nonce: number | string): string {
  return `${author.id} ${channel.id} ${String(nonce)}`;
}

/** Whether there is nothing that stands by itself, whatever is taken away. */
function hasNothingBeside({ poll, shared_client_theme: theme, sticker_items: stickers }: APIMessage): boolean {
  return poll === undefined && theme === undefined && stickers === undefined;
}
