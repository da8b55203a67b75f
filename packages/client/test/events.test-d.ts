import type { AplombError } from '@aplomb/base';
import type { ReshardNeededEvent, ShardDisconnectEvent, ShardStageUpdateEvent } from '@aplomb/gateway';
import type { RestRateLimitedEvent } from '@aplomb/rest';
import type { GatewayDispatchPayload, GatewayResumedDispatch } from 'discord-api-types/v10';
import { expectTypeOf } from 'expect-type';
import type * as aplomb from '../src/index.js';

/** What the handlers of a dispatch get: the view of it, and of what the cache knew before. */
type Told<Event, Before = never> = readonly [event: Event, before: Before | undefined];

/** The view of each dispatch. */
interface Dispatches {
  readonly applicationCommandPermissionsUpdate: Told<aplomb.CommandPermissionsUpdate>;
  readonly autoModerationActionExecution: Told<aplomb.AutoModExecution>;
  readonly autoModerationRuleCreate: Told<aplomb.AutoModRule>;
  readonly autoModerationRuleDelete: Told<aplomb.AutoModRule, aplomb.AutoModRule>;
  readonly autoModerationRuleUpdate: Told<aplomb.AutoModRule, aplomb.AutoModRule>;
  readonly channelCreate: Told<aplomb.GuildBasedChannel>;
  readonly channelDelete: Told<aplomb.GuildBasedChannel, aplomb.GuildBasedChannel>;
  readonly channelInfo: Told<aplomb.ChannelInfo>;
  readonly channelPinsUpdate: Told<aplomb.PinsUpdate>;
  readonly channelUpdate: Told<aplomb.GuildBasedChannel, aplomb.GuildBasedChannel>;
  readonly entitlementCreate: Told<aplomb.Entitlement>;
  readonly entitlementDelete: Told<aplomb.Entitlement>;
  readonly entitlementUpdate: Told<aplomb.Entitlement>;
  readonly guildAuditLogEntryCreate: Told<aplomb.AuditLogEntry>;
  readonly guildBanAdd: Told<aplomb.Ban>;
  readonly guildBanRemove: Told<aplomb.Ban>;
  readonly guildCreate: Told<aplomb.Guild>;
  readonly guildDelete: Told<aplomb.GuildDeletion, aplomb.Guild>;
  readonly guildEmojisUpdate: Told<aplomb.EmojisUpdate, readonly aplomb.Emoji[]>;
  readonly guildIntegrationsUpdate: Told<aplomb.GuildIntegrationsUpdate>;
  readonly guildMemberAdd: Told<aplomb.Member>;
  readonly guildMemberRemove: Told<aplomb.MemberRemoval, aplomb.Member>;
  readonly guildMemberUpdate: Told<aplomb.Member, aplomb.Member>;
  readonly guildMembersChunk: Told<aplomb.MembersChunk>;
  readonly guildRoleCreate: Told<aplomb.Role>;
  readonly guildRoleDelete: Told<aplomb.RoleDeletion, aplomb.Role>;
  readonly guildRoleUpdate: Told<aplomb.Role, aplomb.Role>;
  readonly guildScheduledEventCreate: Told<aplomb.ScheduledEvent>;
  readonly guildScheduledEventDelete: Told<aplomb.ScheduledEvent, aplomb.ScheduledEvent>;
  readonly guildScheduledEventUpdate: Told<aplomb.ScheduledEvent, aplomb.ScheduledEvent>;
  readonly guildScheduledEventUserAdd: Told<aplomb.ScheduledEventInterest>;
  readonly guildScheduledEventUserRemove: Told<aplomb.ScheduledEventInterest>;
  readonly guildSoundboardSoundCreate: Told<aplomb.SoundboardSound>;
  readonly guildSoundboardSoundDelete: Told<aplomb.SoundDeletion, aplomb.SoundboardSound>;
  readonly guildSoundboardSoundUpdate: Told<aplomb.SoundboardSound, aplomb.SoundboardSound>;
  readonly guildSoundboardSoundsUpdate: Told<aplomb.SoundsUpdate, readonly aplomb.SoundboardSound[]>;
  readonly guildStickersUpdate: Told<aplomb.StickersUpdate, readonly aplomb.Sticker[]>;
  readonly guildUpdate: Told<aplomb.Guild, aplomb.Guild>;
  readonly integrationCreate: Told<aplomb.Integration>;
  readonly integrationDelete: Told<aplomb.IntegrationDeletion, aplomb.Integration>;
  readonly integrationUpdate: Told<aplomb.Integration, aplomb.Integration>;
  readonly interactionCreate: Told<aplomb.AnyInteraction>;
  readonly inviteCreate: Told<aplomb.Invite>;
  readonly inviteDelete: Told<aplomb.InviteDeletion, aplomb.Invite>;
  readonly messageCreate: Told<aplomb.Message>;
  readonly messageDelete: Told<aplomb.MessageDeletion, aplomb.Message>;
  readonly messageDeleteBulk: Told<aplomb.BulkMessageDeletion, readonly aplomb.Message[]>;
  readonly messagePollVoteAdd: Told<aplomb.PollVote>;
  readonly messagePollVoteRemove: Told<aplomb.PollVote>;
  readonly messageReactionAdd: Told<aplomb.ReactionAdd>;
  readonly messageReactionRemove: Told<aplomb.ReactionRemove>;
  readonly messageReactionRemoveAll: Told<aplomb.ReactionsClear>;
  readonly messageReactionRemoveEmoji: Told<aplomb.ReactionEmojiClear>;
  readonly messageUpdate: Told<aplomb.Message, aplomb.Message>;
  readonly presenceUpdate: Told<aplomb.Presence, aplomb.Presence>;
  readonly rateLimited: Told<aplomb.RateLimited>;
  readonly ready: Told<aplomb.Ready>;
  /** The one that tells nothing but itself. */
  readonly resumed: Told<aplomb.EventView<GatewayResumedDispatch['d']>>;
  readonly soundboardSounds: Told<aplomb.SoundsUpdate>;
  readonly stageInstanceCreate: Told<aplomb.StageInstance>;
  readonly stageInstanceDelete: Told<aplomb.StageInstance, aplomb.StageInstance>;
  readonly stageInstanceUpdate: Told<aplomb.StageInstance, aplomb.StageInstance>;
  readonly subscriptionCreate: Told<aplomb.Subscription>;
  readonly subscriptionDelete: Told<aplomb.Subscription>;
  readonly subscriptionUpdate: Told<aplomb.Subscription>;
  readonly threadCreate: Told<aplomb.Thread>;
  readonly threadDelete: Told<aplomb.ThreadDeletion, aplomb.Thread>;
  readonly threadListSync: Told<aplomb.ThreadListSync>;
  readonly threadMemberUpdate: Told<aplomb.ThreadMember>;
  readonly threadMembersUpdate: Told<aplomb.ThreadMembersUpdate>;
  readonly threadUpdate: Told<aplomb.Thread, aplomb.Thread>;
  readonly typingStart: Told<aplomb.TypingStart>;
  readonly userUpdate: Told<aplomb.ClientUser, aplomb.ClientUser>;
  readonly voiceChannelEffectSend: Told<aplomb.VoiceEffect>;
  readonly voiceChannelStartTimeUpdate: Told<aplomb.VoiceStartTimeUpdate>;
  readonly voiceChannelStatusUpdate: Told<aplomb.VoiceStatusUpdate>;
  readonly voiceServerUpdate: Told<aplomb.VoiceServerUpdate>;
  readonly voiceStateUpdate: Told<aplomb.VoiceState, aplomb.VoiceState>;
  readonly webhooksUpdate: Told<aplomb.WebhooksUpdate>;
}

type Args<Name extends keyof aplomb.ClientEvents> = Parameters<aplomb.ClientEvents[Name]>;
type Context = aplomb.Context;
interface OfShard {
  readonly shardId: number;
}
interface Shards {
  readonly shardIds: readonly number[];
  readonly total: number;
}

/** All that the handlers of each of the framework's own events get. */
interface Frameworks {
  readonly raw: [packet: GatewayDispatchPayload | aplomb.UnknownPacket, context: Context];
  readonly unknownEvent: [packet: aplomb.UnknownPacket, context: Context];
  readonly guildJoin: [guild: aplomb.Guild, context: Context];
  readonly guildAvailable: [guild: aplomb.Guild, context: Context];
  readonly guildLeave: [guild: aplomb.GuildDeletion, context: Context, before: aplomb.Guild | undefined];
  readonly guildUnavailable: [guild: aplomb.Guild | aplomb.GuildDeletion, context: Context, before: aplomb.Guild | undefined];
  readonly shardStageUpdate: [event: ShardStageUpdateEvent, context: Context];
  readonly shardReady: [event: OfShard, context: Context];
  readonly shardResumed: [event: { readonly shardId: number; readonly replayed: number }, context: Context];
  readonly shardDisconnect: [event: ShardDisconnectEvent, context: Context];
  readonly sessionLost: [event: aplomb.SessionLost, context: Context];
  readonly waitingForReady: [event: { readonly shardId: number; readonly waitedMs: number }, context: Context];
  readonly shardsReady: [event: Shards];
  readonly reshardNeeded: [event: ReshardNeededEvent];
  readonly resharded: [event: Shards];
  readonly cacheReady: [event: aplomb.CacheReadyEvent];
  readonly restRateLimited: [event: RestRateLimitedEvent];
  readonly error: [event: aplomb.ErrorEvent];
  readonly warn: [error: AplombError];
  readonly debug: [text: string];
}

// Each dispatch, and nothing else, is told by its view
expectTypeOf<keyof Dispatches>().toEqualTypeOf<aplomb.DispatchEvent>();
expectTypeOf<{ readonly [Name in aplomb.DispatchEvent]: Told<Args<Name>[0], Args<Name>[2]> }>().toEqualTypeOf<Dispatches>();
expectTypeOf<{ [Name in aplomb.DispatchEvent]: Args<Name>[1] }[aplomb.DispatchEvent]>().toEqualTypeOf<Context>();

// So are the framework's own
type FrameworkEvent = Exclude<keyof aplomb.ClientEvents, aplomb.DispatchEvent>;
expectTypeOf<keyof Frameworks>().toEqualTypeOf<FrameworkEvent>();
expectTypeOf<{ readonly [Name in FrameworkEvent]: Args<Name> }>().toEqualTypeOf<Frameworks>();
