import type {
  APIChannel,
  RESTAPIPartialCurrentUserGuild,
  RESTGetAPICurrentUserConnectionsResult,
  RESTGetAPICurrentUserGuildsQuery,
  RESTGetAPICurrentUserGuildsResult,
  RESTGetAPICurrentUserResult,
  RESTGetAPIUserResult,
  RESTPatchAPICurrentUserJSONBody,
  RESTPatchAPICurrentUserResult,
  RESTPostAPICurrentUserCreateDMChannelResult,
} from 'discord-api-types/v10';
import { Listing } from '../Listing.js';
import { byId } from '../paging/byId.js';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Who is brought together in a group DM. */
export interface GroupDmBody {
  /** Access tokens with the scope `gdm.join`, one for each user. */
  readonly access_tokens: readonly string[];
  /** Nicknames by user id. */
  readonly nicks?: Readonly<Record<string, string>> | undefined;
}

/** Users, and what the bot itself is as one. */
export interface UserEndpoints {
  /**
   * The bot's own user.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#get-current-user | Get current user}
   */
  me(options?: CallOptions): Promise<RESTGetAPICurrentUserResult>;
  /**
   * Edits the bot's own user: name, avatar, banner. What `body` leaves out stays as it is.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#modify-current-user | Modify current user}
   */
  editMe(body: RESTPatchAPICurrentUserJSONBody, options?: CallOptions): Promise<RESTPatchAPICurrentUserResult>;
  /**
   * Any user by its id.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#get-user | Get user}
   */
  get(userId: string, options?: CallOptions): Promise<RESTGetAPIUserResult>;
  /**
   * The guilds that the bot is in, by id. Awaited, 200 of them, or `limit`.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#get-current-user-guilds | Get current user guilds}
   */
  guilds(
    query?: RESTGetAPICurrentUserGuildsQuery,
    options?: CallOptions,
  ): Listing<RESTAPIPartialCurrentUserGuild, RESTGetAPICurrentUserGuildsResult>;
  /**
   * Leaves a guild.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#leave-guild | Leave guild}
   */
  leaveGuild(guildId: string, options?: CallOptions): Promise<void>;
  /**
   * The DM channel with a user, opened where there is none. Discord may stop a bot that opens many of
   * them at once: write to those who have just done something.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#create-dm | Create DM}
   */
  createDm(userId: string, options?: CallOptions): Promise<RESTPostAPICurrentUserCreateDMChannelResult>;
  /**
   * A new group DM of users who have let the bot do so. A bot may have 10 of them at a time.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#create-group-dm | Create group DM}
   */
  createGroupDm(body: GroupDmBody, options?: CallOptions): Promise<APIChannel>;
  /**
   * The accounts elsewhere that the user has tied to Discord. Discord answers this to a Bearer token with the scope `connections` only.
   *
   * @see {@link https://docs.discord.com/developers/resources/user#get-current-user-connections | Get current user connections}
   */
  connections(options?: CallOptions): Promise<RESTGetAPICurrentUserConnectionsResult>;
}

export function userEndpoints(rest: Requester): UserEndpoints {
  return {
    me: async (options) => rest.request('GET', '/users/@me', options),
    editMe: async (body, options) => rest.request('PATCH', '/users/@me', { ...options, body }),
    get: async (userId, options) => rest.request('GET', route`/users/${userId}`, options),
    guilds: (query, options) =>
      new Listing({
        fetchPage: async (paged) => rest.request('GET', '/users/@me/guilds', { ...options, query: paged }),
        items: (page) => page,
        maxPageItems: 200,
        paging: byId((guild) => guild.id),
        query: { ...query },
      }),
    leaveGuild: async (guildId, options) => rest.request('DELETE', route`/users/@me/guilds/${guildId}`, options),
    // Discord gives the channel that exists already, so that asking twice does no harm.
    createDm: async (userId, options) =>
      rest.request('POST', '/users/@me/channels', { ...options, body: { recipient_id: route`${userId}` }, isRepeatable: true }),
    createGroupDm: async (body, options) => rest.request('POST', '/users/@me/channels', { ...options, body }),
    connections: async (options) => rest.request('GET', '/users/@me/connections', options),
  };
}
