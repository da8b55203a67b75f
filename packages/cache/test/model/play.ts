import { ManualClock } from '@aplomb/base';
import { Cache, type CacheOptions } from '../../src/Cache.js';
import { BEGINNING, type Event } from './history.js';

/** A cache that keeps everything. */
export function keepingAll(options: CacheOptions = {}): Cache {
  return new Cache({ clock: new ManualClock(), policy: { presences: true, threadMembers: true }, ...options });
}

/** Applies events of shard 0; with `from`, they are numbered from there. */
export function apply(cache: Cache, events: readonly Event[], from?: number): void {
  events.forEach(([t, d], index) => {
    cache.apply({ t, d: structuredClone(d), ...(from === undefined ? {} : { s: from + index }) }, { shardId: 0 });
  });
}

/** A cache after a history and its beginning. */
export function played(events: readonly Event[], options: CacheOptions = {}): Cache {
  const cache = keepingAll(options);
  apply(cache, [...BEGINNING, ...events]);
  return cache;
}
