import type {
  RESTGetAPIAutoModerationRuleResult,
  RESTGetAPIAutoModerationRulesResult,
  RESTPatchAPIAutoModerationRuleJSONBody,
  RESTPatchAPIAutoModerationRuleResult,
  RESTPostAPIAutoModerationRuleJSONBody,
  RESTPostAPIAutoModerationRuleResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** The rules by which a guild's AutoMod acts on what members write. All of it needs MANAGE_GUILD. */
export interface AutoModerationEndpoints {
  /**
   * All rules of the guild.
   *
   * @see {@link https://docs.discord.com/developers/resources/auto-moderation#list-auto-moderation-rules-for-guild | List auto moderation rules for guild}
   */
  rules(guildId: string, options?: CallOptions): Promise<RESTGetAPIAutoModerationRulesResult>;
  /**
   * One rule.
   *
   * @see {@link https://docs.discord.com/developers/resources/auto-moderation#get-auto-moderation-rule | Get auto moderation rule}
   */
  rule(guildId: string, ruleId: string, options?: CallOptions): Promise<RESTGetAPIAutoModerationRuleResult>;
  /**
   * Makes a rule, which is off unless `enabled` is `true`. A guild has at most 6 of trigger type Keyword, and 1 of each other type; a rule exempts at
   * most 20 roles and 50 channels.
   *
   * @see {@link https://docs.discord.com/developers/resources/auto-moderation#create-auto-moderation-rule | Create auto moderation rule}
   */
  createRule(
    guildId: string,
    body: RESTPostAPIAutoModerationRuleJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIAutoModerationRuleResult>;
  /**
   * Edits a rule. What `body` leaves out stays as it is; the trigger type never changes.
   *
   * @see {@link https://docs.discord.com/developers/resources/auto-moderation#modify-auto-moderation-rule | Modify auto moderation rule}
   */
  editRule(
    guildId: string,
    ruleId: string,
    body: RESTPatchAPIAutoModerationRuleJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIAutoModerationRuleResult>;
  /**
   * Deletes a rule.
   *
   * @see {@link https://docs.discord.com/developers/resources/auto-moderation#delete-auto-moderation-rule | Delete auto moderation rule}
   */
  deleteRule(guildId: string, ruleId: string, options?: AuditedCallOptions): Promise<void>;
}

export function autoModerationEndpoints(rest: Requester): AutoModerationEndpoints {
  const rules = (guildId: string): string => route`/guilds/${guildId}/auto-moderation/rules`;
  const rule = (guildId: string, ruleId: string): string => route`/guilds/${guildId}/auto-moderation/rules/${ruleId}`;
  return {
    rules: async (guildId, options) => rest.request('GET', rules(guildId), options),
    rule: async (guildId, ruleId, options) => rest.request('GET', rule(guildId, ruleId), options),
    createRule: async (guildId, body, options) => rest.request('POST', rules(guildId), { ...options, body }),
    editRule: async (guildId, ruleId, body, options) => rest.request('PATCH', rule(guildId, ruleId), { ...options, body }),
    deleteRule: async (guildId, ruleId, options) => rest.request('DELETE', rule(guildId, ruleId), options),
  };
}
