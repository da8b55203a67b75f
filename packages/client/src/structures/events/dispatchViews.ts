import type { DispatchEventName } from '@aplomb/gateway';
import type {
  APIEntitlement,
  APISubscription,
  GatewayDispatchPayload,
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayThreadCreateDispatchData,
  GatewayThreadMemberUpdateDispatchData,
} from 'discord-api-types/v10';
import type { CacheChange, ChannelRecord, MessageRecord } from '@aplomb/cache';
import type { AnyInteraction } from '../../interactions/AnyInteraction.js';
import type { Entitlement } from '../application/Entitlement.js';
import type { Subscription } from '../application/Subscription.js';
import type { GuildBasedChannel } from '../channel/AnyChannel.js';
import type { ChannelPayload } from '../channel/payloads.js';
import type { Thread } from '../channel/Thread.js';
import type { ThreadMember } from '../channel/ThreadMember.js';
import { EventView } from '../EventView.js';
import type { Message } from '../message/Message.js';
import type { Views } from '../Views.js';
import { asEvent } from './asEvent.js';
import { AutoModExecution } from './AutoModExecution.js';
import { BulkMessageDeletion } from './BulkMessageDeletion.js';
import { ChannelInfo } from './ChannelInfo.js';
import { CommandPermissionsUpdate } from './CommandPermissionsUpdate.js';
import { GUILD_BEFORE, GUILD_VIEWS, type GuildBeforeViews, type GuildRichViews } from './guildViews.js';
import { GuildIntegrationsUpdate } from './GuildIntegrationsUpdate.js';
import { MembersChunk } from './MembersChunk.js';
import { MessageDeletion } from './MessageDeletion.js';
import { PinsUpdate } from './PinsUpdate.js';
import { PollVote } from './PollVote.js';
import { RateLimited } from './RateLimited.js';
import { ReactionAdd } from './ReactionAdd.js';
import { ReactionEmojiClear } from './ReactionEmojiClear.js';
import { ReactionRemove } from './ReactionRemove.js';
import { ReactionsClear } from './ReactionsClear.js';
import { Ready } from './Ready.js';
import { ThreadDeletion } from './ThreadDeletion.js';
import { ThreadListSync } from './ThreadListSync.js';
import { ThreadMembersUpdate } from './ThreadMembersUpdate.js';
import { TypingStart } from './TypingStart.js';
import { VoiceEffect } from './VoiceEffect.js';
import { VoiceServerUpdate } from './VoiceServerUpdate.js';
import { VoiceStartTimeUpdate } from './VoiceStartTimeUpdate.js';
import { VoiceStatusUpdate } from './VoiceStatusUpdate.js';
import { WebhooksUpdate } from './WebhooksUpdate.js';

/** The payload of each dispatch, by its name on the wire. */
export type DispatchData = { [Packet in GatewayDispatchPayload as `${Packet['t']}`]: Packet['d'] };

/** The view that the handlers of a dispatch get first, where it is more than an {@link EventView}. */
export interface RichViews extends GuildRichViews {
  readonly APPLICATION_COMMAND_PERMISSIONS_UPDATE: CommandPermissionsUpdate;
  readonly AUTO_MODERATION_ACTION_EXECUTION: AutoModExecution;
  readonly CHANNEL_CREATE: GuildBasedChannel;
  readonly CHANNEL_DELETE: GuildBasedChannel;
  readonly CHANNEL_INFO: ChannelInfo;
  readonly CHANNEL_PINS_UPDATE: PinsUpdate;
  readonly CHANNEL_UPDATE: GuildBasedChannel;
  readonly ENTITLEMENT_CREATE: Entitlement;
  readonly ENTITLEMENT_DELETE: Entitlement;
  readonly ENTITLEMENT_UPDATE: Entitlement;
  readonly GUILD_INTEGRATIONS_UPDATE: GuildIntegrationsUpdate;
  readonly GUILD_MEMBERS_CHUNK: MembersChunk;
  readonly INTERACTION_CREATE: AnyInteraction;
  readonly MESSAGE_CREATE: Message;
  readonly MESSAGE_DELETE: MessageDeletion;
  readonly MESSAGE_DELETE_BULK: BulkMessageDeletion;
  readonly MESSAGE_POLL_VOTE_ADD: PollVote;
  readonly MESSAGE_POLL_VOTE_REMOVE: PollVote;
  readonly MESSAGE_REACTION_ADD: ReactionAdd;
  readonly MESSAGE_REACTION_REMOVE: ReactionRemove;
  readonly MESSAGE_REACTION_REMOVE_ALL: ReactionsClear;
  readonly MESSAGE_REACTION_REMOVE_EMOJI: ReactionEmojiClear;
  readonly MESSAGE_UPDATE: Message;
  readonly RATE_LIMITED: RateLimited;
  readonly READY: Ready;
  readonly SUBSCRIPTION_CREATE: Subscription;
  readonly SUBSCRIPTION_DELETE: Subscription;
  readonly SUBSCRIPTION_UPDATE: Subscription;
  readonly THREAD_CREATE: Thread;
  readonly THREAD_DELETE: ThreadDeletion;
  readonly THREAD_LIST_SYNC: ThreadListSync;
  readonly THREAD_MEMBERS_UPDATE: ThreadMembersUpdate;
  readonly THREAD_MEMBER_UPDATE: ThreadMember;
  readonly THREAD_UPDATE: Thread;
  readonly TYPING_START: TypingStart;
  readonly VOICE_CHANNEL_EFFECT_SEND: VoiceEffect;
  readonly VOICE_CHANNEL_START_TIME_UPDATE: VoiceStartTimeUpdate;
  readonly VOICE_CHANNEL_STATUS_UPDATE: VoiceStatusUpdate;
  readonly VOICE_SERVER_UPDATE: VoiceServerUpdate;
  readonly WEBHOOKS_UPDATE: WebhooksUpdate;
}

/** The view of what was before that the handlers of an update or a deletion get third. */
export interface BeforeViews extends GuildBeforeViews {
  readonly CHANNEL_DELETE: GuildBasedChannel;
  readonly CHANNEL_UPDATE: GuildBasedChannel;
  readonly MESSAGE_DELETE: Message;
  readonly MESSAGE_DELETE_BULK: readonly Message[];
  readonly MESSAGE_UPDATE: Message;
  readonly THREAD_DELETE: Thread;
  readonly THREAD_UPDATE: Thread;
}

/** The view that the handlers of a dispatch get. */
export type DispatchView<Name extends DispatchEventName> = Name extends keyof RichViews ? RichViews[Name] : EventView<DispatchData[Name]>;

/** What the cache knew before an update or a deletion; `undefined` where it knew nothing, and for all other dispatches. */
export type BeforeView<Name extends DispatchEventName> = Name extends keyof BeforeViews ? BeforeViews[Name] | undefined : undefined;

/** Makes nothing of a payload that lacks what the view is about. */
type ViewMaker = (data: never, views: Views) => object | undefined;
type BeforeMaker = (before: never, views: Views, data: never) => object;

const asMessage = (data: GatewayMessageCreateDispatchData, views: Views): Message => views.message(data);
/** Discord documents an update as the whole message; where it is a part, the cache has laid it over what it knew. */
const asUpdatedMessage = (data: GatewayMessageCreateDispatchData, views: Views): Message => {
  const isWhole = (data as Partial<GatewayMessageCreateDispatchData>).author !== undefined;
  return (isWhole ? undefined : views.cachedMessage(data.channel_id, data.id)) ?? views.message(data);
};
const messageOf = (record: MessageRecord, views: Views): Message => views.messageOf(record);
// Discord tells of guilds' channels alone, and of threads in events of their own.
const asChannel = (data: ChannelPayload, views: Views): GuildBasedChannel => views.channel(data) as GuildBasedChannel;
const channelOf = (record: ChannelRecord, views: Views): GuildBasedChannel => views.channelOf(record) as GuildBasedChannel;
const asThread = (data: GatewayThreadCreateDispatchData, views: Views): Thread => views.thread(data);
const threadOf = (record: ChannelRecord, views: Views): Thread => views.channelOf(record) as Thread;
const asThreadMember = (data: GatewayThreadMemberUpdateDispatchData, views: Views): ThreadMember =>
  views.threadMember(data, { guildId: data.guild_id, threadId: data.id ?? '' });

const asEntitlement = (data: APIEntitlement, views: Views): Entitlement => views.entitlement(data);
const asSubscription = (data: APISubscription, views: Views): Subscription => views.subscription(data);
const VIEWS: { readonly [Name in keyof RichViews]: (data: never, views: Views) => RichViews[Name] | undefined } = {
  ...GUILD_VIEWS,
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: asEvent(CommandPermissionsUpdate),
  AUTO_MODERATION_ACTION_EXECUTION: asEvent(AutoModExecution),
  CHANNEL_CREATE: asChannel,
  CHANNEL_DELETE: asChannel,
  CHANNEL_INFO: asEvent(ChannelInfo),
  CHANNEL_PINS_UPDATE: asEvent(PinsUpdate),
  CHANNEL_UPDATE: asChannel,
  ENTITLEMENT_CREATE: asEntitlement,
  ENTITLEMENT_DELETE: asEntitlement,
  ENTITLEMENT_UPDATE: asEntitlement,
  GUILD_INTEGRATIONS_UPDATE: asEvent(GuildIntegrationsUpdate),
  GUILD_MEMBERS_CHUNK: asEvent(MembersChunk),
  INTERACTION_CREATE: (data: GatewayInteractionCreateDispatchData, views: Views) => views.interaction(data),
  MESSAGE_CREATE: asMessage,
  MESSAGE_DELETE: asEvent(MessageDeletion),
  MESSAGE_DELETE_BULK: asEvent(BulkMessageDeletion),
  MESSAGE_POLL_VOTE_ADD: asEvent(PollVote),
  MESSAGE_POLL_VOTE_REMOVE: asEvent(PollVote),
  MESSAGE_REACTION_ADD: asEvent(ReactionAdd),
  MESSAGE_REACTION_REMOVE: asEvent(ReactionRemove),
  MESSAGE_REACTION_REMOVE_ALL: asEvent(ReactionsClear),
  MESSAGE_REACTION_REMOVE_EMOJI: asEvent(ReactionEmojiClear),
  MESSAGE_UPDATE: asUpdatedMessage,
  RATE_LIMITED: asEvent(RateLimited),
  READY: asEvent(Ready),
  SUBSCRIPTION_CREATE: asSubscription,
  SUBSCRIPTION_DELETE: asSubscription,
  SUBSCRIPTION_UPDATE: asSubscription,
  THREAD_CREATE: asThread,
  THREAD_DELETE: asEvent(ThreadDeletion),
  THREAD_LIST_SYNC: asEvent(ThreadListSync),
  THREAD_MEMBERS_UPDATE: asEvent(ThreadMembersUpdate),
  THREAD_MEMBER_UPDATE: asThreadMember,
  THREAD_UPDATE: asThread,
  TYPING_START: asEvent(TypingStart),
  VOICE_CHANNEL_EFFECT_SEND: asEvent(VoiceEffect),
  VOICE_CHANNEL_START_TIME_UPDATE: asEvent(VoiceStartTimeUpdate),
  VOICE_CHANNEL_STATUS_UPDATE: asEvent(VoiceStatusUpdate),
  VOICE_SERVER_UPDATE: asEvent(VoiceServerUpdate),
  WEBHOOKS_UPDATE: asEvent(WebhooksUpdate),
};
const BEFORE: { readonly [Name in keyof BeforeViews]: (before: never, views: Views, data: never) => BeforeViews[Name] } = {
  ...GUILD_BEFORE,
  CHANNEL_DELETE: channelOf,
  CHANNEL_UPDATE: channelOf,
  MESSAGE_DELETE: messageOf,
  MESSAGE_DELETE_BULK: (records: readonly MessageRecord[], views: Views) => records.map((record) => messageOf(record, views)),
  MESSAGE_UPDATE: messageOf,
  THREAD_DELETE: threadOf,
  THREAD_UPDATE: threadOf,
};
const viewMakers: ReadonlyMap<string, ViewMaker> = new Map(Object.entries<ViewMaker>(VIEWS));
const beforeMakers: ReadonlyMap<string, BeforeMaker> = new Map(Object.entries<BeforeMaker>(BEFORE));

/** The view that the handlers of a dispatch get first. */
export function viewOf({ t, d }: { readonly t: string; readonly d: unknown }, views: Views): object {
  const make = viewMakers.get(t);
  if (make === undefined || typeof d !== 'object' || d === null) return new EventView(d);
  try {
    return make(d as never, views) ?? new EventView(d);
  } catch {
    // Discord has sent something of a shape that is new: it reaches the handlers all the same, without getters.
    return new EventView(d);
  }
}

/** The view of what was before, which they get third. It still sees what the event took out. */
export function beforeOf({ t, d }: { readonly t: string; readonly d: unknown }, change: CacheChange, views: Views): object | undefined {
  const make = beforeMakers.get(t);
  if (make === undefined || change.before === undefined) return undefined;
  return make(change.before as never, views.seeing(change), d as never);
}
