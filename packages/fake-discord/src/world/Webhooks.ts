import type { APIUser, APIWebhook } from 'discord-api-types/v10';
import { RefusedError } from '../errors.js';
import { opaqueHash } from '../opaqueHash.js';
import { enterChannel } from './access.js';
import { ONLY_USERS } from './forms/allowedMentions.js';
import type { MessageDraft, MessageEdit } from './forms/messageForm.js';
import type { FoundMessage, Messages } from './Messages.js';
import { allows, guildPermissions } from './permissions.js';
import type { GuildChannelRecord, WebhookRecord } from './records.js';
import { badRequest, missingPermissions, unknown } from './refusals.js';
import type { World } from './World.js';

/** In whose name a webhook posts, where not in its own. */
export interface WebhookMask {
  readonly avatarUrl: string | undefined;
  readonly username: string | undefined;
}

const INCOMING = 1;
const PER_CHANNEL_MAX = 15;

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

  create(user: APIUser, channelId: string, name: string): WebhookRecord {
    const channel = this.enterToManage(user.id, channelId);
    if (this.of(channel).length >= PER_CHANNEL_MAX) throw badRequest(30007, `Maximum number of webhooks reached (${PER_CHANNEL_MAX})`);
    const id = this.world.snowflakes.next();
    const token = `${opaqueHash(`${id} token`)}${opaqueHash(`token ${id}`)}${opaqueHash(id).slice(0, 4)}`;
    const { guildId } = channel;
    const webhook: WebhookRecord = { applicationId: this.world.application.id, avatar: null, channelId, guildId, id, name, token, user };
    this.world.webhooks.set(id, webhook);
    this.publishUpdate(webhook);
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
    if (webhook.token === token) return webhook;
    throw new RefusedError({ status: 401, discordCode: 50027, discordMessage: 'Invalid Webhook Token' });
  }

  delete(webhook: WebhookRecord): void {
    this.world.webhooks.delete(webhook.id);
    this.publishUpdate(webhook);
  }

  post(webhook: WebhookRecord, draft: MessageDraft, mask: WebhookMask): FoundMessage {
    const channel = this.world.channel(webhook.channelId);
    const more = { application_id: webhook.applicationId, webhook_id: webhook.id };
    const allowedMentions = draft.allowedMentions ?? ONLY_USERS;
    return this.messages.postAs(authorOf(webhook, mask), channel, { ...draft, allowedMentions }, more);
  }

  /** A message that this webhook has posted. */
  message({ channelId, id }: WebhookRecord, messageId: string): FoundMessage {
    const channel = this.world.channel(channelId);
    const record = channel.messages.get(messageId);
    if (record?.payload.webhook_id !== id) throw unknown('Message');
    return { channel, record };
  }

  edit(webhook: WebhookRecord, messageId: string, edit: MessageEdit): FoundMessage {
    const allowedMentions = edit.allowedMentions ?? ONLY_USERS;
    return this.messages.editAsAuthor(this.message(webhook, messageId), { ...edit, allowedMentions });
  }

  deleteMessage(webhook: WebhookRecord, messageId: string): void {
    this.messages.deleteAsAuthor(this.message(webhook, messageId));
  }

  /** As Discord shows it; its token only to who has it or may manage it. */
  payload(webhook: WebhookRecord, isKnownByToken = false): APIWebhook {
    const { applicationId, channelId, guildId, id, name, token, user } = webhook;
    const url = `${this.world.options.origin}/api/webhooks/${id}/${token}`;
    const common = { id, type: INCOMING, name, avatar: null, channel_id: channelId, guild_id: guildId, application_id: applicationId };
    return { ...common, token, url, ...(!isKnownByToken && { user }) };
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
    if (channel.isDirect) throw badRequest(50024, 'Cannot execute action on this channel type');
    return channel;
  }

  private publishUpdate({ channelId, guildId }: WebhookRecord): void {
    const channel = this.world.guild(guildId).channels.get(channelId);
    this.world.publishInGuild(this.world.guild(guildId), 'WEBHOOKS_UPDATE', { guild_id: guildId, channel_id: channelId }, channel);
  }
}

function authorOf({ id, name }: WebhookRecord, { avatarUrl, username }: WebhookMask): APIUser {
  return {
    id,
    username: username ?? name,
    discriminator: '0000',
    global_name: null,
    // The avatar of one message has a hash, which leads nowhere here.
    avatar: avatarUrl === undefined ? null : opaqueHash(avatarUrl),
    bot: true,
    public_flags: 0 as NonNullable<APIUser['public_flags']>,
  };
}
