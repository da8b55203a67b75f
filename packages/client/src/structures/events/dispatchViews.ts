import type { DispatchEventName } from '@aplomb/gateway';
import type {
  APIEntitlement,
  APISubscription,
  GatewayDispatchPayload,
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { messageData, type CacheChange, type MessageRecord } from '@aplomb/cache';
import type { AnyInteraction } from '../../interactions/AnyInteraction.js';
import type { Entitlement } from '../application/Entitlement.js';
import type { Subscription } from '../application/Subscription.js';
import { EventView } from '../EventView.js';
import type { Message } from '../message/Message.js';
import type { Views } from '../Views.js';
import { AutoModExecution } from './AutoModExecution.js';
import { ChannelInfo } from './ChannelInfo.js';
import { CommandPermissionsUpdate } from './CommandPermissionsUpdate.js';
import { GuildIntegrationsUpdate } from './GuildIntegrationsUpdate.js';
import { MembersChunk } from './MembersChunk.js';
import { RateLimited } from './RateLimited.js';
import { Ready } from './Ready.js';
import { VoiceServerUpdate } from './VoiceServerUpdate.js';

/** The payload of each dispatch, by its name on the wire. */
export type DispatchData = { [Packet in GatewayDispatchPayload as `${Packet['t']}`]: Packet['d'] };

/** The view that the handlers of a dispatch get first, where it is more than an {@link EventView}. */
export interface RichViews {
  readonly APPLICATION_COMMAND_PERMISSIONS_UPDATE: CommandPermissionsUpdate;
  readonly AUTO_MODERATION_ACTION_EXECUTION: AutoModExecution;
  readonly CHANNEL_INFO: ChannelInfo;
  readonly ENTITLEMENT_CREATE: Entitlement;
  readonly ENTITLEMENT_DELETE: Entitlement;
  readonly ENTITLEMENT_UPDATE: Entitlement;
  readonly GUILD_INTEGRATIONS_UPDATE: GuildIntegrationsUpdate;
  readonly GUILD_MEMBERS_CHUNK: MembersChunk;
  readonly INTERACTION_CREATE: AnyInteraction;
  readonly MESSAGE_CREATE: Message;
  readonly MESSAGE_UPDATE: Message;
  readonly RATE_LIMITED: RateLimited;
  readonly READY: Ready;
  readonly SUBSCRIPTION_CREATE: Subscription;
  readonly SUBSCRIPTION_DELETE: Subscription;
  readonly SUBSCRIPTION_UPDATE: Subscription;
  readonly VOICE_SERVER_UPDATE: VoiceServerUpdate;
}

/** The view of what was before that the handlers of an update or a deletion get third. */
export interface BeforeViews {
  readonly MESSAGE_DELETE: Message;
  readonly MESSAGE_DELETE_BULK: readonly Message[];
  readonly MESSAGE_UPDATE: Message;
}

/** The view that the handlers of a dispatch get. */
export type DispatchView<Name extends DispatchEventName> = Name extends keyof RichViews ? RichViews[Name] : EventView<DispatchData[Name]>;

/** What the cache knew before an update or a deletion; `undefined` where it knew nothing, and for all other dispatches. */
export type BeforeView<Name extends DispatchEventName> = Name extends keyof BeforeViews ? BeforeViews[Name] | undefined : undefined;

type ViewMaker = (data: never, views: Views) => object;
type BeforeMaker = (before: never, views: Views, data: never) => object;

const asMessage = (data: GatewayMessageCreateDispatchData, views: Views): Message => views.message(data);
const messageOf = (record: MessageRecord, views: Views): Message => views.message(() => messageData(record));

const asEntitlement = (data: APIEntitlement, views: Views): Entitlement => views.entitlement(data);
const asSubscription = (data: APISubscription, views: Views): Subscription => views.subscription(data);
/** The view of an event that is nothing but an event. */
const as =
  <Payload extends object, Made>(make: new (data: Payload, views: Views) => Made) =>
  (data: Payload, views: Views): Made =>
    new make(data, views);

const VIEWS: { readonly [Name in keyof RichViews]: (data: never, views: Views) => RichViews[Name] } = {
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: as(CommandPermissionsUpdate),
  AUTO_MODERATION_ACTION_EXECUTION: as(AutoModExecution),
  CHANNEL_INFO: as(ChannelInfo),
  ENTITLEMENT_CREATE: asEntitlement,
  ENTITLEMENT_DELETE: asEntitlement,
  ENTITLEMENT_UPDATE: asEntitlement,
  GUILD_INTEGRATIONS_UPDATE: as(GuildIntegrationsUpdate),
  GUILD_MEMBERS_CHUNK: as(MembersChunk),
  INTERACTION_CREATE: (data: GatewayInteractionCreateDispatchData, views: Views) => views.interaction(data),
  MESSAGE_CREATE: asMessage,
  MESSAGE_UPDATE: asMessage,
  RATE_LIMITED: as(RateLimited),
  READY: as(Ready),
  SUBSCRIPTION_CREATE: asSubscription,
  SUBSCRIPTION_DELETE: asSubscription,
  SUBSCRIPTION_UPDATE: asSubscription,
  VOICE_SERVER_UPDATE: as(VoiceServerUpdate),
};
const BEFORE: { readonly [Name in keyof BeforeViews]: (before: never, views: Views) => BeforeViews[Name] } = {
  MESSAGE_DELETE: messageOf,
  MESSAGE_DELETE_BULK: (records: readonly MessageRecord[], views: Views) => records.map((record) => messageOf(record, views)),
  MESSAGE_UPDATE: messageOf,
};
const viewMakers: ReadonlyMap<string, ViewMaker> = new Map(Object.entries<ViewMaker>(VIEWS));
const beforeMakers: ReadonlyMap<string, BeforeMaker> = new Map(Object.entries<BeforeMaker>(BEFORE));

/** The view that the handlers of a dispatch get first. */
export function viewOf({ t, d }: { readonly t: string; readonly d: unknown }, views: Views): object {
  const make = viewMakers.get(t);
  // A payload that is no object has no getters to offer.
  return make === undefined || typeof d !== 'object' || d === null ? new EventView(d) : make(d as never, views);
}

/** The view of what was before, which they get third. It still sees what the event took out. */
export function beforeOf({ t, d }: { readonly t: string; readonly d: unknown }, change: CacheChange, views: Views): object | undefined {
  const make = beforeMakers.get(t);
  if (make === undefined || change.before === undefined) return undefined;
  return make(change.before as never, views.seeing(change.removed), d as never);
}
