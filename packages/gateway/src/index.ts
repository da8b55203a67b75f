// A shard
export { Shard, type CommandBudgetState, type HeartbeatInstants } from './shard/Shard.js';
export type { EventFilter, ShardOptions } from './shard/ShardOptions.js';
export type { ResolvedShardOptions } from './shard/resolveShardOptions.js';
export type { ShardMessage } from './shard/ShardStreams.js';
export { ShardSender } from './shard/ShardSender.js';
export type { SequenceGapEvent, SessionLostEvent, ShardDisconnectEvent, ShardEvents, ShardStageUpdateEvent } from './shard/shardEvents.js';
export { isConnecting, type ConnectionStage, type ReconnectType } from './shard/ConnectionStage.js';
export type { ShardStageCause } from './shard/stageCauses.js';
export type { Session } from './shard/Session.js';
export { Latency } from './shard/Latency.js';
export type { GatewayCommand, RequestMembersOptions } from './shard/commands.js';
export type { ChunkGuildFilter } from './members/ChunkGuildFilter.js';
export type { MembersResult } from './members/MemberChunks.js';

// Many shards
export { ShardManager } from './sharding/ShardManager.js';
export type { ShardManagerOptions, ShutdownOptions } from './sharding/ShardManagerOptions.js';
export type { ReshardNeededEvent, ShardEvent, ShardManagerEvents } from './sharding/shardManagerEvents.js';
export { ShardQueuer, type ShardQueuerOptions } from './sharding/ShardQueuer.js';
export { ShardRunner, type ShardRunnerOptions } from './sharding/ShardRunner.js';
export type { ShardRunnerInfo, ShardSnapshot } from './sharding/ShardRunnerInfo.js';
export { ShardMessenger, type ChannelInfoField, type VoiceStateData } from './sharding/ShardMessenger.js';
export { ShardId } from './sharding/ShardId.js';
export { shardIdFor } from './sharding/shardIdFor.js';
export { resolveShardScheme, type ResolvedShardScheme, type ShardRange, type ShardScheme } from './sharding/shardScheme.js';
export type { FetchGatewayInfo, GatewayInfo } from './sharding/GatewayInfo.js';
export type { ShardLike } from './sharding/ShardLike.js';
export type { CollectorCallback } from './sharding/CollectorCallback.js';
export type { VoiceGatewayManager } from './voice/VoiceGatewayManager.js';

// What a bot wants and how it looks
export { Intents, intentNames, resolveIntents, type IntentName, type IntentsResolvable } from './intents/Intents.js';
export { dispatchEventNames, dispatchEvents, isDispatchEventName, type DispatchEventName } from './intents/dispatchEvents.js';
export { ActivityData } from './presence/ActivityData.js';
export { PresenceData, type PresenceStatus } from './presence/PresenceData.js';

// Errors
export { GatewayClosedError, GatewayError, type GatewayClosedCode, type GatewayErrorCode } from './errors.js';

// Identify
export type { IdentifyLimits, IdentifyPermit, IdentifyQueue, IdentifyRequest } from './identify/IdentifyQueue.js';
export type { IdentifyLedger, LedgerEntry } from './identify/IdentifyLedger.js';
export { InMemoryIdentifyQueue, type InMemoryIdentifyQueueOptions } from './identify/InMemoryIdentifyQueue.js';
export { MemoryIdentifyLedger } from './identify/MemoryIdentifyLedger.js';
export { FileIdentifyLedger } from './identify/FileIdentifyLedger.js';
export { processIdentifyQueue } from './identify/processIdentifyQueue.js';

// Sessions
export type { SessionStore, ShardKey, StoredSession } from './session/SessionStore.js';
export { MemorySessionStore } from './session/MemorySessionStore.js';
export { FileSessionStore, type FileSessionStoreOptions } from './session/FileSessionStore.js';

// Transport
export type { ConnectionEnd, ConnectionEvents, ConnectRequest, GatewayConnection, GatewayTransport } from './transport/GatewayTransport.js';
export type { FrameDecoder, InflaterCounts, TransportCompression } from './transport/FrameDecoder.js';
export { bestCompression, canDecode, createFrameDecoder } from './transport/createFrameDecoder.js';
export type { StreamLimits } from './transport/inflate/StreamLimits.js';
export { WsTransport } from './transport/WsTransport.js';
export type { WsTransportOptions } from './transport/WsTransportOptions.js';
export { ConnectPacer } from './shard/ConnectPacer.js';

// The machine inside
export { ShardProtocol } from './shard/ShardProtocol.js';
export { protocolDefaults, type ShardProtocolOptions } from './shard/ShardProtocolOptions.js';
export type { ShardInput } from './shard/ShardInput.js';
export type { ShardAction, ShardNote } from './shard/ShardAction.js';
export { closeRuleOf, closeRules, type CloseRule } from './shard/closeCodes.js';
