import type {
  APIAutoModerationAction,
  AutoModerationRuleTriggerType,
  GatewayAutoModerationActionExecutionDispatchData,
} from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { MemberEvent } from './MemberEvent.js';

/**
 * A rule of the automatic moderation found something, and one of its actions ran.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#auto-moderation-action-execution | Auto moderation action execution}
 */
export class AutoModExecution extends MemberEvent<GatewayAutoModerationActionExecutionDispatchData> {
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
