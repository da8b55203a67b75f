import type { Form } from '../forms/Form.js';
import type { GuildRecord, WireThing } from '../records.js';
import { badRequest, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { enterGuildWithAny } from './Doer.js';
import type { Doer } from './Doer.js';
import { readTime } from './scheduledEventForm.js';
import { defined } from './wire.js';

/** Which time of a repeated event is another than its rule says. */
export interface ExceptionPlace {
  readonly eventId: string;
  readonly guildId: string;
}

/**
 * Moves one time of a repeated event, or calls it off. Discord's OpenAPI document has these operations and its documentation has not: no event is known to be
 * sent, and none is here.
 *
 * @see {@link https://github.com/discord/discord-api-spec | Discord's OpenAPI document}
 */
export function createException(world: World, doer: Doer, place: ExceptionPlace, form: Form): WireThing {
  const { event, guild } = enterToManage(world, doer, place);
  form.require('original_scheduled_start_time');
  readTime(form, 'original_scheduled_start_time', -Infinity);
  const fields = readException(world, form);
  form.check();
  if (event['recurrence_rule'] === null) throw badRequest(50035, 'Only events with a recurrence rule have exceptions');
  const id = world.snowflakes.next();
  const fresh = { scheduled_start_time: null, scheduled_end_time: null, is_canceled: false };
  return keep(guild, { event_id: place.eventId, event_exception_id: id, ...fresh, ...fields });
}

export function editException(world: World, doer: Doer, place: ExceptionPlace, exceptionId: string, form: Form): WireThing {
  const { guild } = enterToManage(world, doer, place);
  const before = findException(guild, place.eventId, exceptionId);
  const fields = readException(world, form);
  form.check();
  return keep(guild, { ...before, ...fields });
}

export function deleteException(world: World, doer: Doer, place: ExceptionPlace, exceptionId: string): void {
  const { guild } = enterToManage(world, doer, place);
  findException(guild, place.eventId, exceptionId);
  guild.things.eventExceptions.delete(exceptionId);
}

export function findException(guild: GuildRecord, eventId: string, exceptionId: string): WireThing {
  const found = guild.things.eventExceptions.get(exceptionId);
  if (found?.['event_id'] !== eventId) throw unknown('guild scheduled event exception');
  return found;
}

function enterToManage(
  world: World,
  doer: Doer,
  { eventId, guildId }: ExceptionPlace,
): { readonly event: WireThing; readonly guild: GuildRecord } {
  const event = world.guild(guildId).things.scheduledEvents.get(eventId);
  const isOwn = event?.['creator_id'] === doer.userId;
  const guild = enterGuildWithAny(world, doer.userId, guildId, 'ManageEvents', ...(isOwn ? (['CreateEvents'] as const) : []));
  if (event === undefined) throw unknown('Guild Scheduled Event');
  return { event, guild };
}

function readException(world: World, form: Form): WireThing {
  const nowMs = world.clock.wallMs();
  return defined({
    scheduled_start_time: readTime(form, 'scheduled_start_time', nowMs),
    scheduled_end_time: readTime(form, 'scheduled_end_time', nowMs),
    is_canceled: form.boolean('is_canceled'),
  });
}

function keep(guild: GuildRecord, exception: WireThing): WireThing {
  guild.things.eventExceptions.set(String(exception['event_exception_id']), exception);
  return exception;
}
