import type {
  RESTGetAPIGuildRoleMemberCountsResult,
  RESTGetAPIGuildRoleResult,
  RESTGetAPIGuildRolesResult,
  RESTPatchAPIGuildRoleJSONBody,
  RESTPatchAPIGuildRolePositionsJSONBody,
  RESTPatchAPIGuildRolePositionsResult,
  RESTPatchAPIGuildRoleResult,
  RESTPostAPIGuildRoleJSONBody,
  RESTPostAPIGuildRoleResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/**
 * The roles of a guild, at most 250. To change them needs MANAGE_ROLES and a role above them; a bot can give no permission that it does not have.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-hierarchy | Permission hierarchy}
 */
export interface GuildRoleMethods {
  /**
   * All roles, `@everyone` included, whose id is the guild's.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-roles | Get guild roles}
   */
  roles(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildRolesResult>;
  /**
   * One role.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-role | Get guild role}
   */
  role(guildId: string, roleId: string, options?: CallOptions): Promise<RESTGetAPIGuildRoleResult>;
  /**
   * How many members have each role, by role id, `@everyone` excluded.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-role-member-counts | Get guild role member counts}
   */
  roleMemberCounts(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildRoleMemberCountsResult>;
  /**
   * Makes a role. Without a body it is called "new role" and has the permissions of `@everyone`. Names have at most 100 characters.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#create-guild-role | Create guild role}
   */
  createRole(guildId: string, body?: RESTPostAPIGuildRoleJSONBody, options?: AuditedCallOptions): Promise<RESTPostAPIGuildRoleResult>;
  /**
   * Edits a role. What `body` leaves out stays as it is.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-role | Modify guild role}
   */
  editRole(
    guildId: string,
    roleId: string,
    body: RESTPatchAPIGuildRoleJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildRoleResult>;
  /**
   * Moves roles: `positions` names those that move. Resolves with all roles of the guild.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-role-positions | Modify guild role positions}
   */
  editRolePositions(
    guildId: string,
    positions: RESTPatchAPIGuildRolePositionsJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildRolePositionsResult>;
  /**
   * Deletes a role.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#delete-guild-role | Delete guild role}
   */
  deleteRole(guildId: string, roleId: string, options?: AuditedCallOptions): Promise<void>;
}

export function guildRoleMethods(rest: Requester): GuildRoleMethods {
  const roles = (guildId: string): string => route`/guilds/${guildId}/roles`;
  const role = (guildId: string, roleId: string): string => route`/guilds/${guildId}/roles/${roleId}`;
  return {
    roles: async (guildId, options) => rest.request('GET', roles(guildId), options),
    role: async (guildId, roleId, options) => rest.request('GET', role(guildId, roleId), options),
    roleMemberCounts: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/roles/member-counts`, options),
    createRole: async (guildId, body = {}, options) => rest.request('POST', roles(guildId), { ...options, body }),
    editRole: async (guildId, roleId, body, options) => rest.request('PATCH', role(guildId, roleId), { ...options, body }),
    editRolePositions: async (guildId, positions, options) => rest.request('PATCH', roles(guildId), { ...options, body: positions }),
    deleteRole: async (guildId, roleId, options) => rest.request('DELETE', role(guildId, roleId), options),
  };
}
