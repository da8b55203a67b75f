import type {
  RESTGetAPIGuildPruneCountQuery,
  RESTGetAPIGuildPruneCountResult,
  RESTPostAPIGuildPruneJSONBody,
  RESTPostAPIGuildPruneResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** Whom a prune would remove. */
export interface PruneCountQuery extends Readonly<Omit<RESTGetAPIGuildPruneCountQuery, 'include_roles'>> {
  /** Ids of roles whose members count as well; otherwise members with roles are spared. */
  readonly include_roles?: readonly string[];
}

/**
 * Removing the members who were not there for a while. All of it needs MANAGE_GUILD and KICK_MEMBERS, in guilds with the feature PRUNE_REQUIRES_ADMIN
 * also ADMINISTRATOR.
 */
export interface GuildPruneMethods {
  /**
   * How many members {@link GuildPruneMethods.pruneMembers} would remove: those who were inactive for `days`, 1 to 30, and 7 unless given.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-prune-count | Get guild prune count}
   */
  pruneCount(guildId: string, query?: PruneCountQuery, options?: CallOptions): Promise<RESTGetAPIGuildPruneCountResult>;
  /**
   * Removes the members who were inactive for `days`, 1 to 30, and 7 unless given. With `compute_prune_count: false`, as Discord recommends for large
   * guilds, `pruned` is `null`.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#begin-guild-prune | Begin guild prune}
   */
  pruneMembers(guildId: string, body?: RESTPostAPIGuildPruneJSONBody, options?: AuditedCallOptions): Promise<RESTPostAPIGuildPruneResult>;
}

export function guildPruneMethods(rest: Requester): GuildPruneMethods {
  const prune = (guildId: string): string => route`/guilds/${guildId}/prune`;
  return {
    pruneCount: async (guildId, query = {}, options) => {
      // One parameter with commas, where Discord's other lists repeat the key.
      const roles = query.include_roles?.length ? query.include_roles.join(',') : undefined;
      return rest.request('GET', prune(guildId), { ...options, query: { ...query, include_roles: roles } });
    },
    pruneMembers: async (guildId, body = {}, options) => rest.request('POST', prune(guildId), { ...options, body }),
  };
}
