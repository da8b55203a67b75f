import type { Requester } from '../RestRequest.js';
import { guildAuditLogMethods, type GuildAuditLogMethods } from './guilds/auditLog.js';
import { guildBanMethods, type GuildBanMethods } from './guilds/bans.js';
import { guildChannelMethods, type GuildChannelMethods } from './guilds/channels.js';
import { guildMethods, type GuildMethods } from './guilds/guild.js';
import { guildJoinRequestMethods, type GuildJoinRequestMethods } from './guilds/joinRequests.js';
import { guildMemberMethods, type GuildMemberMethods } from './guilds/members.js';
import { guildOnboardingMethods, type GuildOnboardingMethods } from './guilds/onboarding.js';
import { guildPruneMethods, type GuildPruneMethods } from './guilds/prune.js';
import { guildRoleMethods, type GuildRoleMethods } from './guilds/roles.js';
import { guildWidgetMethods, type GuildWidgetMethods } from './guilds/widget.js';

/** Guilds and who is in them. */
export interface GuildEndpoints
  extends
    GuildMethods,
    GuildAuditLogMethods,
    GuildBanMethods,
    GuildChannelMethods,
    GuildJoinRequestMethods,
    GuildMemberMethods,
    GuildOnboardingMethods,
    GuildPruneMethods,
    GuildRoleMethods,
    GuildWidgetMethods {}

export function guildEndpoints(rest: Requester): GuildEndpoints {
  // All of them are async, or lists, so that an id that is none rejects, as every other failure does, instead of throwing.
  return {
    ...guildMethods(rest),
    ...guildAuditLogMethods(rest),
    ...guildBanMethods(rest),
    ...guildChannelMethods(rest),
    ...guildJoinRequestMethods(rest),
    ...guildMemberMethods(rest),
    ...guildOnboardingMethods(rest),
    ...guildPruneMethods(rest),
    ...guildRoleMethods(rest),
    ...guildWidgetMethods(rest),
  };
}
