// Sets of permissions
export { Permissions } from './Permissions.js';
export { permissionBits, permissionNames, type PermissionName } from './permissionBits.js';
export type { PermissionsInput, PermissionsResolvable } from './resolvePermissions.js';

// What a member may do
export { guildPermissions } from './guildPermissions.js';
export { channelPermissions, overwrittenPermissions } from './channelPermissions.js';
export { isTimedOut } from './timeout.js';
export { isSynced } from './overwrites.js';
export {
  canBulkBan,
  canBypassSlowmode,
  canCreateEvent,
  canCreateExpressions,
  canCreatePrivateThread,
  canCreateThread,
  canDeleteMessage,
  canEditThread,
  canManageChannel,
  canManageEvent,
  canManageExpression,
  canManageWebhooks,
  canModerateStage,
  canMoveInto,
  canPinMessages,
  canPrune,
  canReact,
  canSetVoiceStatus,
  canUnarchive,
  type EventPlace,
  type Ownership,
} from './abilities.js';

// Rank
export { compareRoles, highestRole, outranks, outranksRole } from './hierarchy.js';
export { canBan, canKick, canManageNickname, canTimeout, type ModerationQuestion } from './moderation.js';
export { canAssignRole, canDeleteRole, canGrant, canManageRole, type RoleQuestion } from './roleManagement.js';
export { canSetOverwrite, type OverwriteQuestion } from './overwriteManagement.js';

// By ids, and when something is missing
export { PermissionQueries } from './PermissionQueries.js';
export type { PermissionReader, PlacedChannel } from './PermissionReader.js';
export { MissingDataError, type MissingData, type MissingDataErrorCode } from './MissingDataError.js';

// What questions are made of
export type { Kind } from './channelKinds.js';
export type {
  ChannelFacts,
  ChannelQuestion,
  GuildChannelFacts,
  GuildFacts,
  GuildQuestion,
  MemberFacts,
  OverwriteFacts,
  RawPermissions,
  RoleFacts,
  ThreadFacts,
} from './PermissionFacts.js';
