import type { APIPoll } from 'discord-api-types/v10';
import { isObject } from '../forms/Form.js';
import { pollEndName } from '../Polls.js';
import type { Polls } from '../Polls.js';
import type { World } from '../World.js';
import { planArchive } from './archive.js';
import { planEvent, planEventsInVoice } from './eventTurns.js';

/** What the passing of time acts on. */
export interface TimedWorld {
  readonly polls: Polls;
  readonly world: World;
}

type Plan = (parts: TimedWorld, d: Readonly<Record<string, unknown>>) => void;

/** What is planned, or planned anew, when something has happened. */
const PLANS: Readonly<Record<string, Plan>> = {
  GUILD_SCHEDULED_EVENT_CREATE: plannedEvent,
  GUILD_SCHEDULED_EVENT_DELETE: plannedEvent,
  GUILD_SCHEDULED_EVENT_UPDATE: plannedEvent,
  MESSAGE_CREATE: plannedPoll,
  MESSAGE_UPDATE: plannedPoll,
  THREAD_CREATE: plannedArchive,
  THREAD_DELETE: plannedArchive,
  THREAD_UPDATE: plannedArchive,
  VOICE_STATE_UPDATE: ({ world }, { guild_id: guildId }) => {
    planEventsInVoice(world, String(guildId));
  },
};

/** Lets time do its work in a world: polls end, threads are archived, planned events begin and end, all on the world's clock. */
export function keepTime(parts: TimedWorld): void {
  parts.world.occurrences.listen(({ d, t }) => {
    const plan = PLANS[t];
    if (plan !== undefined && isObject(d)) plan(parts, d);
  });
}

function plannedArchive({ world }: TimedWorld, { id }: Readonly<Record<string, unknown>>): void {
  planArchive(world, String(id));
}

function plannedEvent({ world }: TimedWorld, { guild_id: guildId, id }: Readonly<Record<string, unknown>>): void {
  planEvent(world, String(guildId), String(id));
}

function plannedPoll({ polls, world }: TimedWorld, { channel_id: channelId, id, poll }: Readonly<Record<string, unknown>>): void {
  const { expiry = null } = (poll ?? {}) as Partial<APIPoll>;
  if (expiry === null || Date.parse(expiry) <= world.clock.wallMs()) return;
  world.agenda.plan(pollEndName(String(id)), Date.parse(expiry), () => {
    polls.end(String(channelId), String(id));
  });
}
