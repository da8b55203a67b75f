import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type {
  APIAutoModerationAction,
  APIAutoModerationRule,
  APIAutoModerationRuleTriggerMetadata,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  RESTPatchAPIAutoModerationRuleJSONBody,
} from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import { GuildEntity } from './GuildEntity.js';
import type { User } from './User.js';

/** What of a rule can be changed. */
export type AutoModRuleChanges = BodyOptions<RESTPatchAPIAutoModerationRuleJSONBody>;

/**
 * A rule of AutoMod: what Discord does by itself with messages and profiles.
 *
 * @see {@link https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object | Auto moderation rule object}
 */
export class AutoModRule extends GuildEntity<APIAutoModerationRule> {
  get name(): string {
    return this.data.name;
  }

  get creatorId(): string {
    return this.data.creator_id;
  }

  /** Who made it, where that is cached. */
  get creator(): User | undefined {
    return this.views.cachedUser(this.creatorId);
  }

  /** When it looks: 1 when a message is sent, 2 when a member changes. */
  get eventType(): AutoModerationRuleEventType {
    return this.data.event_type;
  }

  /** What it looks for: 1 words, 3 spam, 4 lists of words, 5 mentions, 6 words in profiles. */
  get triggerType(): AutoModerationRuleTriggerType {
    return this.data.trigger_type;
  }

  get triggerMetadata(): Camel<APIAutoModerationRuleTriggerMetadata> {
    return camel(this.data.trigger_metadata);
  }

  /** What it does. */
  get actions(): Camel<APIAutoModerationAction[]> {
    return camel(this.data.actions);
  }

  get enabled(): boolean {
    return this.data.enabled;
  }

  /** The ids of the roles that it does not look at. */
  get exemptRoles(): readonly string[] {
    return this.data.exempt_roles;
  }

  /** The ids of the channels that it does not look at. */
  get exemptChannels(): readonly string[] {
    return this.data.exempt_channels;
  }

  /** The rule as Discord knows it now. Needs MANAGE_GUILD. */
  async fetch(options?: CallOptions): Promise<AutoModRule> {
    return this.of(await this.views.rest.autoModeration.rule(this.guildId, this.id, options));
  }

  /** Changes it; what is left out stays. Needs MANAGE_GUILD. */
  async edit(changes: AutoModRuleChanges, options?: AuditedCallOptions): Promise<AutoModRule> {
    const body = changedBody<RESTPatchAPIAutoModerationRuleJSONBody>(changes);
    return this.of(await this.views.rest.autoModeration.editRule(this.guildId, this.id, body, options));
  }

  /** Puts it into force, or out of it. */
  async setEnabled(enabled: boolean, options?: AuditedCallOptions): Promise<AutoModRule> {
    return this.edit({ enabled }, options);
  }

  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.autoModeration.deleteRule(this.guildId, this.id, options);
  }

  private of(rule: APIAutoModerationRule): AutoModRule {
    return this.views.autoModRule(rule, this.guildId);
  }
}
