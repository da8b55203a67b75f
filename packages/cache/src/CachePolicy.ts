import { OptionsError, refuseUnknownOptions, shown } from '@aplomb/base';
import type { Entities, Resource } from './records/entities.js';

/** How much of one kind of entity is kept. */
export interface EntityPolicy<R> {
  /**
   * Decides about each entity when it is written; what it refuses is not kept. A filter that throws refuses nothing.
   *
   * @defaultValue everything is kept
   */
  readonly keep?: (record: R) => boolean;
  /** How many are kept at most: per guild, and per channel of messages and thread members. The oldest goes first. `Infinity` takes the bound away. */
  readonly limit?: number;
  /** How long one is kept after it was last written, in milliseconds. `Infinity` takes the bound away. */
  readonly maxAgeMs?: number;
}

/** Which guilds are kept. Discord bounds them by what the bot was added to. */
export type GuildPolicy = Pick<EntityPolicy<Entities['guilds']>, 'keep'>;

/**
 * What the cache keeps, by kind of entity: `true` for the defaults, `false` for nothing, or bounds. What is left out stays as it is by default, and
 * everything that Discord does not bound by itself is bounded by default.
 *
 * @example
 * ```ts
 * import { Cache } from '@aplomb/cache';
 *
 * const cache = new Cache({ policy: { messages: { limit: 500, maxAgeMs: 3_600_000 }, presences: true, stickers: false } });
 * ```
 */
export interface CachePolicy extends Readonly<{ [R in Exclude<Resource, 'guilds' | 'users'>]?: boolean | EntityPolicy<Entities[R]> }> {
  /** Without guilds nothing of a guild is kept. @defaultValue `true` */
  readonly guilds?: boolean | GuildPolicy;
  /** Whether reactions and votes are counted on the messages that are kept. @defaultValue `true` */
  readonly reactions?: boolean;
  /** Users are kept while a guild or a direct message that is kept holds them, and go with the last one. @defaultValue `true` */
  readonly users?: boolean;
}

/** What holds for one kind of entity. */
export interface ResolvedEntityPolicy<R> {
  readonly isKept: boolean;
  readonly keep: ((record: R) => boolean) | null;
  readonly limit: number;
  readonly maxAgeMs: number;
}

/** What holds for every kind of entity. */
export type ResolvedCachePolicy = { readonly [R in Resource]: ResolvedEntityPolicy<Entities[R]> } & { readonly reactions: boolean };

const HOUR_MS = 3_600_000;

/** By default: how many, for how long, and whether at all. Discord's own limits (500 channels, 250 roles …) fit in twice. */
const DEFAULTS: Readonly<Record<Resource, readonly [limit: number, maxAgeMs: number, isKept: boolean]>> = {
  autoModerationRules: [100, Infinity, true],
  channels: [1_000, Infinity, true],
  emojis: [1_000, Infinity, true],
  guilds: [Infinity, Infinity, true],
  integrations: [200, Infinity, true],
  invites: [1_000, 24 * HOUR_MS, true],
  members: [10_000, Infinity, true],
  messages: [100, HOUR_MS, true],
  presences: [10_000, Infinity, false],
  privateChannels: [1_000, Infinity, true],
  roles: [500, Infinity, true],
  scheduledEvents: [500, Infinity, true],
  soundboardSounds: [500, Infinity, true],
  stageInstances: [500, Infinity, true],
  stickers: [500, Infinity, true],
  threadMembers: [100, HOUR_MS, false],
  threads: [1_000, Infinity, true],
  users: [Infinity, Infinity, true],
  voiceStates: [10_000, Infinity, true],
};
const RESOURCES = Object.keys(DEFAULTS) as readonly Resource[];

/**
 * Checks a policy and fills in what it leaves out: with what held `before`, else with the defaults.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
 */
export function resolveCachePolicy(policy: CachePolicy = {}, before?: ResolvedCachePolicy): ResolvedCachePolicy {
  refuseUnknownOptions('cache policy', policy, [...RESOURCES, 'reactions']);
  const resolved = RESOURCES.map((resource) => [resource, resolveOne(resource, policy[resource], before?.[resource])] as const);
  const reactions = policy.reactions ?? before?.reactions ?? true;
  if (typeof reactions !== 'boolean') throw invalid('reactions', reactions, 'Give true or false.');
  return Object.freeze({ ...Object.fromEntries(resolved), reactions }) as unknown as ResolvedCachePolicy;
}

function resolveOne(resource: Resource, given: unknown, before: ResolvedEntityPolicy<never> | undefined): ResolvedEntityPolicy<never> {
  const [limit, maxAgeMs, isKept] = DEFAULTS[resource];
  if (given === undefined) return before ?? { isKept, keep: null, limit, maxAgeMs };
  if (typeof given === 'boolean') return { isKept: given, keep: null, limit, maxAgeMs };
  if (typeof given !== 'object' || given === null) throw invalid(resource, given, 'Give true, false, or an object with bounds.');
  const bounds = given as EntityPolicy<never>;
  if (resource === 'users') throw invalid(resource, given, 'Give true or false: users go with the last guild that holds them.');
  refuseUnknownOptions(`cache policy of ${resource}`, bounds, resource === 'guilds' ? ['keep'] : ['keep', 'limit', 'maxAgeMs']);
  if (bounds.keep !== undefined && typeof bounds.keep !== 'function') throw invalid(`${resource}.keep`, bounds.keep, 'Give a function.');
  return {
    isKept: true,
    keep: bounds.keep ?? null,
    limit: bound(`${resource}.limit`, bounds.limit, limit),
    maxAgeMs: bound(`${resource}.maxAgeMs`, bounds.maxAgeMs, maxAgeMs),
  };
}

function bound(name: string, given: unknown, fallback: number): number {
  if (given === undefined) return fallback;
  if (typeof given === 'number' && (given === Infinity || (Number.isInteger(given) && given >= 0))) return given;
  throw invalid(name, given, 'Give a whole number from 0, or Infinity.');
}

function invalid(name: string, given: unknown, cure: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what: `\`${name}\` of the cache policy is ${shown(given)}.`, cure });
}
