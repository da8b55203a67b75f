import type { APIAuditLogEntry, RESTGetAPIAuditLogQuery, RESTGetAPIAuditLogResult } from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import type { CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** Which entries of the audit log. */
export interface AuditLogQuery extends Readonly<RESTGetAPIAuditLogQuery> {
  /**
   * Entries about this target only.
   *
   * @experimental Not in Discord's reference.
   */
  readonly target_id?: string;
}

/** Who changed what in a guild. Discord keeps it for 45 days. */
export interface GuildAuditLogMethods {
  /**
   * The guild's audit log. Awaited, a page of 1 to 100 entries, 50 unless `limit` says otherwise, with the users, channels and so on that they name:
   * newest first, and oldest first with `after`. Iterated, all entries: from the newest down, from `before` down, or from `after` on. Needs
   * VIEW_AUDIT_LOG.
   *
   * @see {@link https://docs.discord.com/developers/resources/audit-log#get-guild-audit-log | Get guild audit log}
   */
  auditLog(guildId: string, query?: AuditLogQuery, options?: CallOptions): Listing<APIAuditLogEntry, RESTGetAPIAuditLogResult>;
}

export function guildAuditLogMethods(rest: Requester): GuildAuditLogMethods {
  return {
    auditLog: (guildId, query, options) =>
      new Listing({
        fetchPage: async (page) =>
          rest.request<RESTGetAPIAuditLogResult>('GET', route`/guilds/${guildId}/audit-logs`, { ...options, query: page }),
        items: (page) => page.audit_log_entries,
        maxPageItems: 100,
        paging: byId(({ id }) => id, 'down'),
        query: { ...query },
      }),
  };
}
