import type {
  APIBan,
  RESTGetAPIGuildBanResult,
  RESTGetAPIGuildBansQuery,
  RESTGetAPIGuildBansResult,
  RESTPostAPIGuildBulkBanJSONBody,
  RESTPostAPIGuildBulkBanResult,
  RESTPutAPIGuildBanJSONBody,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** Who is banned from a guild. All of it needs BAN_MEMBERS. */
export interface GuildBanMethods {
  /**
   * The guild's bans by their users' ids. Awaited, a page of up to 1,000, in ascending order, whichever of `before` and `after` is given; iterated, all
   * of them: from the lowest id on, from `after` on, or from `before` down.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-bans | Get guild bans}
   */
  bans(guildId: string, query?: RESTGetAPIGuildBansQuery, options?: CallOptions): Listing<APIBan, RESTGetAPIGuildBansResult>;
  /**
   * The ban of one user. Rejects with a 404 if the user is not banned.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-ban | Get guild ban}
   */
  ban(guildId: string, userId: string, options?: CallOptions): Promise<RESTGetAPIGuildBanResult>;
  /**
   * Bans a user, member or not. `delete_message_seconds`, 0 to 604,800 (7 days), also deletes what the user wrote; 0 unless given.
   *
   * @example
   * ```ts
   * import { Rest } from '@aplomb/rest';
   *
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * await rest.guilds.banMember('1100', '1101', { delete_message_seconds: 3_600 }, { reason: 'Spam in every channel' });
   * ```
   * @see {@link https://docs.discord.com/developers/resources/guild#create-guild-ban | Create guild ban}
   */
  banMember(guildId: string, userId: string, body?: RESTPutAPIGuildBanJSONBody, options?: AuditedCallOptions): Promise<void>;
  /**
   * Lifts a ban.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#remove-guild-ban | Remove guild ban}
   */
  unbanMember(guildId: string, userId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * Bans up to 200 users, and tells who could be banned and who not; rejects with 500000 if nobody could. Needs MANAGE_GUILD too.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#bulk-guild-ban | Bulk guild ban}
   */
  bulkBanMembers(
    guildId: string,
    body: RESTPostAPIGuildBulkBanJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIGuildBulkBanResult>;
}

export function guildBanMethods(rest: Requester): GuildBanMethods {
  const bans = (guildId: string): string => route`/guilds/${guildId}/bans`;
  const ban = (guildId: string, userId: string): string => route`/guilds/${guildId}/bans/${userId}`;
  return {
    bans: (guildId, query, options) =>
      new Listing({
        fetchPage: async (page) => rest.request<RESTGetAPIGuildBansResult>('GET', bans(guildId), { ...options, query: page }),
        items: (page) => page,
        maxPageItems: 1_000,
        paging: byId(({ user }) => user.id),
        query: { ...query },
      }),
    ban: async (guildId, userId, options) => rest.request('GET', ban(guildId, userId), options),
    banMember: async (guildId, userId, body = {}, options) => rest.request('PUT', ban(guildId, userId), { ...options, body }),
    // Discord's OpenAPI document has an empty body here; its reference has none, and none is needed.
    unbanMember: async (guildId, userId, options) => rest.request('DELETE', ban(guildId, userId), options),
    bulkBanMembers: async (guildId, body, options) => rest.request('POST', route`/guilds/${guildId}/bulk-ban`, { ...options, body }),
  };
}
