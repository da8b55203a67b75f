import type { AppliedCounts } from './EventApplier.js';
import type { Resource } from './records/entities.js';
import { CHANNEL_RESOURCES, GUILD_RESOURCES, type World } from './tables/World.js';

/** How much the cache holds. */
export interface CacheStats extends AppliedCounts, Readonly<Record<Resource, number>> {
  /** Guilds that READY or an outage named and that are not there now. */
  readonly unavailableGuilds: number;
  /** Combinations of field values and texts that records share. */
  readonly pooled: number;
  /** How often a `keep` filter of the policy threw. */
  readonly failedFilters: number;
}

/** Counts the entities of every kind. */
export function countWorld(world: World): Omit<CacheStats, keyof AppliedCounts> {
  const counts = new Map<Resource, number>([...GUILD_RESOURCES, ...CHANNEL_RESOURCES].map((resource) => [resource, 0]));
  const add = (resource: Resource, count: number): void => void counts.set(resource, (counts.get(resource) ?? 0) + count);
  let away = world.awaited.size;
  for (const shelf of [...world.guilds.values(), world.direct]) {
    if (shelf !== world.direct && !shelf.isAvailable) away += 1;
    for (const resource of GUILD_RESOURCES) {
      add(shelf === world.direct && resource === 'channels' ? 'privateChannels' : resource, shelf.table(resource)?.size ?? 0);
    }
    for (const resource of CHANNEL_RESOURCES) {
      for (const id of shelf.channelIds(resource)) add(resource, shelf.channelTable(resource, id)?.size ?? 0);
    }
  }
  add('guilds', world.guilds.size);
  add('users', world.users.size);
  add('privateChannels', 0);
  const held = Object.fromEntries(counts) as Record<Resource, number>;
  return { ...held, unavailableGuilds: away, pooled: world.pool.size, failedFilters: world.failedFilters };
}
