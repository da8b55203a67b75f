import type {
  RESTDeleteAPIGuildTemplateResult,
  RESTGetAPIGuildTemplatesResult,
  RESTGetAPITemplateResult,
  RESTPatchAPIGuildTemplateJSONBody,
  RESTPatchAPIGuildTemplateResult,
  RESTPostAPIGuildTemplatesJSONBody,
  RESTPostAPIGuildTemplatesResult,
  RESTPutAPIGuildTemplateSyncResult,
} from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';
import { codeSegment, route } from '../Route.js';

/** Templates, after which people make guilds. A template goes by its code: the end of its URL. */
export interface TemplateEndpoints {
  /**
   * The template with this code. Needs no token.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-template#get-guild-template | Get guild template}
   */
  get(code: string, options?: CallOptions): Promise<RESTGetAPITemplateResult>;
  /**
   * The guild's templates. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-template#get-guild-templates | Get guild templates}
   */
  list(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildTemplatesResult>;
  /**
   * Makes a template of the guild. The name has 1 to 100 characters, the description at most 120. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-template#create-guild-template | Create guild template}
   */
  create(guildId: string, body: RESTPostAPIGuildTemplatesJSONBody, options?: CallOptions): Promise<RESTPostAPIGuildTemplatesResult>;
  /**
   * Brings a template up to the guild as it is now. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-template#sync-guild-template | Sync guild template}
   */
  sync(guildId: string, code: string, options?: CallOptions): Promise<RESTPutAPIGuildTemplateSyncResult>;
  /**
   * Edits a template's name and description, within the limits of {@link TemplateEndpoints.create}. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-template#modify-guild-template | Modify guild template}
   */
  edit(
    guildId: string,
    code: string,
    body: RESTPatchAPIGuildTemplateJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIGuildTemplateResult>;
  /**
   * Deletes a template, and resolves with it. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-template#delete-guild-template | Delete guild template}
   */
  delete(guildId: string, code: string, options?: CallOptions): Promise<RESTDeleteAPIGuildTemplateResult>;
}

export function templateEndpoints(rest: Requester): TemplateEndpoints {
  const templates = (guildId: string): string => route`/guilds/${guildId}/templates`;
  const template = (guildId: string, code: string): string => route`/guilds/${guildId}/templates/${codeSegment(code)}`;
  return {
    get: async (code, options) => rest.request('GET', route`/guilds/templates/${codeSegment(code)}`, { ...options, authorized: false }),
    list: async (guildId, options) => rest.request('GET', templates(guildId), options),
    create: async (guildId, body, options) => rest.request('POST', templates(guildId), { ...options, body }),
    sync: async (guildId, code, options) => rest.request('PUT', template(guildId, code), options),
    edit: async (guildId, code, body, options) => rest.request('PATCH', template(guildId, code), { ...options, body }),
    delete: async (guildId, code, options) => rest.request('DELETE', template(guildId, code), options),
  };
}
