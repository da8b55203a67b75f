// The cache
export { Cache, type CacheOptions } from './Cache.js';
export type { CacheReader } from './CacheReader.js';
export type { CacheChange, ChangedBy, ChangedEntities, GuildPassage, Removed } from './CacheChange.js';
export type { CacheEvent, CacheEventContext } from './CacheEvent.js';
export type { CachePolicy, EntityPolicy, GuildPolicy, ResolvedCachePolicy, ResolvedEntityPolicy } from './CachePolicy.js';
export type { AppliedCounts } from './EventApplier.js';
export type { CacheStats } from './CacheStats.js';
export type { CacheMemory, EntityMemory } from './memoryReport.js';
export { CACHED_EVENTS } from './reducers/reducers.js';

// Filled from REST
export type { FillMark } from './fill/Arbiter.js';
export type { FillOptions, FillOutcome, FillPayloads, FillResource } from './fill/FillOptions.js';

// Written down, and put back
export { CacheSnapshotError, type CacheSnapshotErrorCode } from './snapshot/CacheSnapshotError.js';
export type { CacheSnapshotKey, CacheSnapshotStore } from './snapshot/CacheSnapshotStore.js';
export { FileCacheSnapshotStore, type FileCacheSnapshotStoreOptions } from './snapshot/FileCacheSnapshotStore.js';
export type { SnapshotSession } from './snapshot/lines.js';
export { MemoryCacheSnapshotStore } from './snapshot/MemoryCacheSnapshotStore.js';
export type { CacheRestored } from './snapshot/Restoration.js';
export type { CacheRestoreOptions, CacheSnapshotOptions } from './snapshot/SnapshotOptions.js';

// Records, and Discord's payloads of them
export { channelData, isHidden, isThread, type ChannelPulse, type ChannelRecord, type OverwriteRecord } from './records/channel.js';
export type { ChannelEntities, ChannelResource, Entities, GuildEntities, GuildResource, Resource } from './records/entities.js';
export type { SharedFields } from './records/FieldPool.js';
export type { KeptFields } from './records/keptFields.js';
export { guildData, type GuildPulse, type GuildRecord } from './records/guild.js';
export { instantMs, instantText, type PackedInstant } from './records/instants.js';
export { memberData, timeoutUntilMs, type MemberRecord } from './records/member.js';
export { messageData, type MessagePulse, type MessageRecord } from './records/message.js';
export type { Payload } from './records/payload.js';
export { plainData, type PlainRecord } from './records/plain.js';
export { presenceData, type PresenceRecord } from './records/presence.js';
export { roleData, type RoleRecord } from './records/role.js';
export { userData, type UserRecord } from './records/user.js';
export { voiceStateData, type VoiceStateRecord } from './records/voiceState.js';
export type { UserChange } from './tables/Users.js';

// Tables of your own
export { MapTable } from './tables/MapTable.js';
export { packedTables } from './tables/packedTables.js';
export type { Table, TableFactory } from './tables/Table.js';

// Permissions and rank
export { permissionReaderOf } from './permissionReader.js';
export * from './queries/index.js';
