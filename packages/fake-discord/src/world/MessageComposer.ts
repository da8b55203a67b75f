import type { APIAttachment, APIMessage, APIMessageSnapshot, APIUser } from 'discord-api-types/v10';
import { enterChannel, guildOf, isAllowed } from './access.js';
import { withUrls } from './attachments.js';
import type { AllowedMentions } from './forms/allowedMentions.js';
import type { MessageDraft, MessageEdit, MessageReference } from './forms/messageForm.js';
import { mentionsOf } from './mentions.js';
import { messageForBot } from './messagePayloads.js';
import { newPoll } from './pollPayloads.js';
import type { ChannelRecord, WireThing } from './records.js';
import { badRequest, forbidden, invalidForm } from './refusals.js';
import { STICKER_PACK } from './stickerPacks.js';
import { isSystemMessage } from './systemMessages.js';
import type { World } from './World.js';

const DEFAULT = 0;
const REPLY = 19;
/** People wave at who has come, which is a reply. */
const USER_JOIN = 7;
const CANNOT_REPLY = 'Cannot reply to a system message';
/** Plain messages, replies and answers to commands: nothing else can be forwarded. */
const FORWARDABLE: readonly number[] = [DEFAULT, REPLY, 20, 23];
const SUPPRESS_EMBEDS = 4;
const HAS_SNAPSHOT = 1 << 14;
const SNAPSHOT_FIELDS = [
  'attachments',
  'components',
  'content',
  'edited_timestamp',
  'embeds',
  'flags',
  'mention_roles',
  'mentions',
  'sticker_items',
  'timestamp',
  'type',
] as const;

/** Makes message objects out of what people and bots want to say. */
export class MessageComposer {
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  compose(author: APIUser, channel: ChannelRecord, draft: MessageDraft, attachments: readonly APIAttachment[]): APIMessage {
    const reply = draft.reference?.type === 'reply' ? this.replied(channel, draft.reference) : null;
    const forward = draft.reference?.type === 'forward' ? this.forwarded(author.id, draft.reference) : {};
    return {
      ...this.blank(author, channel),
      type: reply === null ? DEFAULT : REPLY,
      content: draft.content,
      tts: draft.tts,
      ...this.mentionFields(channel, author.id, draft.content, draft.allowedMentions, reply),
      attachments: [...attachments],
      embeds: withUrls(draft.embeds, attachments),
      components: withUrls(draft.components, attachments),
      flags: draft.flags,
      ...(draft.stickerIds.length > 0 && { sticker_items: draft.stickerIds.map((id) => this.stickerItem(id)) }),
      ...(draft.clientTheme !== null && { shared_client_theme: draft.clientTheme }),
      ...(draft.poll !== null && { poll: newPoll(draft.poll, this.world.clock.wallMs()) }),
      ...(reply !== null && { message_reference: referencePayload(channel, reply.id, 0) }),
      ...forward,
    };
  }

  /** A message with nothing in it: what those are made of that Discord posts itself. */
  blank(author: APIUser, channel: ChannelRecord): APIMessage {
    return {
      id: this.world.snowflakes.next(),
      channel_id: channel.id,
      type: DEFAULT,
      author,
      content: '',
      timestamp: this.world.nowIso(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mention_roles: [],
      mentions: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      flags: 0 as NonNullable<APIMessage['flags']>,
    };
  }

  edited(channel: ChannelRecord, before: APIMessage, edit: MessageEdit, attachments: readonly APIAttachment[]): APIMessage {
    const content = edit.content ?? before.content;
    const replied = channel.messages.get(before.message_reference?.message_id ?? '')?.payload ?? null;
    const mentions = this.mentionFields(channel, before.author.id, content, edit.allowedMentions, replied);
    return {
      ...before,
      ...(edit.content !== undefined && { content, ...mentions }),
      attachments: [...attachments],
      ...(edit.embeds !== undefined && { embeds: withUrls(edit.embeds, attachments) }),
      ...(edit.components !== undefined && { components: withUrls(edit.components, attachments) }),
      ...(edit.poll !== undefined && edit.poll !== null && { poll: newPoll(edit.poll, this.world.clock.wallMs()) }),
      ...(edit.flags !== undefined && { flags: ((before.flags ?? 0) & ~SUPPRESS_EMBEDS) | edit.flags }),
      ...(changesContent(edit) && edit.fillsIn !== true && { edited_timestamp: this.world.nowIso() }),
      tts: false,
    };
  }

  /** A sticker of everybody or of a guild of the bot, as messages show it. */
  private stickerItem(id: string): NonNullable<APIMessage['sticker_items']>[number] {
    const standard: readonly WireThing[] = STICKER_PACK.stickers.filter((each) => each.id === id);
    const own = [...this.world.guilds.values()].map(({ things }) => things.stickers.get(id));
    const found = [...standard, ...own].find((each) => each !== undefined);
    if (found === undefined) throw badRequest(50081, 'Invalid sticker sent');
    return { id, name: String(found['name']), format_type: found['format_type'] as 1 };
  }

  /** What is answered, or `null`. An answer to nothing is refused, or posted as a plain message when the draft says so. */
  private replied(channel: ChannelRecord, reference: MessageReference): APIMessage | null {
    const referenced = channel.messages.get(reference.messageId);
    if (referenced !== undefined && referenced.payload.type !== USER_JOIN && isSystemMessage(referenced.payload))
      throw invalidForm({ message_reference: { _errors: [{ code: 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', message: CANNOT_REPLY }] } });
    if (referenced !== undefined) return referenced.payload;
    if (!reference.failIfNotExists) return null;
    throw unknownReference('REPLIES_UNKNOWN_MESSAGE');
  }

  /**
   * A copy of another message, without its author.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#message-reference-types | Forwards}
   */
  private forwarded(userId: string, { channelId, messageId }: MessageReference): Partial<APIMessage> {
    const channel = enterChannel(this.world, userId, channelId ?? '');
    if (!isAllowed(this.world, userId, channel, 'ReadMessageHistory'))
      throw forbidden(160002, 'Cannot reply without permission to read message history');
    const record = channel.messages.get(messageId);
    if (record === undefined) throw unknownReference('MESSAGE_REFERENCE_UNKNOWN_MESSAGE');
    const shown = userId === this.world.bot.id ? messageForBot(this.world, channel, record) : record.payload;
    if (!FORWARDABLE.includes(shown.type) || shown.poll !== undefined) throw badRequest(50068, 'Invalid message type');
    if (shown.content !== record.payload.content) throw forbidden(160014, 'Cannot forward a message whose content you cannot read');
    const fields = SNAPSHOT_FIELDS.filter((name) => shown[name] !== undefined).map((name) => [name, shown[name]]);
    return {
      flags: HAS_SNAPSHOT,
      message_reference: referencePayload(channel, messageId, 1),
      message_snapshots: [{ message: Object.fromEntries(fields) as APIMessageSnapshot['message'] }],
    };
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
      canMentionEveryone: this.mayMentionEveryone(channel, authorId),
      repliedUserId: replied?.author.id ?? null,
      isMentionable: (roleId) => roles?.get(roleId)?.mentionable === true,
    });
    const users = mentions.userIds.flatMap((id) => this.world.users.get(id) ?? []);
    return { mention_everyone: mentions.everyone, mention_roles: [...mentions.roleIds], mentions: users };
  }

  private mayMentionEveryone(channel: ChannelRecord, authorId: string): boolean {
    if (channel.isDirect) return false;
    return this.world.webhooks.has(authorId) || isAllowed(this.world, authorId, channel, 'MentionEveryone');
  }
}

/** Whether an edit touches more than flags: then the message counts as edited. */
export function changesContent({ attachments, components, content, embeds }: MessageEdit): boolean {
  return (content ?? embeds ?? attachments ?? components) !== undefined;
}

function unknownReference(code: string): Error {
  return invalidForm({ message_reference: { _errors: [{ code, message: 'Unknown message' }] } });
}

function referencePayload(channel: ChannelRecord, messageId: string, type: 0 | 1): NonNullable<APIMessage['message_reference']> {
  return { type, channel_id: channel.id, message_id: messageId, ...(!channel.isDirect && { guild_id: channel.guildId }) };
}
