import type { GuildPassage } from '../CacheChange.js';
import { idOf, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';

/** What a reducer tells of what it did. */
export interface Outcome {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly user?: UserChange | undefined;
  readonly passage?: GuildPassage;
  /** The guild or channel that has to come first. */
  readonly awaits?: string;
  /** The guild or channel that came: what waited for it can go on. */
  readonly arrived?: readonly string[];
  /** The payload was not understood, or is about something that the cache does not know. */
  readonly isIgnored?: true;
}

/** Writes one event into the world. It never throws, whatever the payload is. */
export type Reducer = (world: World, payload: Payload, shardId: number) => Outcome;

/** The reducers of some events, by the event's name. */
export type Reducers = Readonly<Record<string, Reducer>>;

/** A reducer of an event in a guild that is known. */
export type GuildReducer = (world: World, shelf: Shelf, payload: Payload) => Outcome;

/** What an event did that did nothing. */
export const IGNORED: Outcome = Object.freeze({ isIgnored: true });

/** Reduces an event of a guild: waits for the guild while that is not known, and ignores one that was left or refused. */
export function inGuild(reduce: GuildReducer): Reducer {
  return (world, payload) => {
    const guildId = idOf(payload['guild_id']);
    if (guildId === undefined) return IGNORED;
    const shelf = world.guilds.get(guildId);
    return shelf === undefined ? awaitGuild(world, guildId) : reduce(world, shelf, payload);
  };
}

/** Lets an event wait for a guild, unless none is to come. */
export function awaitGuild(world: World, guildId: string): Outcome {
  const isUnwanted =
    !world.policy.guilds.isKept || world.refusedGuilds.has(guildId) || world.buried.isBuried(`guild:${guildId}`, world.nowMs);
  return isUnwanted ? IGNORED : { awaits: guildId };
}
