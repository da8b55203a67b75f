import type { APIMessage, APIUser, APIWebhook } from 'discord-api-types/v10';
import { RefusedError } from '../errors.js';
import { opaqueHash } from '../opaqueHash.js';
import { enterChannel } from './access.js';
import { ChannelKind, isThreadOnly } from './channelTypes.js';
import { ONLY_USERS } from './forms/allowedMentions.js';
import type { MessageDraft, MessageEdit } from './forms/messageForm.js';
import { audit } from './guild/Doer.js';
import type { Doer } from './guild/Doer.js';
import { openWebhookPost } from './guild/threads.js';
import type { FoundMessage, Messages } from './Messages.js';
import { allows, guildPermissions } from './permissions.js';
import type { ChannelRecord, GuildChannelRecord, WebhookRecord } from './records.js';
import { badRequest, missingPermissions, unknown } from './refusals.js';
import type { World } from './World.js';

/** In whose name a webhook posts, where not in its own. */
export interface WebhookMask {
  readonly avatarUrl: string | undefined;
  readonly username: string | undefined;
}

/** A post that a webhook begins. */
export interface ForumPost {
  readonly appliedTags: readonly string[];
  readonly name: string;
  readonly threadId: string | undefined;
}

const INCOMING = 1;
const FOLLOWER = 2;
const WEBHOOK_CREATE = 50;
const WEBHOOK_UPDATE = 51;
const WEBHOOK_DELETE = 52;
const PER_CHANNEL_MAX = 15;
const PER_GUILD_MAX = 1_000;

/**
 * Webhooks: made by whoever may manage them, used by whoever knows their token.
 *
 * @see {@link https://docs.discord.com/developers/resources/webhook | Webhook resource}
 */
export class Webhooks {
  private readonly messages: Messages;
  private readonly world: World;

  constructor(world: World, messages: Messages) {
    this.world = world;
    this.messages = messages;
  }

  create(
    user: APIUser,
    channelId: string,
    { avatar, name }: Pick<WebhookRecord, 'avatar' | 'name'>,
    reason: string | null = null,
  ): WebhookRecord {
    const channel = this.enterToManage(user.id, channelId);
    if (this.of(channel).length >= PER_CHANNEL_MAX) throw badRequest(30007, `Maximum number of webhooks reached (${PER_CHANNEL_MAX})`);
    const inGuild = this.all().filter(({ guildId }) => guildId === channel.guildId);
    if (inGuild.length >= PER_GUILD_MAX) throw badRequest(30058, `Maximum number of webhooks per guild reached (${PER_GUILD_MAX})`);
    const id = this.world.snowflakes.next();
    const token = `${opaqueHash(`${id} token`)}${opaqueHash(`token ${id}`)}${opaqueHash(id).slice(0, 4)}`;
    const { guildId } = channel;
    const webhook: WebhookRecord = { applicationId: this.world.application.id, avatar, channelId, guildId, id, name, token, user };
    this.world.webhooks.set(id, webhook);
    this.publishUpdate(webhook);
    this.note(WEBHOOK_CREATE, webhook, { reason, userId: user.id });
    return webhook;
  }

  /** Lets a channel get what another publishes. */
  follow(user: APIUser, sourceId: string, channelId: string, reason: string | null = null): WebhookRecord {
    const source = enterChannel(this.world, user.id, sourceId);
    if (source.isDirect || source.type !== ChannelKind.Announcement) throw badRequest(50024, 'Cannot execute action on this channel type');
    const webhook = { ...this.create(user, channelId, { avatar: null, name: source.name }, reason), sourceId };
    this.world.webhooks.set(webhook.id, webhook);
    return webhook;
  }

  ofChannel(userId: string, channelId: string): readonly WebhookRecord[] {
    return this.of(this.enterToManage(userId, channelId));
  }

  ofGuild(userId: string, guildId: string): readonly WebhookRecord[] {
    const guild = this.world.guild(guildId);
    const bits = guildPermissions(guild, this.world.member(guild, userId), this.world.clock.wallMs());
    if (!allows(bits, 'ManageWebhooks')) throw missingPermissions();
    return this.all().filter((webhook) => webhook.guildId === guildId);
  }

  /** One by its id, for who may manage it. */
  find(userId: string, id: string): WebhookRecord {
    const webhook = this.withId(id);
    this.enterToManage(userId, webhook.channelId);
    return webhook;
  }

  /**
   * One by its token, for anybody.
   *
   * @throws {@link RefusedError} 10015 when it is gone, 50027 when the token is another
   */
  open(id: string, token: string): WebhookRecord {
    const webhook = this.withId(id);
    if (webhook.token === token && webhook.sourceId === undefined) return webhook;
    throw new RefusedError({ status: 401, discordCode: 50027, discordMessage: 'Invalid Webhook Token' });
  }

  /** Changes name and avatar, and for a `doer`, who must be allowed to manage both channels, the channel. */
  change(webhook: WebhookRecord, change: Partial<Pick<WebhookRecord, 'avatar' | 'channelId' | 'name'>>, doer?: Doer): WebhookRecord {
    if (change.channelId !== undefined && doer !== undefined) this.enterToManage(doer.userId, change.channelId);
    const after = { ...webhook, ...change };
    this.world.webhooks.set(webhook.id, after);
    if (after.channelId !== webhook.channelId) this.publishUpdate(webhook);
    this.publishUpdate(after);
    this.note(WEBHOOK_UPDATE, after, doer);
    return after;
  }

  delete(webhook: WebhookRecord, doer?: Doer): void {
    this.world.webhooks.delete(webhook.id);
    this.publishUpdate(webhook);
    this.note(WEBHOOK_DELETE, webhook, doer);
  }

  /** Posts in its channel, or in a thread of it. */
  post(webhook: WebhookRecord, draft: MessageDraft, mask: WebhookMask, threadId?: string): FoundMessage {
    const channel = this.placeOf(webhook, threadId);
    return this.messages.postAs(authorOf(webhook, mask), channel, ...this.inItsName(webhook, draft));
  }

  /**
   * Begins a post in a forum with a message.
   *
   * @throws {@link RefusedError} 220003 outside of forums, 220002 when a thread is named as well
   */
  postInForum(webhook: WebhookRecord, draft: MessageDraft, mask: WebhookMask, { threadId, ...post }: ForumPost): FoundMessage {
    const parent = this.world.channel(webhook.channelId);
    if (parent.isDirect || !isThreadOnly(parent)) throw badRequest(220003, 'Webhooks can only create threads in forum channels');
    if (threadId !== undefined) throw badRequest(220002, 'Webhooks posted to forum channels cannot have both a thread_name and thread_id');
    const thread = openWebhookPost(this.world, parent, webhook.id, post);
    return this.messages.postAs(authorOf(webhook, mask), thread, ...this.inItsName(webhook, draft, { id: thread.id }));
  }

  /**
   * Whether another service may post there.
   *
   * @throws {@link RefusedError} 220004 in forums
   */
  checkService({ channelId }: WebhookRecord, threadId: string | undefined): void {
    const channel = this.world.channel(channelId);
    if (threadId === undefined && !channel.isDirect && isThreadOnly(channel))
      throw badRequest(220004, 'Webhook services cannot be used in forum channels');
  }

  /** A message that this webhook has posted. */
  message(webhook: WebhookRecord, messageId: string, threadId?: string): FoundMessage {
    const { id } = webhook;
    const channel = this.placeOf(webhook, threadId);
    const record = channel.messages.get(messageId);
    if (record?.payload.webhook_id !== id) throw unknown('Message');
    return { channel, record };
  }

  edit(webhook: WebhookRecord, messageId: string, edit: MessageEdit, threadId?: string): FoundMessage {
    const allowedMentions = edit.allowedMentions ?? ONLY_USERS;
    return this.messages.editAsAuthor(this.message(webhook, messageId, threadId), { ...edit, allowedMentions });
  }

  deleteMessage(webhook: WebhookRecord, messageId: string, threadId?: string): void {
    this.messages.deleteAsAuthor(this.message(webhook, messageId, threadId));
  }

  /** As Discord shows it; its token only to who has it or may manage it. */
  payload(webhook: WebhookRecord, isKnownByToken = false): APIWebhook {
    const { applicationId, avatar, channelId, guildId, id, name, token, user } = webhook;
    const url = `${this.world.options.origin}/api/webhooks/${id}/${token}`;
    const type = webhook.sourceId === undefined ? INCOMING : FOLLOWER;
    const common = { id, type, name, avatar, channel_id: channelId, guild_id: guildId, application_id: applicationId };
    if (webhook.sourceId !== undefined) return { ...common, application_id: null, user, ...this.sourceOf(webhook.sourceId) };
    return { ...common, token, url, ...(!isKnownByToken && { user }) };
  }

  private inItsName(
    { applicationId, id }: WebhookRecord,
    draft: MessageDraft,
    more: Partial<APIMessage> = {},
  ): readonly [draft: MessageDraft, more: Partial<APIMessage>] {
    const allowedMentions = draft.allowedMentions ?? ONLY_USERS;
    return [
      { ...draft, allowedMentions },
      { ...more, application_id: applicationId, webhook_id: id },
    ];
  }

  private sourceOf(id: string): Pick<APIWebhook, 'source_channel' | 'source_guild'> {
    const source = this.world.channel(id);
    if (source.isDirect) return {};
    const guild = this.world.guild(source.guildId);
    return { source_channel: { id, name: source.name }, source_guild: { id: guild.id, name: guild.name, icon: null } };
  }

  private placeOf({ channelId }: WebhookRecord, threadId: string | undefined): ChannelRecord {
    const channel = this.world.channel(threadId ?? channelId);
    if (threadId !== undefined && (channel.isDirect || channel.parentId !== channelId)) throw unknown('Channel');
    if (!channel.isDirect && isThreadOnly(channel))
      throw badRequest(220001, 'Webhooks posted to forum channels must have a thread_name or thread_id');
    return channel;
  }

  private all(): readonly WebhookRecord[] {
    return [...this.world.webhooks.values()];
  }

  private of({ id }: GuildChannelRecord): readonly WebhookRecord[] {
    return this.all().filter(({ channelId }) => channelId === id);
  }

  /** A webhook goes with its channel, and the bot's access with its guild. */
  private withId(id: string): WebhookRecord {
    const webhook = this.world.webhooks.get(id);
    if (webhook === undefined || !this.world.channels.has(webhook.channelId)) throw unknown('Webhook');
    return webhook;
  }

  private enterToManage(userId: string, channelId: string): GuildChannelRecord {
    const channel = enterChannel(this.world, userId, channelId, 'ManageWebhooks');
    if (channel.isDirect || channel.thread !== null) throw badRequest(50024, 'Cannot execute action on this channel type');
    return channel;
  }

  /** What is done with the token alone has nobody who did it. */
  private note(actionType: number, { channelId, guildId, id, name }: WebhookRecord, doer: Doer | undefined): void {
    if (doer === undefined) return;
    const after = { name, channel_id: channelId };
    audit(this.world, this.world.guild(guildId), doer, { actionType, targetId: id, ...(actionType !== WEBHOOK_DELETE && { after }) });
  }

  private publishUpdate({ channelId, guildId }: WebhookRecord): void {
    const channel = this.world.guild(guildId).channels.get(channelId);
    this.world.publishInGuild(this.world.guild(guildId), 'WEBHOOKS_UPDATE', { guild_id: guildId, channel_id: channelId }, channel);
  }
}

function authorOf({ avatar, id, name }: WebhookRecord, { avatarUrl, username }: WebhookMask): APIUser {
  return {
    id,
    username: username ?? name,
    discriminator: '0000',
    global_name: null,
    // The avatar of one message has a hash, which leads nowhere here.
    avatar: avatarUrl === undefined ? avatar : opaqueHash(avatarUrl),
    bot: true,
    public_flags: 0 as NonNullable<APIUser['public_flags']>,
  };
}
