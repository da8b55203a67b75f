import { OptionsError } from '@aplomb/base';
import type { CallOptions } from '@aplomb/rest';
import type {
  APIApplication,
  APIChannelMention,
  APIInteractionDataResolved,
  APIMessageActivity,
  APIMessageCall,
  APIMessageInteractionMetadata,
  APIMessageReference,
  APIMessageRoleSubscriptionData,
  APIMessageSharedClientTheme,
  APIMessageTopLevelComponent,
  MessageType,
} from 'discord-api-types/v10';
import { contentSafe, type ContentSafeOptions } from '../../text/contentSafe.js';
import { camel, type Camel } from '../camel.js';
import type { AnyChannel } from '../channel/AnyChannel.js';
import type { Thread } from '../channel/Thread.js';
import { dateOf } from '../dates.js';
import type { Member } from '../guild/Member.js';
import type { User } from '../guild/User.js';
import type { MessageAttachment } from './MessageAttachment.js';
import type { Embed } from './Embed.js';
import { has, FLAGS } from './flags.js';
import { Mentions } from './Mentions.js';
import { MessageHandle } from './MessageHandle.js';
import type { MessageSnapshot } from './MessageSnapshot.js';
import { parts } from './parts.js';
import type { MessagePayload } from './payloads.js';
import type { Poll } from './Poll.js';
import type { Reaction } from './Reaction.js';
import type { StickerItem } from './StickerItem.js';

/**
 * A message, as it was when it came: a view over its payload. It holds no state of its own and never changes.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds', 'GuildMessages', 'MessageContent'] });
 * client.on('messageCreate', async (message) => {
 *   if (message.content === '!ping') await message.reply('Pong!');
 * });
 * ```
 * @see {@link https://docs.discord.com/developers/resources/message#message-object | Message object}
 */
export class Message extends MessageHandle<MessagePayload> {
  /** The text. Empty without the MessageContent intent, except in direct messages, in mentions of the bot and in its own messages. */
  get content(): string {
    return this.data.content;
  }

  /** Who wrote it; for a webhook's message, a user made up of the webhook's name and avatar. */
  get author(): User {
    return this.views.user(this.data.author);
  }

  /** Its author in its guild, if known; `undefined` in direct messages, and for a webhook's message. */
  get member(): Member | undefined {
    const { guildId, views } = this;
    if (guildId === undefined || this.webhookId !== null) return undefined;
    const { author, member } = this.data;
    if (member === undefined) return views.cachedMember(guildId, author.id);
    return views.member({ ...member, user: author }, { guildId, userId: author.id });
  }

  /** When it was sent. */
  get timestamp(): Date {
    return new Date(this.data.timestamp);
  }

  /** When it was edited last; `null` for never. */
  get editedTimestamp(): Date | null {
    return dateOf(this.data.edited_timestamp);
  }

  /** Whether it was read aloud. */
  get tts(): boolean {
    return this.data.tts;
  }

  /** Whom and what it mentions. */
  get mentions(): Mentions {
    return new Mentions(this.data, this.guildId, this.views);
  }

  /** Whether it pings everybody. */
  get mentionEveryone(): boolean {
    return this.data.mention_everyone;
  }

  /** The ids of the roles that it pings. */
  get mentionRoles(): readonly string[] {
    return this.data.mention_roles;
  }

  /** The channels that a crossposted message mentions, as Discord tells them; see {@link Mentions.channels} for those of any message. */
  get mentionChannels(): readonly Camel<APIChannelMention>[] {
    return camel(this.data.mention_channels ?? []);
  }

  get attachments(): readonly MessageAttachment[] {
    return parts.attachments(this.data, this.views);
  }

  get embeds(): readonly Embed[] {
    return parts.embeds(this.data, this.views);
  }

  /** The emojis that it was reacted with, each with how often. */
  get reactions(): readonly Reaction[] {
    return (this.data.reactions ?? []).map((reaction) => this.views.reaction(reaction, this));
  }

  /** What the sender marked it with. */
  get nonce(): number | string | null {
    return this.data.nonce ?? null;
  }

  get pinned(): boolean {
    return this.data.pinned;
  }

  /** The webhook that sent it; `null` for users' messages. */
  get webhookId(): string | null {
    return this.data.webhook_id ?? null;
  }

  /** What kind of message it is; see {@link https://docs.discord.com/developers/resources/message#message-object-message-types | Message types}. */
  get type(): MessageType {
    return this.data.type;
  }

  /** What it invites to, of messages of Rich Presence. */
  get activity(): Camel<APIMessageActivity> | null {
    return camel(this.data.activity ?? null);
  }

  /** The application of {@link Message.activity}. */
  get application(): Camel<Partial<APIApplication>> | null {
    return camel<Partial<APIApplication> | null>(this.data.application ?? null);
  }

  /** The application that sent it in answer to an interaction, or through a webhook of its own. */
  get applicationId(): string | null {
    return this.data.application_id ?? null;
  }

  /** The message that it replies to, forwards, crossposts … */
  get messageReference(): Camel<APIMessageReference> | null {
    return camel(this.data.message_reference ?? null);
  }

  /** The message that it replies to; `null` when that is deleted, `undefined` when Discord did not send it along. */
  get referencedMessage(): Message | null | undefined {
    const { referenced_message: message } = this.data;
    return message === null || message === undefined ? message : this.views.messageIn(message, this.guildId);
  }

  /** Copies of what it forwards. */
  get messageSnapshots(): readonly MessageSnapshot[] {
    return (this.data.message_snapshots ?? []).map((snapshot) => this.views.messageSnapshot(snapshot));
  }

  /** Discord's bit set of flags; see {@link https://docs.discord.com/developers/resources/message#message-object-message-flags | Message flags}. */
  get flags(): number {
    return this.data.flags ?? 0;
  }

  /** Of an answer to an interaction: what was used, and by whom. */
  get interactionMetadata(): Camel<APIMessageInteractionMetadata> | null {
    return camel<APIMessageInteractionMetadata | null>(this.data.interaction_metadata ?? null);
  }

  /** The thread that was started under it, if there is one. */
  get thread(): Thread | undefined {
    const { thread } = this.data;
    const known = thread === undefined ? this.views.cachedChannel(this.id) : this.views.channel(thread);
    return known?.isThread() === true ? known : undefined;
  }

  /** Its buttons, selects and, in Components V2, everything else. */
  get components(): readonly APIMessageTopLevelComponent[] {
    return this.data.components ?? [];
  }

  get stickerItems(): readonly StickerItem[] {
    return parts.stickerItems(this.data, this.views);
  }

  /** About the how many-th of its thread it is. */
  get position(): number | null {
    return this.data.position ?? null;
  }

  /** What was bought or renewed, of messages that tell so. */
  get roleSubscriptionData(): Camel<APIMessageRoleSubscriptionData> | null {
    return camel(this.data.role_subscription_data ?? null);
  }

  /** What the ids in its components mean, of selects that chose it. */
  get resolved(): Camel<APIInteractionDataResolved> | null {
    return camel<APIInteractionDataResolved | null>(this.data.resolved ?? null);
  }

  get poll(): Poll | null {
    const { poll } = this.data;
    return poll === undefined ? null : this.views.poll(poll, this);
  }

  /** Who was called, of messages that tell of a call. */
  get call(): Camel<APIMessageCall> | null {
    return camel(this.data.call ?? null);
  }

  get sharedClientTheme(): Camel<APIMessageSharedClientTheme> | null {
    return camel<APIMessageSharedClientTheme | null>(this.data.shared_client_theme ?? null);
  }

  /** The kind of its channel, as the gateway tells it with some messages. */
  get channelType(): number | null {
    return this.data.channel_type ?? this.views.cache.channel(this.channelId)?.type ?? null;
  }

  /** Whether the bot wrote it. */
  get isOwn(): boolean {
    return this.data.author.id === this.views.cache.selfId;
  }

  /** Whether the bot can change what it says: it can if it wrote it. */
  get editable(): boolean {
    return this.isOwn;
  }

  /**
   * Whether the bot can delete it: its own messages, and with MANAGE_MESSAGES those of others in a guild.
   *
   * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when something is not cached on which the answer depends
   */
  get deletable(): boolean {
    const { channelId, guildId, isOwn, views } = this;
    return isOwn || (guildId !== undefined && views.permissions.inChannel(channelId, views.selfId()).has('MANAGE_MESSAGES'));
  }

  /** Whether it answers another message. */
  get isReply(): boolean {
    return this.data.type === 19;
  }

  /** Whether it is a copy of another message. */
  get isForward(): boolean {
    return this.data.message_reference?.type === 1;
  }

  /** Whether only the user of an interaction sees it. */
  get isEphemeral(): boolean {
    return has(this.flags, FLAGS.ephemeral);
  }

  /** Whether it was published to other channels. */
  get isCrossposted(): boolean {
    return has(this.flags, FLAGS.crossposted);
  }

  /** Whether it is made of components alone. */
  get isComponentsV2(): boolean {
    return has(this.flags, FLAGS.componentsV2);
  }

  /** Whether somebody spoke it. */
  get isVoiceMessage(): boolean {
    return has(this.flags, FLAGS.voiceMessage);
  }

  /**
   * The text with names in the place of mentions, so that it can be repeated without pinging anybody. People are called as in its guild; what is not
   * cached is called deleted.
   */
  contentSafe(options?: ContentSafeOptions): string {
    const { data, guildId, views } = this;
    const nick = (id: string): string | undefined => (guildId === undefined ? undefined : views.cachedMember(guildId, id)?.displayName);
    return contentSafe(
      data.content,
      {
        channel: (id) => readName(views.cachedChannel(id)),
        role: (id) => (guildId === undefined ? undefined : views.cachedRole(guildId, id)?.name),
        user: (id) => nick(id) ?? this.mentions.users.find((user) => user.id === id)?.displayName,
      },
      options,
    );
  }

  /**
   * The message that it replies to or forwards, as it is now.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` when it refers to no message: look at {@link Message.messageReference}; and as {@link Message.fetch}
   */
  async fetchReference(options?: CallOptions): Promise<Message> {
    const { channel_id: channelId, message_id: id } = this.data.message_reference ?? {};
    if (channelId !== undefined && id !== undefined) return this.views.messageHandle({ channelId, id }).fetch(options);
    throw new OptionsError('INVALID_OPTION', {
      what: `Message ${this.id} refers to no other message.`,
      cure: 'Ask `message.messageReference` first, which is `null` then or has no `messageId`.',
    });
  }
}

/** A hidden channel has none, and neither has a kind that is not known. */
function readName(channel: AnyChannel | undefined): string | undefined {
  return channel !== undefined && 'name' in channel ? (channel.name ?? undefined) : undefined;
}
