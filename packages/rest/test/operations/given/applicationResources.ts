import { ApplicationRoleConnectionMetadataType, EntitlementOwnerType } from 'discord-api-types/v10';
import type { GivenFor } from './Given.js';
import { FILE, ids } from './ids.js';

const { application_id: application, guild_id: guild, command_id: command, entitlement_id: entitlement, lobby_id: lobby } = ids;
const roll = { name: 'roll', description: 'Rolls dice' };
const account = {
  client_id: '5',
  client_secret: 'hush',
  external_auth_token: 'ticket',
  external_auth_type: 'STEAM_SESSION_TICKET',
} as const;

export const applications: GivenFor<'applications'> = {
  me: [],
  editMe: [{ description: 'Counts' }],
  get: [application],
  edit: [application, { description: 'Counts' }],
  activityInstance: [application, ids.instance_id],
  uploadAttachment: [application, FILE],
};

export const commands: GivenFor<'commands'> = {
  list: [application, { with_localizations: true }],
  get: [application, command],
  create: [application, roll],
  edit: [application, command, { description: 'Throws dice' }],
  replaceAll: [application, [roll]],
  delete: [application, command],
  listForGuild: [application, guild, { with_localizations: true }],
  getForGuild: [application, guild, command],
  createForGuild: [application, guild, roll],
  editForGuild: [application, guild, command, { description: 'Throws dice' }],
  replaceAllForGuild: [application, guild, [roll]],
  deleteForGuild: [application, guild, command],
  permissionsForGuild: [application, guild],
  permissions: [application, guild, command],
  setPermissions: [application, guild, command, { permissions: [{ id: '5', type: 1, permission: true }] }],
};

export const entitlements: GivenFor<'entitlements'> = {
  list: [
    application,
    {
      user_id: '5',
      sku_ids: '6,7',
      guild_id: '8',
      before: '9',
      after: '3',
      limit: 7,
      exclude_ended: true,
      exclude_deleted: false,
      only_active: true,
    },
  ],
  get: [application, entitlement],
  consume: [application, entitlement],
  createTest: [application, { sku_id: '5', owner_id: '6', owner_type: EntitlementOwnerType.User }],
  deleteTest: [application, entitlement],
};

export const gateway: GivenFor<'gateway'> = { get: [], getBot: [] };

export const lobbies: GivenFor<'lobbies'> = {
  create: [{ metadata: { mode: 'blitz' } }],
  createOrJoin: [{ secret: 'sesame' }],
  get: [lobby],
  edit: [lobby, { idle_timeout_seconds: 60 }],
  delete: [lobby],
  setMember: [lobby, ids.user_id, { metadata: { team: 'red' } }],
  removeMember: [lobby, ids.user_id],
  bulkUpdateMembers: [lobby, [{ id: '5', remove_member: true }]],
  leave: [lobby],
  linkChannel: [lobby, { channel_id: '5' }],
  messages: [lobby, { limit: 7 }],
  createMessage: [lobby, { content: 'Hello' }],
  setModerationMetadata: [lobby, ids.message_id, { verdict: 'fine' }],
  createOwnInvite: [lobby],
  createInvite: [lobby, ids.user_id],
};

export const oauth2: GivenFor<'oauth2'> = { authorization: [], application: [], publicKeys: [], userInfo: [] };

export const partnerSdk: GivenFor<'partnerSdk'> = {
  token: [account],
  tokenAsBot: [{ external_user_id: 'alice' }],
  unmergeProvisionalAccount: [account],
  unmergeProvisionalAccountAsBot: [{ external_user_id: 'alice' }],
  setModerationMetadata: [ids.user_id_1, ids.user_id_2, ids.message_id, { verdict: 'fine' }],
};

export const roleConnections: GivenFor<'roleConnections'> = {
  metadata: [application],
  replaceMetadata: [
    application,
    [{ type: ApplicationRoleConnectionMetadataType.IntegerGreaterThanOrEqual, key: 'wins', name: 'Wins', description: 'Games won' }],
  ],
};

export const skus: GivenFor<'skus'> = { list: [application] };

export const subscriptions: GivenFor<'subscriptions'> = {
  list: [ids.sku_id, { user_id: '5', before: '9', after: '3', limit: 7 }],
  get: [ids.sku_id, ids.subscription_id, { user_id: '5' }],
};

export const users: GivenFor<'users'> = {
  me: [],
  editMe: [{ username: 'robo' }],
  get: [ids.user_id],
  guilds: [{ before: '9', after: '3', limit: 7, with_counts: true }],
  leaveGuild: [guild],
  createDm: ['5'],
  createGroupDm: [{ access_tokens: ['granted'], nicks: { 5: 'Al' } }],
  connections: [],
};
