import type {
  APIAutoModerationAction,
  AutoModerationRuleTriggerType,
  GatewayAutoModerationActionExecutionDispatchData,
} from 'discord-api-types/v10';
import type { Member } from '../guild/Member.js';
import type { User } from '../guild/User.js';
import { camel, type Camel } from '../camel.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * A rule of the automatic moderation found something, and one of its actions ran.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#auto-moderation-action-execution | Auto moderation action execution}
 */
export class AutoModExecution extends GuildEvent<GatewayAutoModerationActionExecutionDispatchData> {
  /** What was done. */
  get action(): Camel<APIAutoModerationAction> {
    return camel(this.data.action);
  }

  get ruleId(): string {
    return this.data.rule_id;
  }

  get ruleTriggerType(): AutoModerationRuleTriggerType {
    return this.data.rule_trigger_type;
  }

  /** Who wrote what was found. */
  get userId(): string {
    return this.data.user_id;
  }

  get user(): User | undefined {
    return this.views.cachedUser(this.userId);
  }

  get member(): Member | undefined {
    return this.views.cachedMember(this.guildId, this.userId);
  }

  get channelId(): string | undefined {
    return this.data.channel_id;
  }

  /** `undefined` where the message was held back, or the content was of something else. */
  get messageId(): string | undefined {
    return this.data.message_id;
  }

  /** The message that told the moderators. */
  get alertSystemMessageId(): string | undefined {
    return this.data.alert_system_message_id;
  }

  /** What was written. Empty without the MessageContent intent. */
  get content(): string {
    return this.data.content;
  }

  /** The word or phrase of the rule that was found. */
  get matchedKeyword(): string | null {
    return this.data.matched_keyword;
  }

  /** What of the content was found. Empty without the MessageContent intent. */
  get matchedContent(): string | null {
    return this.data.matched_content;
  }
}
