import type { AuditLogRuleTriggerType } from 'discord-api-types/v10';
import { updateMember } from '../arrange.js';
import { audit, publishToModerators } from '../guild/Doer.js';
import type { Messages } from '../Messages.js';
import type { GuildChannelRecord, GuildRecord, WireThing } from '../records.js';
import { isoTime } from '../time.js';
import type { World } from '../World.js';
import type { Verdict } from './moderate.js';
import { ActionType } from './ruleForm.js';

const ALERT = 24;
/** The numbers of the actions in the audit log. */
const AUDITED: Readonly<Record<number, number>> = {
  [ActionType.BlockMessage]: 143,
  [ActionType.SendAlert]: 144,
  [ActionType.Timeout]: 145,
  [ActionType.BlockMember]: 146,
};

/** What a rule does when it strikes. */
export interface RuleAction {
  readonly metadata?: { readonly channel_id?: string; readonly custom_message?: string; readonly duration_seconds?: number };
  readonly type: number;
}

/** A rule that strikes, with all that its actions need. */
export interface Strike extends Verdict {
  /** Missing for what was said in no channel. */
  readonly channel?: GuildChannelRecord;
  readonly content: string;
  readonly guild: GuildRecord;
  /** Missing when the message was blocked, or there is none. */
  readonly messageId: string | undefined;
  readonly messages: Messages;
  readonly userId: string;
  readonly world: World;
}

export function actionsOf(rule: WireThing): readonly RuleAction[] {
  return rule['actions'] as readonly RuleAction[];
}

/** Does what a rule asks for, and tells of each action by itself. */
export function carryOut(strike: Strike): void {
  const { channel, content, guild, match, messageId, rule, userId, world } = strike;
  for (const action of actionsOf(strike.rule)) {
    const alertId = act(strike, action);
    const execution = {
      guild_id: guild.id,
      action,
      rule_id: rule['id'],
      rule_trigger_type: rule['trigger_type'],
      user_id: userId,
      ...(channel !== undefined && { channel_id: channel.id }),
      ...(messageId !== undefined && { message_id: messageId }),
      ...(alertId !== undefined && { alert_system_message_id: alertId }),
      content,
      matched_keyword: match.keyword,
      matched_content: match.content,
    };
    publishToModerators(world, guild, 'AUTO_MODERATION_ACTION_EXECUTION', execution, 'ManageGuild');
    noteInAuditLog(strike, action.type);
  }
}

/** Returns the id of the message that an alert is. */
function act(strike: Strike, { metadata, type }: RuleAction): string | undefined {
  if (type === ActionType.SendAlert) return alert(strike, metadata?.channel_id);
  const { guild, userId, world } = strike;
  const untilMs = world.clock.wallMs() + (metadata?.duration_seconds ?? 0) * 1_000;
  if (type === ActionType.Timeout) updateMember(world, guild, userId, { timedOutUntil: isoTime(untilMs) });
  if (type === ActionType.BlockMember) updateMember(world, guild, userId, { isQuarantined: true });
  return undefined;
}

/** Shows moderators what was said, by whom, and why it matters. Discord documents the type of the message, not its embed. */
function alert(
  { channel, content, guild, match, messageId, messages, rule, userId, world }: Strike,
  alertChannelId = '',
): string | undefined {
  const target = guild.channels.get(alertChannelId);
  const author = world.users.get(userId);
  if (target === undefined || author === undefined) return undefined;
  const fields = {
    rule_name: rule['name'],
    ...(channel !== undefined && { channel_id: channel.id }),
    ...(messageId !== undefined && { flagged_message_id: messageId }),
    ...(match.keyword !== null && { keyword: match.keyword }),
    ...(match.content !== null && { keyword_matched_content: match.content }),
  };
  const embed = {
    type: 'auto_moderation_message',
    description: content,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value, inline: false })),
  };
  return messages.postSystem(author, target, ALERT, { embeds: [embed] }).record.payload.id;
}

function noteInAuditLog({ channel, guild, rule, userId, world }: Strike, type: number): void {
  const named = {
    auto_moderation_rule_name: String(rule['name']),
    auto_moderation_rule_trigger_type: String(rule['trigger_type']) as AuditLogRuleTriggerType,
  };
  const options = channel === undefined ? named : { ...named, channel_id: channel.id };
  audit(world, guild, { reason: null, userId }, { actionType: AUDITED[type] ?? 0, targetId: userId, options });
}
