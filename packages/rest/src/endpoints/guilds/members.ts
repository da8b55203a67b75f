import type {
  APIGuildMember,
  RESTGetAPIGuildMemberResult,
  RESTGetAPIGuildMembersQuery,
  RESTGetAPIGuildMembersResult,
  RESTGetAPIGuildMembersSearchQuery,
  RESTGetAPIGuildMembersSearchResult,
  RESTPatchAPICurrentGuildMemberJSONBody,
  RESTPatchAPICurrentGuildMemberResult,
  RESTPatchAPIGuildMemberJSONBody,
  RESTPatchAPIGuildMemberResult,
  RESTPutAPIGuildMemberJSONBody,
  RESTPutAPIGuildMemberResult,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** The members of a guild. */
export interface GuildMemberMethods {
  /**
   * One member.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-member | Get guild member}
   */
  member(guildId: string, userId: string, options?: CallOptions): Promise<RESTGetAPIGuildMemberResult>;
  /**
   * The guild's members by their ids, from the lowest on, or from `after` on. Awaited, a page of 1 to 1,000 members, and of 1 unless `limit` says more;
   * iterated, all of them. Needs the GuildMembers intent to be enabled in the Developer Portal.
   *
   * @example
   * ```ts
   * import { Rest } from '@aplomb/rest';
   *
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * for await (const member of rest.guilds.members('1100')) console.log(member.user.username);
   * ```
   * @see {@link https://docs.discord.com/developers/resources/guild#list-guild-members | List guild members}
   */
  members(
    guildId: string,
    query?: RESTGetAPIGuildMembersQuery,
    options?: CallOptions,
  ): Listing<APIGuildMember, RESTGetAPIGuildMembersResult>;
  /**
   * Members whose username or nickname starts with `query.query`: 1 to 1,000 of them, and 1 unless `limit` says more.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#search-guild-members | Search guild members}
   */
  searchMembers(
    guildId: string,
    query: RESTGetAPIGuildMembersSearchQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildMembersSearchResult>;
  /**
   * Adds a user who has given the application an OAuth2 token with the scope `guilds.join`. Resolves with `undefined` if the user is a member
   * already. Needs CREATE_INSTANT_INVITE.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#add-guild-member | Add guild member}
   */
  addMember(
    guildId: string,
    userId: string,
    body: RESTPutAPIGuildMemberJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIGuildMemberResult>;
  /**
   * Edits a member. Each field needs its own permission: `nick` MANAGE_NICKNAMES, `roles` MANAGE_ROLES, `mute` MUTE_MEMBERS, `deaf` DEAFEN_MEMBERS,
   * `channel_id` MOVE_MEMBERS, `communication_disabled_until` (at most 28 days from now) MODERATE_MEMBERS. A `channel_id` of `null` disconnects from
   * voice.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-member | Modify guild member}
   */
  editMember(
    guildId: string,
    userId: string,
    body: RESTPatchAPIGuildMemberJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildMemberResult>;
  /**
   * Edits the bot's own member: nickname (needs CHANGE_NICKNAME), avatar, banner and bio in this guild.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-current-member | Modify current member}
   */
  editOwnMember(
    guildId: string,
    body: RESTPatchAPICurrentGuildMemberJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPICurrentGuildMemberResult>;
  /**
   * Edits the bot's own nickname in the guild. Needs CHANGE_NICKNAME.
   *
   * @deprecated by Discord: {@link GuildMemberMethods.editOwnMember} does the same.
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-current-user-nick | Modify current user nick}
   */
  editOwnNick(
    guildId: string,
    body: { readonly nick: string | null },
    options?: AuditedCallOptions,
  ): Promise<{ readonly nick: string | null }>;
  /**
   * Gives a member a role. Needs MANAGE_ROLES, and a role above this one.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#add-guild-member-role | Add guild member role}
   */
  addMemberRole(guildId: string, userId: string, roleId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * Takes a role from a member. Needs MANAGE_ROLES, and a role above this one.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#remove-guild-member-role | Remove guild member role}
   */
  removeMemberRole(guildId: string, userId: string, roleId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * Kicks a member, who may come back with an invite. Needs KICK_MEMBERS, and a role above the member's.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#remove-guild-member | Remove guild member}
   */
  kickMember(guildId: string, userId: string, options?: AuditedCallOptions): Promise<void>;
}

export function guildMemberMethods(rest: Requester): GuildMemberMethods {
  const members = (guildId: string): string => route`/guilds/${guildId}/members`;
  const member = (guildId: string, userId: string): string => route`/guilds/${guildId}/members/${userId}`;
  const role = (guildId: string, userId: string, roleId: string): string => route`/guilds/${guildId}/members/${userId}/roles/${roleId}`;
  return {
    ...ownNickMethod(rest),
    member: async (guildId, userId, options) => rest.request('GET', member(guildId, userId), options),
    members: (guildId, query, options) =>
      new Listing({
        fetchPage: async (page) => rest.request<RESTGetAPIGuildMembersResult>('GET', members(guildId), { ...options, query: page }),
        items: (page) => page,
        maxPageItems: 1_000,
        paging: byId(({ user }) => user.id),
        query: { ...query },
      }),
    searchMembers: async (guildId, query, options) =>
      rest.request('GET', route`/guilds/${guildId}/members/search`, { ...options, query: { ...query } }),
    addMember: async (guildId, userId, body, options) => rest.request('PUT', member(guildId, userId), { ...options, body }),
    editMember: async (guildId, userId, body, options) => rest.request('PATCH', member(guildId, userId), { ...options, body }),
    editOwnMember: async (guildId, body, options) => rest.request('PATCH', route`/guilds/${guildId}/members/@me`, { ...options, body }),
    addMemberRole: async (guildId, userId, roleId, options) => rest.request('PUT', role(guildId, userId, roleId), options),
    removeMemberRole: async (guildId, userId, roleId, options) => rest.request('DELETE', role(guildId, userId, roleId), options),
    kickMember: async (guildId, userId, options) => rest.request('DELETE', member(guildId, userId), options),
  };
}

/** Apart, and of a type of its own: the deprecation is for those who call it, not for the one who makes it. */
function ownNickMethod(rest: Requester) {
  return {
    editOwnNick: async (guildId: string, body: { readonly nick: string | null }, options?: AuditedCallOptions) =>
      rest.request<{ readonly nick: string | null }>('PATCH', route`/guilds/${guildId}/members/@me/nick`, { ...options, body }),
  };
}
