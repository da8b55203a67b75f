import { ChannelKind } from '../channelTypes.js';
import { isoTime } from '../time.js';
import { checkRecurrence } from './recurrenceForm.js';
import { defined, imageFields } from './wire.js';
import type { ThingReading } from './thingSpecs.js';

const EXTERNAL = 3;
const SCHEDULED = 1;
/** The kind of channel that each kind of event is in. */
const PLACES: Readonly<Record<number, number>> = { 1: ChannelKind.Stage, 2: ChannelKind.Voice };
/** What may follow each status: planned events begin or are called off, running ones end. */
const NEXT: Readonly<Record<number, readonly number[]>> = { 1: [2, 4], 2: [3] };

/** Reads an event that a guild plans. */
export function readScheduledEvent({ before, form, guild, world }: ThingReading): Readonly<Record<string, unknown>> {
  if (before === undefined) form.require('name', 'scheduled_start_time', 'entity_type', 'privacy_level');
  checkRecurrence(form);
  form.object('entity_metadata')?.string('location', { max: 100 });
  const given = {
    name: form.string('name', { min: 1, max: 100 }),
    description: form.isNull('description') ? null : form.string('description', { max: 1000 }),
    privacy_level: form.choice('privacy_level', [2]),
    entity_type: form.choice('entity_type', [1, 2, EXTERNAL]),
    scheduled_start_time: readTime(form, 'scheduled_start_time', world.clock.wallMs()),
    scheduled_end_time: readTime(form, 'scheduled_end_time', world.clock.wallMs()),
    channel_id: form.isNull('channel_id') ? null : form.snowflake('channel_id'),
    entity_metadata: form.isNull('entity_metadata') ? null : form.raw('entity_metadata'),
    recurrence_rule: form.isNull('recurrence_rule') ? null : form.raw('recurrence_rule'),
    status: readStatus(form, before?.['status']),
    ...imageFields(form, 'image'),
  };
  const event: Readonly<Record<string, unknown>> = { ...(before ?? FRESH), guild_id: guild.id, ...defined(given) };
  checkPlace(form, event, guild.channels.get(String(event['channel_id']))?.type);
  checkOrder(form, event);
  return event;
}

const FRESH: Readonly<Record<string, unknown>> = {
  channel_id: null,
  description: null,
  scheduled_end_time: null,
  status: SCHEDULED,
  entity_id: null,
  entity_metadata: null,
  user_count: 0,
  image: null,
  recurrence_rule: null,
};

type Form = ThingReading['form'];

/** Reads a time that must lie ahead of `nowMs`; `null` where it is taken away. */
export function readTime(form: Form, field: string, nowMs: number): string | null | undefined {
  if (form.isNull(field)) return null;
  const text = form.string(field);
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) form.refuse(field, 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  else if (ms <= nowMs) form.refuse(field, 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.');
  return Number.isNaN(ms) ? undefined : isoTime(ms);
}

function readStatus(form: Form, before: unknown): number | undefined {
  const status = form.choice('status', [1, 2, 3, 4]);
  if (status === undefined || status === before) return status;
  const isFitting = NEXT[Number(before)]?.includes(status) === true;
  if (!isFitting) form.refuse('status', 'TRANSITION_INVALID', 'This status cannot follow the one before.');
  return status;
}

/** Nothing ends before it begins. */
function checkOrder(form: Form, { scheduled_end_time: end, scheduled_start_time: start }: Readonly<Record<string, unknown>>): void {
  if (typeof end !== 'string' || Date.parse(end) >= Date.parse(String(start))) return;
  form.refuse('scheduled_end_time', 'GUILD_SCHEDULED_EVENT_SCHEDULE_END_BEFORE_START', 'The end must be after the start.');
}

/**
 * An event is on a stage, in a voice channel, or somewhere else with a name and an end.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event | Field requirements by entity type}
 */
function checkPlace(form: Form, event: Readonly<Record<string, unknown>>, channelType: number | undefined): void {
  if (event['entity_type'] === EXTERNAL) {
    const metadata = event['entity_metadata'] as { readonly location?: unknown } | null;
    if (typeof metadata?.location !== 'string') form.refuse('entity_metadata', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (event['scheduled_end_time'] === null) form.refuse('scheduled_end_time', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (event['channel_id'] !== null) form.refuse('channel_id', 'GUILD_SCHEDULED_EVENT_ENTITY_TYPE', 'An external event has no channel.');
  } else if (channelType === undefined || channelType !== PLACES[Number(event['entity_type'])])
    form.refuse(
      'channel_id',
      'GUILD_SCHEDULED_EVENT_ENTITY_TYPE',
      'The channel of an event must be a stage or voice channel, as its entity type says.',
    );
}
