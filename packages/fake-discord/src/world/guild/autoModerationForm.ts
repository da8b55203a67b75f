import type { ThingReading } from './thingSpecs.js';
import { defined } from './wire.js';

const MESSAGE_SEND = 1;
const KEYWORD = 1;
/** How many rules there may be of each trigger. */
const PER_TRIGGER: Readonly<Record<number, number>> = { 1: 6, 3: 1, 4: 1, 5: 1, 6: 1 };
const TRIGGERS = Object.keys(PER_TRIGGER).map(Number);

/** Reads a rule of automatic moderation. */
export function readRule({ before, form, guild }: ThingReading): Readonly<Record<string, unknown>> {
  if (before === undefined) form.require('name', 'event_type', 'trigger_type', 'actions');
  const trigger = before === undefined ? form.choice('trigger_type', TRIGGERS) : undefined;
  const metadata = form.object('trigger_metadata');
  metadata?.strings('keyword_filter', { max: 1000 }, { max: 60 });
  metadata?.strings('regex_patterns', { max: 10 }, { max: 260 });
  metadata?.integer('mention_total_limit', { min: 0, max: 50 });
  for (const action of form.objects('actions', { min: 1, max: 5 }) ?? []) {
    action.require('type');
    action.choice('type', [1, 2, 3, 4]);
  }
  const given = {
    name: form.string('name', { min: 1, max: 100 }),
    event_type: form.choice('event_type', [MESSAGE_SEND, 2]),
    trigger_type: trigger,
    trigger_metadata: form.raw('trigger_metadata'),
    actions: form.raw('actions'),
    enabled: form.boolean('enabled'),
    exempt_roles: form.snowflakes('exempt_roles', { max: 20 }),
    exempt_channels: form.snowflakes('exempt_channels', { max: 50 }),
  };
  const others = [...guild.things.autoModerationRules.values()].filter((rule) => rule['trigger_type'] === trigger);
  if (before === undefined && others.length >= (PER_TRIGGER[trigger ?? KEYWORD] ?? 1))
    form.refuse('trigger_type', 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED', 'Maximum number of rules of this trigger reached.');
  const fresh = { guild_id: guild.id, trigger_metadata: {}, enabled: false, exempt_roles: [], exempt_channels: [] };
  return { ...(before === undefined && fresh), ...defined(given) };
}
