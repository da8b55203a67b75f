import type {
  RESTGetAPIGuildChannelsResult,
  RESTGetAPIGuildThreadsResult,
  RESTPatchAPIGuildChannelPositionsJSONBody,
  RESTPostAPIGuildChannelJSONBody,
  RESTPostAPIGuildChannelResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** The channels of a guild as a whole. */
export interface GuildChannelMethods {
  /**
   * The guild's channels, threads excluded, and so are those that the bot cannot view.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-channels | Get guild channels}
   */
  channels(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildChannelsResult>;
  /**
   * Makes a channel. Names have 1 to 100 characters; a guild has at most 500 channels, a category 50. Needs MANAGE_CHANNELS; permission overwrites
   * may only hold what the bot has itself, and MANAGE_ROLES in them is for administrators.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#create-guild-channel | Create guild channel}
   */
  createChannel(
    guildId: string,
    body: RESTPostAPIGuildChannelJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIGuildChannelResult>;
  /**
   * Moves channels: `positions` names those that move. One of them at most may change its category (else 40009). Needs MANAGE_CHANNELS, and
   * MANAGE_ROLES for `lock_permissions`.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions | Modify guild channel positions}
   */
  editChannelPositions(guildId: string, positions: RESTPatchAPIGuildChannelPositionsJSONBody, options?: CallOptions): Promise<void>;
  /**
   * The guild's active threads, public and private, newest first, with the bot's own memberships.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#list-active-guild-threads | List active guild threads}
   */
  activeThreads(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildThreadsResult>;
}

export function guildChannelMethods(rest: Requester): GuildChannelMethods {
  const channels = (guildId: string): string => route`/guilds/${guildId}/channels`;
  return {
    channels: async (guildId, options) => rest.request('GET', channels(guildId), options),
    createChannel: async (guildId, body, options) => rest.request('POST', channels(guildId), { ...options, body }),
    editChannelPositions: async (guildId, positions, options) => rest.request('PATCH', channels(guildId), { ...options, body: positions }),
    activeThreads: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/threads/active`, options),
  };
}
