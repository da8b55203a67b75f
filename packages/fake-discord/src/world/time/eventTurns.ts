import type { GuildRecord, WireThing } from '../records.js';
import type { World } from '../World.js';

const EXTERNAL = 3;
const SCHEDULED = 1;
const ACTIVE = 2;
const COMPLETED = 3;
const CANCELED = 4;
/** Discord says "after a few hours". */
const UNSTARTED_MS = 3 * 3_600_000;
/** Discord says "a few minutes". */
const DESERTED_MS = 5 * 60_000;

/** What a planned event turns into by itself, and when. */
export interface EventTurn {
  readonly atMs: number;
  readonly status: number;
}

/**
 * The next turn of an event: those elsewhere begin and end at their times, those that never began are called off, and those in a voice channel end when the
 * last one has left it.
 *
 * @param desertedMs - since when nobody is in its channel; `null` while somebody is
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-status-update-automation | Status update automation}
 */
export function nextTurn(event: WireThing, desertedMs: number | null): EventTurn | null {
  const [startMs, endMs] = [event['scheduled_start_time'], event['scheduled_end_time']].map((time) => Date.parse(String(time)));
  const isExternal = event['entity_type'] === EXTERNAL;
  if (event['status'] === SCHEDULED && startMs !== undefined)
    return isExternal ? { atMs: startMs, status: ACTIVE } : { atMs: startMs + UNSTARTED_MS, status: CANCELED };
  if (event['status'] !== ACTIVE) return null;
  if (isExternal) return endMs === undefined || Number.isNaN(endMs) ? null : { atMs: endMs, status: COMPLETED };
  return desertedMs === null ? null : { atMs: desertedMs + DESERTED_MS, status: COMPLETED };
}

/** Plans the next turn of an event. */
export function planEvent(world: World, guildId: string, eventId: string): void {
  const name = `turn of the event ${eventId}`;
  const guild = world.guilds.get(guildId);
  const event = guild?.things.scheduledEvents.get(eventId);
  const turn = guild === undefined || event === undefined ? null : nextTurn(event, isDeserted(guild, event) ? world.clock.wallMs() : null);
  if (guild === undefined || event === undefined || turn === null) {
    world.agenda.drop(name);
    return;
  }
  world.agenda.plan(name, turn.atMs, () => {
    const after = { ...guild.things.scheduledEvents.get(eventId), status: turn.status };
    guild.things.scheduledEvents.set(eventId, after);
    world.publishInGuild(guild, 'GUILD_SCHEDULED_EVENT_UPDATE', after);
  });
}

/** Somebody came into a voice channel, or left one: what happens there may have to end, or not any more. */
export function planEventsInVoice(world: World, guildId: string): void {
  for (const [id, event] of world.guilds.get(guildId)?.things.scheduledEvents ?? []) {
    if (event['status'] === ACTIVE && event['entity_type'] !== EXTERNAL) planEvent(world, guildId, id);
  }
}

function isDeserted({ voiceStates }: GuildRecord, event: WireThing): boolean {
  return ![...voiceStates.values()].some(({ channel_id: id }) => id === event['channel_id']);
}
