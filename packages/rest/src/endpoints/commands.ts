import type {
  RESTGetAPIApplicationCommandPermissionsResult,
  RESTGetAPIApplicationCommandResult,
  RESTGetAPIApplicationCommandsQuery,
  RESTGetAPIApplicationCommandsResult,
  RESTGetAPIApplicationGuildCommandResult,
  RESTGetAPIApplicationGuildCommandsQuery,
  RESTGetAPIApplicationGuildCommandsResult,
  RESTGetAPIGuildApplicationCommandsPermissionsResult,
  RESTPatchAPIApplicationCommandJSONBody,
  RESTPatchAPIApplicationCommandResult,
  RESTPatchAPIApplicationGuildCommandJSONBody,
  RESTPatchAPIApplicationGuildCommandResult,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIApplicationCommandsResult,
  RESTPostAPIApplicationGuildCommandsJSONBody,
  RESTPostAPIApplicationGuildCommandsResult,
  RESTPutAPIApplicationCommandPermissionsJSONBody,
  RESTPutAPIApplicationCommandPermissionsResult,
  RESTPutAPIApplicationCommandsJSONBody,
  RESTPutAPIApplicationCommandsResult,
  RESTPutAPIApplicationGuildCommandsJSONBody,
  RESTPutAPIApplicationGuildCommandsResult,
} from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** The commands that an application has everywhere. */
interface GlobalCommandEndpoints {
  /**
   * All global commands of an application. `with_localizations` adds their names and descriptions in every language.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands | Get global application commands}
   */
  list(
    applicationId: string,
    query?: RESTGetAPIApplicationCommandsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationCommandsResult>;
  /**
   * One global command.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-global-application-command | Get global application command}
   */
  get(applicationId: string, commandId: string, options?: CallOptions): Promise<RESTGetAPIApplicationCommandResult>;
  /**
   * Creates a global command, or replaces the one of the same name and type. There may be 100 slash commands, 15 for users, 15 for messages, and one entry point.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#create-global-application-command | Create global application command}
   */
  create(
    applicationId: string,
    body: RESTPostAPIApplicationCommandsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIApplicationCommandsResult>;
  /**
   * Edits a global command. What `body` leaves out stays as it is. A new name costs the command the permissions that guilds have given it.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#edit-global-application-command | Edit global application command}
   */
  edit(
    applicationId: string,
    commandId: string,
    body: RESTPatchAPIApplicationCommandJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationCommandResult>;
  /**
   * Replaces all global commands: what `body` does not name is deleted. Only commands that are new count towards the 200 a day.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands | Bulk overwrite global application commands}
   */
  replaceAll(
    applicationId: string,
    body: RESTPutAPIApplicationCommandsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationCommandsResult>;
  /**
   * Deletes a global command.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#delete-global-application-command | Delete global application command}
   */
  delete(applicationId: string, commandId: string, options?: CallOptions): Promise<void>;
}

/** The commands that an application has in one guild. */
interface GuildCommandEndpoints {
  /**
   * All commands that an application has in one guild only. `with_localizations` adds their names and descriptions in every language.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-guild-application-commands | Get guild application commands}
   */
  listForGuild(
    applicationId: string,
    guildId: string,
    query?: RESTGetAPIApplicationGuildCommandsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationGuildCommandsResult>;
  /**
   * One command of a guild.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-guild-application-command | Get guild application command}
   */
  getForGuild(
    applicationId: string,
    guildId: string,
    commandId: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationGuildCommandResult>;
  /**
   * Creates a command for one guild, or replaces the one of the same name and type. The limits are those of global commands, again for each guild, and
   * 200 may be created a day.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#create-guild-application-command | Create guild application command}
   */
  createForGuild(
    applicationId: string,
    guildId: string,
    body: RESTPostAPIApplicationGuildCommandsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIApplicationGuildCommandsResult>;
  /**
   * Edits a command of a guild. What `body` leaves out stays as it is. A new name costs the command its permissions.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#edit-guild-application-command | Edit guild application command}
   */
  editForGuild(
    applicationId: string,
    guildId: string,
    commandId: string,
    body: RESTPatchAPIApplicationGuildCommandJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationGuildCommandResult>;
  /**
   * Replaces all commands of a guild: what `body` does not name is deleted.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-guild-application-commands | Bulk overwrite guild application commands}
   */
  replaceAllForGuild(
    applicationId: string,
    guildId: string,
    body: RESTPutAPIApplicationGuildCommandsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationGuildCommandsResult>;
  /**
   * Deletes a command of a guild.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#delete-guild-application-command | Delete guild application command}
   */
  deleteForGuild(applicationId: string, guildId: string, commandId: string, options?: CallOptions): Promise<void>;
}

/** Who may use an application's commands in a guild. */
interface CommandPermissionEndpoints {
  /**
   * The permissions of all commands of an application in a guild that have any.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-guild-application-command-permissions | Get guild application command permissions}
   */
  permissionsForGuild(
    applicationId: string,
    guildId: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildApplicationCommandsPermissionsResult>;
  /**
   * The permissions of one command in a guild; with the application's id instead of the command's, those of all its commands.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#get-application-command-permissions | Get application command permissions}
   */
  permissions(
    applicationId: string,
    guildId: string,
    commandId: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationCommandPermissionsResult>;
  /**
   * Replaces the permissions of one command in a guild: at most 100. Discord takes this with a Bearer token only, with the scope
   * `applications.commands.permissions.update`.
   *
   * @see {@link https://docs.discord.com/developers/interactions/application-commands#edit-application-command-permissions | Edit application command permissions}
   */
  setPermissions(
    applicationId: string,
    guildId: string,
    commandId: string,
    body: RESTPutAPIApplicationCommandPermissionsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationCommandPermissionsResult>;
}

/** Application commands: those that work everywhere, those of one guild (`…ForGuild`), and who may use them. */
export interface CommandEndpoints extends GlobalCommandEndpoints, GuildCommandEndpoints, CommandPermissionEndpoints {}

export function commandEndpoints(rest: Requester): CommandEndpoints {
  return { ...globalCommands(rest), ...guildCommands(rest), ...commandPermissions(rest) };
}

function globalCommands(rest: Requester): GlobalCommandEndpoints {
  const all = (applicationId: string): string => route`/applications/${applicationId}/commands`;
  const one = (applicationId: string, commandId: string): string => route`/applications/${applicationId}/commands/${commandId}`;
  return {
    list: async (applicationId, query, options) => rest.request('GET', all(applicationId), { ...options, query: { ...query } }),
    get: async (applicationId, commandId, options) => rest.request('GET', one(applicationId, commandId), options),
    // A command of the same name and type is replaced, so that creating it twice does no harm.
    create: async (applicationId, body, options) => rest.request('POST', all(applicationId), { ...options, body, isRepeatable: true }),
    edit: async (applicationId, commandId, body, options) => rest.request('PATCH', one(applicationId, commandId), { ...options, body }),
    replaceAll: async (applicationId, body, options) => rest.request('PUT', all(applicationId), { ...options, body }),
    delete: async (applicationId, commandId, options) => rest.request('DELETE', one(applicationId, commandId), options),
  };
}

function guildCommands(rest: Requester): GuildCommandEndpoints {
  const all = (applicationId: string, guildId: string): string => route`/applications/${applicationId}/guilds/${guildId}/commands`;
  const one = (applicationId: string, guildId: string, commandId: string): string =>
    route`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}`;
  return {
    listForGuild: async (applicationId, guildId, query, options) =>
      rest.request('GET', all(applicationId, guildId), { ...options, query: { ...query } }),
    getForGuild: async (applicationId, guildId, commandId, options) => rest.request('GET', one(applicationId, guildId, commandId), options),
    createForGuild: async (applicationId, guildId, body, options) =>
      rest.request('POST', all(applicationId, guildId), { ...options, body, isRepeatable: true }),
    editForGuild: async (applicationId, guildId, commandId, body, options) =>
      rest.request('PATCH', one(applicationId, guildId, commandId), { ...options, body }),
    replaceAllForGuild: async (applicationId, guildId, body, options) =>
      rest.request('PUT', all(applicationId, guildId), { ...options, body }),
    deleteForGuild: async (applicationId, guildId, commandId, options) =>
      rest.request('DELETE', one(applicationId, guildId, commandId), options),
  };
}

function commandPermissions(rest: Requester): CommandPermissionEndpoints {
  const one = (applicationId: string, guildId: string, commandId: string): string =>
    route`/applications/${applicationId}/guilds/${guildId}/commands/${commandId}/permissions`;
  return {
    permissionsForGuild: async (applicationId, guildId, options) =>
      rest.request('GET', route`/applications/${applicationId}/guilds/${guildId}/commands/permissions`, options),
    permissions: async (applicationId, guildId, commandId, options) => rest.request('GET', one(applicationId, guildId, commandId), options),
    setPermissions: async (applicationId, guildId, commandId, body, options) =>
      rest.request('PUT', one(applicationId, guildId, commandId), { ...options, body }),
  };
}
