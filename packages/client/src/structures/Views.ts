import { OptionsError, type Clock } from '@aplomb/base';
import {
  channelData,
  messageData,
  PermissionQueries,
  permissionReaderOf,
  plainData,
  type CacheChange,
  type CacheReader,
  type ChannelRecord,
  type MessageRecord,
} from '@aplomb/cache';
import type { ShardMessenger } from '@aplomb/gateway';
import type { Rest } from '@aplomb/rest';
import type {
  APIApplication,
  APIApplicationCommand,
  APIAttachment,
  APIEmbed,
  APIEntitlement,
  APIInteraction,
  APIMessageSnapshot,
  APIPoll,
  APIReaction,
  APISKU,
  APIStickerItem,
  APISubscription,
  APIThreadMember,
  APIWebhook,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { CollectorHub } from '../collectors/CollectorHub.js';
import type { AnyInteraction } from '../interactions/AnyInteraction.js';
import { InteractionMessage, type InteractionMessageKey } from '../interactions/InteractionMessage.js';
import { interactionOf } from '../interactions/interactionOf.js';
import { Application } from './application/Application.js';
import { ApplicationCommand } from './application/ApplicationCommand.js';
import { ApplicationHandle } from './application/ApplicationHandle.js';
import { Entitlement } from './application/Entitlement.js';
import { Sku } from './application/Sku.js';
import { Subscription } from './application/Subscription.js';
import type { AnyChannel } from './channel/AnyChannel.js';
import { makeChannel } from './channel/channelClasses.js';
import { ChannelHandle } from './channel/ChannelHandle.js';
import type { ChannelPayload, ThreadPayload } from './channel/payloads.js';
import { Thread } from './channel/Thread.js';
import { ThreadMember, type ThreadIds } from './channel/ThreadMember.js';
import { GuildViews } from './guild/GuildViews.js';
import { MessageAttachment } from './message/MessageAttachment.js';
import { Embed } from './message/Embed.js';
import { Message } from './message/Message.js';
import { MessageHandle } from './message/MessageHandle.js';
import { MessageSnapshot } from './message/MessageSnapshot.js';
import type { MessagePayload, RestMessage } from './message/payloads.js';
import { Poll } from './message/Poll.js';
import { Reaction } from './message/Reaction.js';
import { StickerItem } from './message/StickerItem.js';
import { Webhook } from './message/Webhook.js';
import { WebhookHandle, type WebhookIds } from './message/WebhookHandle.js';
import { knowingReader, type Told } from './knowingReader.js';
import { withRemoved } from './withRemoved.js';
import type { Source } from './View.js';

/** What views need of the client. */
export interface ViewPorts {
  readonly cache: CacheReader;
  readonly clock: Clock;
  /** All who wait for something of this client. */
  readonly collectors: CollectorHub;
  readonly rest: Rest;
  /** The id of the bot's application; `null` before it is known. */
  readonly applicationId: () => string | null;
  /** Speaks to the shard of a guild; `undefined` while that shard does not run here. */
  readonly messengerFor: (guildId: string) => ShardMessenger | undefined;
}

/**
 * Makes every view, and is the only place that knows all of their classes: the views import each other as types only. It is also what a view reaches the
 * rest of the world through.
 */
export class Views extends GuildViews {
  readonly cache: CacheReader;
  readonly permissions: PermissionQueries;
  readonly ports: ViewPorts;
  readonly rest: Rest;

  constructor(ports: ViewPorts) {
    super();
    this.cache = ports.cache;
    this.ports = ports;
    this.rest = ports.rest;
    this.permissions = new PermissionQueries(permissionReaderOf(ports.cache), ports.clock);
  }

  /** Views that still see what an event took out, such as the channels of a guild that was left, and the user that it changed, as it was. */
  seeing({ removed, user }: Pick<CacheChange, 'removed' | 'user'>): Views {
    return new Views({ ...this.ports, cache: withRemoved(this.cache, removed, user?.before) });
  }

  messageHandle({ channelId, id }: { readonly channelId: string; readonly id: string }): MessageHandle {
    return new MessageHandle({ id, channel_id: channelId }, this);
  }

  message(source: Source<MessagePayload>): Message {
    return new Message(source, this);
  }

  /** REST answers without the guild; whoever replies to the reply still wants to know it. */
  messageIn(data: RestMessage, guildId: string | undefined): Message {
    return this.message(guildId === undefined ? data : { ...data, guild_id: guildId });
  }

  messageOf(record: MessageRecord): Message {
    return this.message(() => messageData(record));
  }

  cachedMessage(channelId: string, id: string): Message | undefined {
    const record = this.cache.message(channelId, id);
    return record && this.messageOf(record);
  }

  /** The message: as the cache knows it, else a handle. */
  messageAt(channelId: string, id: string): Message | MessageHandle {
    return this.cachedMessage(channelId, id) ?? this.messageHandle({ channelId, id });
  }

  messageSnapshot(source: Source<APIMessageSnapshot>): MessageSnapshot {
    return new MessageSnapshot(source, this);
  }

  attachment(source: Source<APIAttachment>): MessageAttachment {
    return new MessageAttachment(source, this);
  }

  embed(source: Source<APIEmbed>): Embed {
    return new Embed(source, this);
  }

  stickerItem(source: Source<APIStickerItem>): StickerItem {
    return new StickerItem(source, this);
  }

  reaction(source: Source<APIReaction>, message: MessageHandle): Reaction {
    return new Reaction(source, message, this);
  }

  poll(source: Source<APIPoll>, message: MessageHandle): Poll {
    return new Poll(source, message, this);
  }

  webhookHandle(ids: WebhookIds): WebhookHandle {
    return new WebhookHandle(ids, this);
  }

  webhook(source: Source<APIWebhook>): Webhook {
    return new Webhook(source, this);
  }

  channelHandle(id: string): ChannelHandle {
    return new ChannelHandle({ id }, this);
  }

  /** A channel of any kind, from its payload. */
  channel(data: ChannelPayload): AnyChannel {
    return makeChannel(data.type, data, this);
  }

  channelOf(record: ChannelRecord): AnyChannel {
    return makeChannel(record.type, () => channelData(record), this);
  }

  cachedChannel(id: string): AnyChannel | undefined {
    const record = this.cache.channel(id);
    return record && this.channelOf(record);
  }

  thread(source: Source<ThreadPayload>): Thread {
    return new Thread(source, this);
  }

  threadMember(source: Source<APIThreadMember>, ids: ThreadIds): ThreadMember {
    return new ThreadMember(source, ids, this);
  }

  cachedThreadMembers({ guildId, threadId }: ThreadIds): readonly ThreadMember[] {
    const records = this.cache.threadMembers(threadId);
    return records.map((record) => this.threadMember(() => plainData(record) as unknown as APIThreadMember, { guildId, threadId }));
  }

  /** Questions about permissions for which these members and roles of a guild are as they are told here, cached or not. */
  permissionsKnowing(guildId: string, told: Told): PermissionQueries {
    return new PermissionQueries(knowingReader(permissionReaderOf(this.cache), guildId, told), this.ports.clock);
  }

  /** The bot's own user id. */
  selfId(): string {
    return known(this.cache.selfId, 'who the bot is');
  }

  /** The id of the bot's application. */
  applicationId(): string {
    return known(this.ports.applicationId(), 'which application the bot belongs to');
  }

  interaction(data: APIInteraction): AnyInteraction {
    return interactionOf(data, this);
  }

  /** A message that was sent in answer to an interaction, and is reached through it. */
  interactionMessage(data: GatewayMessageCreateDispatchData, key: InteractionMessageKey): InteractionMessage {
    return new InteractionMessage(data, key, this);
  }

  applicationHandle(id: string): ApplicationHandle {
    return new ApplicationHandle({ id }, this);
  }

  application(data: APIApplication): Application {
    return new Application(data, this);
  }

  applicationCommand(data: APIApplicationCommand): ApplicationCommand {
    return new ApplicationCommand(data, this);
  }

  entitlement(data: APIEntitlement): Entitlement {
    return new Entitlement(data, this);
  }

  sku(data: APISKU): Sku {
    return new Sku(data, this);
  }

  subscription(data: APISubscription): Subscription {
    return new Subscription(data, this);
  }
}

function known(id: string | null, what: string): string {
  if (id !== null) return id;
  throw new OptionsError('NOT_STARTED', { what: `It is not known yet ${what}.`, cure: 'Await the start first.' });
}
