import type {
  RESTGetAPIGuildChannelsResult,
  RESTGetAPIGuildMemberResult,
  RESTGetAPIGuildMembersQuery,
  RESTGetAPIGuildMembersResult,
  RESTGetAPIGuildQuery,
  RESTGetAPIGuildResult,
} from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Guilds and who is in them. */
export interface GuildEndpoints {
  get(guildId: string, query?: RESTGetAPIGuildQuery, options?: CallOptions): Promise<RESTGetAPIGuildResult>;
  /** The guild's channels, threads excluded. */
  channels(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildChannelsResult>;
  member(guildId: string, userId: string, options?: CallOptions): Promise<RESTGetAPIGuildMemberResult>;
  /** One page of members, by id. `limit` is 1 unless given, at most 1,000. Needs GuildMembers to be enabled in the Developer Portal. */
  members(guildId: string, query?: RESTGetAPIGuildMembersQuery, options?: CallOptions): Promise<RESTGetAPIGuildMembersResult>;
}

export function guildEndpoints(rest: Requester): GuildEndpoints {
  return {
    get: async (guildId, query, options) => rest.request('GET', route`/guilds/${guildId}`, { ...options, query: { ...query } }),
    channels: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/channels`, options),
    member: async (guildId, userId, options) => rest.request('GET', route`/guilds/${guildId}/members/${userId}`, options),
    members: async (guildId, query, options) => rest.request('GET', route`/guilds/${guildId}/members`, { ...options, query: { ...query } }),
  };
}
