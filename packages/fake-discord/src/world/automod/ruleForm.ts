import { FakeDiscordError } from '../../errors.js';
import type { Form } from '../forms/Form.js';
import { bitsIn } from '../guild/Doer.js';
import type { ThingReading } from '../guild/thingSpecs.js';
import { allows } from '../permissions.js';
import { missingPermissions } from '../refusals.js';
import { defined } from '../guild/wire.js';
import type { GuildRecord } from '../records.js';
import { Trigger } from './matchRule.js';
import { LinearRegex } from './regex/LinearRegex.js';

const MESSAGE_SEND = 1;
const MEMBER_UPDATE = 2;
/** How many rules there may be of each trigger. */
const PER_TRIGGER: Readonly<Record<number, number>> = { 1: 6, 3: 1, 4: 1, 5: 1, 6: 1 };
const TRIGGERS = Object.keys(PER_TRIGGER).map(Number);
const ALLOWED_MAX = 100;
const ALLOWED_OF_PRESETS_MAX = 1_000;
/** What may be done, and by rules of which triggers. */
export const ActionType = { BlockMessage: 1, SendAlert: 2, Timeout: 3, BlockMember: 4 } as const;

const TIMEOUT_TRIGGERS: readonly unknown[] = [Trigger.Keyword, Trigger.MentionSpam];
const TIMEOUT_MAX_SECONDS = 2_419_200;

/**
 * Reads a rule of automatic moderation.
 *
 * @throws {@link FakeDiscordError} `FAKE_NOT_SIMULATED` for a rule that is on and about what only Discord can tell: spam, and raids of mentions
 */
export function readRule({ before, doerId, form, guild, world }: ThingReading): Readonly<Record<string, unknown>> {
  if (before === undefined) form.require('name', 'event_type', 'trigger_type', 'actions');
  const trigger = before === undefined ? form.choice('trigger_type', TRIGGERS) : Number(before['trigger_type']);
  const given = {
    name: form.string('name', { min: 1, max: 100 }),
    event_type: form.choice('event_type', [trigger === Trigger.MemberProfile ? MEMBER_UPDATE : MESSAGE_SEND]),
    ...(before === undefined && { trigger_type: trigger }),
    trigger_metadata: form.raw('trigger_metadata'),
    actions: form.raw('actions'),
    enabled: form.boolean('enabled'),
    exempt_roles: form.snowflakes('exempt_roles', { max: 20, isSet: true }),
    exempt_channels: form.snowflakes('exempt_channels', { max: 50, isSet: true }),
  };
  const others = [...guild.things.autoModerationRules.values()].filter((rule) => rule['trigger_type'] === trigger);
  if (before === undefined && others.length >= (PER_TRIGGER[trigger ?? Trigger.Keyword] ?? 1))
    form.refuse('trigger_type', 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED', 'Maximum number of rules of this trigger reached.');
  checkMetadata(form.object('trigger_metadata'), trigger);
  for (const action of form.objects('actions', { min: 1, max: 5 }) ?? []) checkAction(action, trigger, guild);
  form.check();
  if (timesOut(given.actions) && !allows(bitsIn(world, guild, doerId), 'ModerateMembers')) throw missingPermissions();
  if (given.enabled ?? before?.['enabled'] === true) refuseNotSimulated(trigger, given.trigger_metadata ?? before?.['trigger_metadata']);
  const fresh = { guild_id: guild.id, trigger_metadata: {}, enabled: false, exempt_roles: [], exempt_channels: [] };
  return { ...(before === undefined && fresh), ...defined({ ...given, actions: withMetadata(given.actions) }) };
}

function checkMetadata(form: Form | undefined, trigger: number | undefined): void {
  form?.strings('keyword_filter', { max: 1000 }, { min: 1, max: 60 });
  const allowedMax = trigger === Trigger.KeywordPreset ? ALLOWED_OF_PRESETS_MAX : ALLOWED_MAX;
  form?.strings('allow_list', { max: allowedMax }, { min: 1, max: 60 });
  form?.integers('presets', { isSet: true }, { min: 1, max: 3 });
  form?.integer('mention_total_limit', { min: 0, max: 50 });
  for (const pattern of form?.strings('regex_patterns', { max: 10 }, { min: 1, max: 260 }) ?? []) {
    const regex = LinearRegex.compile(pattern);
    if (typeof regex === 'string') form?.refuse('regex_patterns', 'AUTO_MODERATION_INVALID_REGEX', `Invalid regex ${pattern}: ${regex}.`);
  }
}

function checkAction(form: Form, trigger: number | undefined, guild: GuildRecord): void {
  form.require('type');
  const type = form.choice('type', Object.values(ActionType));
  if (type !== undefined && !fits(type, trigger))
    form.refuse('type', 'AUTO_MODERATION_INVALID_ACTION_TYPE', 'This action cannot be used with this trigger.');
  if (type === ActionType.SendAlert || type === ActionType.Timeout) form.require('metadata');
  const metadata = form.object('metadata');
  metadata?.string('custom_message', { max: 150 });
  if (type === ActionType.SendAlert) checkAlert(metadata, guild);
  if (type === ActionType.Timeout) metadata?.require('duration_seconds');
  metadata?.integer('duration_seconds', { min: 0, max: TIMEOUT_MAX_SECONDS });
}

/** An action that is told nothing has empty metadata. */
function withMetadata(actions: unknown): readonly object[] | undefined {
  return (actions as readonly object[] | undefined)?.map((action) => ({ metadata: {}, ...action }));
}

/** Messages are blocked where there are any, members where their profiles are read, and only some rules time out. */
function fits(type: number, trigger: number | undefined): boolean {
  if (type === ActionType.Timeout) return TIMEOUT_TRIGGERS.includes(trigger);
  if (type === ActionType.SendAlert) return true;
  return (type === ActionType.BlockMember) === (trigger === Trigger.MemberProfile);
}

function checkAlert(metadata: Form | undefined, { channels }: GuildRecord): void {
  metadata?.require('channel_id');
  const channelId = metadata?.snowflake('channel_id');
  if (channelId !== undefined && !channels.has(channelId))
    metadata?.refuse('channel_id', 'CHANNEL_INVALID', 'The alert channel must be one of this guild.');
}

/** Who has people timed out must be allowed to time them out. */
function timesOut(actions: unknown): boolean {
  return ((actions ?? []) as readonly { readonly type: number }[]).some(({ type }) => type === ActionType.Timeout);
}

function refuseNotSimulated(trigger: number | undefined, metadata: unknown): void {
  const isRaid = (metadata as { readonly mention_raid_protection_enabled?: boolean } | undefined)?.mention_raid_protection_enabled === true;
  if (trigger !== Trigger.Spam && !isRaid) return;
  throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
    what: `FakeDiscord cannot tell ${isRaid ? 'a raid of mentions' : 'spam'} from other messages: only Discord knows how.`,
    cure: 'Keep the rule off here (`enabled: false`), or use keywords, patterns or `mention_total_limit`.',
  });
}
