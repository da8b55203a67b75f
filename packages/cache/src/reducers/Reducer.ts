import type { GuildPassage } from '../CacheChange.js';
import { idOf, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';

/** What a reducer tells of what it did. Always all fields: one is read for each event. */
export interface Outcome {
  readonly before: unknown;
  readonly after: unknown;
  readonly user: UserChange | undefined;
  readonly passage: GuildPassage | undefined;
  /** The guild or channel that has to come first. */
  readonly awaits: string | undefined;
  /** The guild or channel that came: what waited for it can go on. */
  readonly arrived: readonly string[] | undefined;
  /** The payload was not understood, or is about something that the cache does not know. */
  readonly isIgnored: boolean;
}

/** Writes one event into the world. It never throws, whatever the payload is. */
export type Reducer = (world: World, payload: Payload, shardId: number) => Outcome;

/** The reducers of some events, by the event's name. */
export type Reducers = Readonly<Record<string, Reducer>>;

/** A reducer of an event in a guild that is known. */
export type GuildReducer = (world: World, shelf: Shelf, payload: Payload) => Outcome;

/** Tells what was and what is now. */
export function changed(before: unknown, after: unknown, user?: UserChange): Outcome {
  return { before, after, user, passage: undefined, awaits: undefined, arrived: undefined, isIgnored: false };
}

/** Tells more than most reducers have to tell. */
export function outcome(parts: Partial<Outcome>): Outcome {
  return { ...changed(undefined, undefined), ...parts };
}

/** What an event did that did nothing. */
export const IGNORED: Outcome = Object.freeze(outcome({ isIgnored: true }));

/** Reduces an event of a guild: waits for the guild while that is not known, and ignores one that was left or refused. */
export function inGuild(reduce: GuildReducer): Reducer {
  return (world, payload) => {
    const shelf = guildOf(world, payload);
    return shelf === undefined ? awaitGuild(world, payload['guild_id']) : reduce(world, shelf, payload);
  };
}

/** The guild that a payload names, if it is known. An id that is found needs no check. */
export function guildOf(world: World, payload: Payload): Shelf | undefined {
  return world.guilds.get(payload['guild_id'] as string);
}

/** Lets an event wait for a guild, unless none is to come. */
export function awaitGuild(world: World, value: unknown): Outcome {
  const guildId = idOf(value);
  if (guildId === undefined) return IGNORED;
  const isUnwanted =
    !world.policy.guilds.isKept || world.refusedGuilds.has(guildId) || world.buried.isBuried(`guild:${guildId}`, world.nowMs);
  return isUnwanted ? IGNORED : outcome({ awaits: guildId });
}
