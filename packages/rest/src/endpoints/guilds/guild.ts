import type {
  RESTGetAPIGuildIntegrationsResult,
  RESTGetAPIGuildInvitesResult,
  RESTGetAPIGuildPreviewResult,
  RESTGetAPIGuildQuery,
  RESTGetAPIGuildResult,
  RESTGetAPIGuildVanityUrlResult,
  RESTGetAPIGuildVoiceRegionsResult,
  RESTPatchAPIGuildJSONBody,
  RESTPatchAPIGuildResult,
  RESTPutAPIGuildIncidentActionsJSONBody,
  RESTPutAPIGuildIncidentActionsResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** A guild itself. */
export interface GuildMethods {
  /**
   * The guild; with `with_counts: true` also about how many members it has, and how many of them are online.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild | Get guild}
   */
  get(guildId: string, query?: RESTGetAPIGuildQuery, options?: CallOptions): Promise<RESTGetAPIGuildResult>;
  /**
   * What everybody may see of the guild. The bot must be in it, unless it is discoverable.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-preview | Get guild preview}
   */
  preview(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildPreviewResult>;
  /**
   * Edits the guild's settings. What `body` leaves out stays as it is. The name has 2 to 100 characters; images are data URIs. Needs MANAGE_GUILD, and
   * ADMINISTRATOR to add or remove the feature COMMUNITY.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild | Modify guild}
   */
  edit(guildId: string, body: RESTPatchAPIGuildJSONBody, options?: AuditedCallOptions): Promise<RESTPatchAPIGuildResult>;
  /**
   * Closes the guild to invites or to direct messages between members, for at most 24 hours from now; `null` opens it again. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions | Modify guild incident actions}
   */
  setIncidentActions(
    guildId: string,
    body: RESTPutAPIGuildIncidentActionsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIGuildIncidentActionsResult>;
  /**
   * The guild's integrations, at most 50; if it has more, the others cannot be had. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-integrations | Get guild integrations}
   */
  integrations(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildIntegrationsResult>;
  /**
   * Deletes an integration with its webhooks, and kicks its bot. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#delete-guild-integration | Delete guild integration}
   */
  deleteIntegration(guildId: string, integrationId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * The guild's invites. Needs MANAGE_GUILD, which also shows how they were used, or VIEW_AUDIT_LOG.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-invites | Get guild invites}
   */
  invites(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildInvitesResult>;
  /**
   * The guild's vanity invite and how often it was used; `code` is `null` where there is none. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-vanity-url | Get guild vanity URL}
   */
  vanityUrl(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildVanityUrlResult>;
  /**
   * The voice regions that the guild may use.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-voice-regions | Get guild voice regions}
   */
  voiceRegions(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildVoiceRegionsResult>;
}

export function guildMethods(rest: Requester): GuildMethods {
  const guild = (guildId: string): string => route`/guilds/${guildId}`;
  return {
    get: async (guildId, query, options) => rest.request('GET', guild(guildId), { ...options, query: { ...query } }),
    preview: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/preview`, options),
    edit: async (guildId, body, options) => rest.request('PATCH', guild(guildId), { ...options, body }),
    setIncidentActions: async (guildId, body, options) =>
      rest.request('PUT', route`/guilds/${guildId}/incident-actions`, { ...options, body }),
    integrations: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/integrations`, options),
    deleteIntegration: async (guildId, integrationId, options) =>
      rest.request('DELETE', route`/guilds/${guildId}/integrations/${integrationId}`, options),
    invites: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/invites`, options),
    vanityUrl: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/vanity-url`, options),
    voiceRegions: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/regions`, options),
  };
}
