import type { GuildEntities } from '@aplomb/cache';
import { Relation } from '../Relation.js';
import type { Views } from '../Views.js';
import { RECORD_VIEWS, type GuildItemResource, type GuildItems } from './recordViews.js';

/** Which of the things of a guild. */
export interface RelationOptions<Kept> {
  /** Left out, all of them. */
  readonly isMeant?: (record: Kept) => boolean;
}

/** What of a kind the cache has of a guild, looked up when it is read. */
export function guildRelation<R extends GuildItemResource>(
  views: Views,
  guildId: string,
  resource: R,
  { isMeant }: RelationOptions<GuildEntities[R]> = {},
): Relation<GuildItems[R]> {
  const { cache } = views;
  const view = (record: GuildEntities[R]): GuildItems[R] => RECORD_VIEWS[resource](record, guildId, views);
  const meant = (record: GuildEntities[R]): boolean => isMeant === undefined || isMeant(record);
  return new Relation({
    ...(isMeant === undefined ? { count: () => cache.count(resource, guildId) } : {}),
    get: (id) => {
      const record = cache.get(resource, guildId, id);
      return record !== undefined && meant(record) ? view(record) : undefined;
    },
    *all() {
      for (const record of cache.all(resource, guildId)) if (meant(record)) yield view(record);
    },
  });
}
