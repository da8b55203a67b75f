import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { enterChannel, guildOf, isAllowed } from './access.js';
import type { AllowedMentions } from './forms/allowedMentions.js';
import { emptyMessage, isEmpty } from './forms/messageForm.js';
import type { MessageDraft, MessageEdit } from './forms/messageForm.js';
import { mentionsOf } from './mentions.js';
import type { MessageRecord, PageOfMessages } from './MessageLog.js';
import { messageEvent } from './messagePayloads.js';
import type { ChannelRecord } from './records.js';
import { forbidden, invalidForm, missingAccess, missingPermissions, unknown } from './refusals.js';
import type { World } from './World.js';

const DEFAULT = 0;
const REPLY = 19;
const SUPPRESS_EMBEDS = 4;
/** Discord says "a few minutes". */
const NONCE_KEPT_MS = 300_000;

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
  private readonly nonces = new Map<string, KeptNonce>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  post(author: APIUser, channelId: string, draft: MessageDraft): FoundMessage {
    const channel = this.enterToPost(author.id, channelId, draft);
    const earlier = this.earlierOf(author, channel, draft);
    if (earlier !== undefined) return { channel, record: earlier };
    const record = channel.messages.add(this.compose(author, channel, draft));
    this.keepNonce(author, channel, draft, record);
    const nonce = draft.nonce === undefined ? {} : { nonce: draft.nonce };
    this.world.publishInChannel(channel, 'MESSAGE_CREATE', { ...messageEvent(this.world, channel, record), ...nonce });
    return { channel, record };
  }

  edit(editorId: string, channelId: string, messageId: string, edit: MessageEdit): FoundMessage {
    const { channel, record } = this.find(editorId, channelId, messageId);
    if (record.payload.author.id !== editorId) this.checkForeignEdit(editorId, channel, edit);
    const payload = this.edited(channel, record.payload, edit);
    if (isEmpty(payload.content, payload.embeds)) throw emptyMessage();
    const after: MessageRecord = { ...record, payload };
    channel.messages.replace(after);
    this.world.publishInChannel(channel, 'MESSAGE_UPDATE', messageEvent(this.world, channel, after));
    return { channel, record: after };
  }

  delete(userId: string, channelId: string, messageId: string): void {
    const { channel, record } = this.find(userId, channelId, messageId);
    if (record.payload.author.id !== userId) this.checkForeignDelete(userId, channel);
    channel.messages.delete(messageId);
    const guild = guildOf(this.world, channel);
    const ids = { id: messageId, channel_id: channel.id, ...(guild !== undefined && { guild_id: guild.id }) };
    this.world.publishInChannel(channel, 'MESSAGE_DELETE', ids);
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
    const needsHistory = draft.reference !== null && !isAllowed(this.world, authorId, channel, 'ReadMessageHistory');
    if (needsHistory) throw forbidden(160002, 'Cannot reply without permission to read message history');
    if (draft.embeds.length > 0 && !isAllowed(this.world, authorId, channel, 'EmbedLinks')) throw missingPermissions();
    if (draft.tts && !isAllowed(this.world, authorId, channel, 'SendTTSMessages')) throw missingPermissions();
    return channel;
  }

  private checkSharedGuild(recipientId: string): void {
    for (const guild of this.world.guilds.values()) if (guild.members.has(recipientId)) return;
    throw forbidden(50278, 'Cannot send messages to this user due to having no mutual guilds');
  }

  private compose(author: APIUser, channel: ChannelRecord, draft: MessageDraft): APIMessage {
    const reference = this.referenceOf(channel, draft);
    return {
      id: this.world.snowflakes.next(),
      channel_id: channel.id,
      type: reference === null ? DEFAULT : REPLY,
      author,
      content: draft.content,
      timestamp: this.world.nowIso(),
      edited_timestamp: null,
      tts: draft.tts,
      ...this.mentionFields(channel, author.id, draft.content, draft.allowedMentions, reference),
      attachments: [],
      embeds: [...draft.embeds],
      components: [],
      pinned: false,
      flags: draft.flags,
      ...(reference !== null && { message_reference: referencePayload(channel, reference) }),
    };
  }

  /** What is answered, or `null`. An answer to nothing is refused, or posted as a plain message when the draft says so. */
  private referenceOf(channel: ChannelRecord, { reference }: MessageDraft): APIMessage | null {
    if (reference === null) return null;
    const referenced = channel.messages.get(reference.messageId);
    if (referenced !== undefined) return referenced.payload;
    if (!reference.failIfNotExists) return null;
    throw invalidForm({ message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] } });
  }

  private mentionFields(
    channel: ChannelRecord,
    authorId: string,
    content: string,
    allowed: AllowedMentions | null,
    replied: APIMessage | null,
  ): Pick<APIMessage, 'mention_everyone' | 'mention_roles' | 'mentions'> {
    const roles = guildOf(this.world, channel)?.roles;
    const mentions = mentionsOf({
      allowed,
      content,
      canMentionEveryone: !channel.isDirect && isAllowed(this.world, authorId, channel, 'MentionEveryone'),
      repliedUserId: replied?.author.id ?? null,
      isMentionable: (roleId) => roles?.get(roleId)?.mentionable === true,
    });
    const users = mentions.userIds.flatMap((id) => this.world.users.get(id) ?? []);
    return { mention_everyone: mentions.everyone, mention_roles: [...mentions.roleIds], mentions: users };
  }

  private edited(channel: ChannelRecord, before: APIMessage, edit: MessageEdit): APIMessage {
    const content = edit.content ?? before.content;
    const replied = channel.messages.get(before.message_reference?.message_id ?? '')?.payload ?? null;
    const mentions = this.mentionFields(channel, before.author.id, content, edit.allowedMentions, replied);
    return {
      ...before,
      ...(edit.content !== undefined && { content, ...mentions }),
      ...(edit.embeds !== undefined && { embeds: [...edit.embeds] }),
      ...(edit.flags !== undefined && { flags: ((before.flags ?? 0) & ~SUPPRESS_EMBEDS) | edit.flags }),
      ...((edit.content ?? edit.embeds) !== undefined && { edited_timestamp: this.world.nowIso() }),
      tts: false,
    };
  }

  /** Of others' messages a moderator may change the flags, and nobody anything else. */
  private checkForeignEdit(editorId: string, channel: ChannelRecord, edit: MessageEdit): void {
    const changesMore = edit.content !== undefined || edit.embeds !== undefined;
    if (changesMore || channel.isDirect) throw forbidden(50005, 'Cannot edit a message authored by another user');
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
  }
}

function nonceKey(author: APIUser, channel: ChannelRecord, nonce: number | string): string {
  return `${author.id} ${channel.id} ${String(nonce)}`;
}

function referencePayload(channel: ChannelRecord, referenced: APIMessage): NonNullable<APIMessage['message_reference']> {
  return { type: 0, channel_id: channel.id, message_id: referenced.id, ...(!channel.isDirect && { guild_id: channel.guildId }) };
}
