import type { WorldSize } from './BotWorld.js';
import type { Plan } from './protocol.js';

const WORLD: WorldSize = { guilds: 10, members: 1_000, channels: 60, roles: 40 };
const SHORT_WORLD: WorldSize = { ...WORLD, guilds: 2, members: 200 };
const WARM_UP = 30_000;
const SHORT_WARM_UP = 20_000;

/** The world of the benchmarks that play events: some to warm up with, and those that are measured. */
export function planOf(events: number, isShort: boolean): Plan {
  return isShort ? { world: SHORT_WORLD, parts: [SHORT_WARM_UP, events] } : { world: WORLD, parts: [WARM_UP, events] };
}

/** A plan in words. */
export function describePlan({ parts, world }: Plan, meanBytes: number): string {
  const [warmUp = 0, events = 0] = parts;
  const { channels, guilds, members, roles } = world;
  const size = `${guilds} guilds × ${members} members × ${channels} channels × ${roles} roles`;
  return `${events} events of ${Math.round(meanBytes)} B after ${warmUp} to warm up · ${size}`;
}
