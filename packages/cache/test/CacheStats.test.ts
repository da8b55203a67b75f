import { describe, expect, it } from '@jest/globals';
import { Cache } from '../src/Cache.js';
import { resolveCachePolicy } from '../src/CachePolicy.js';
import { countWorld } from '../src/CacheStats.js';
import { packedTables } from '../src/tables/packedTables.js';
import { World } from '../src/tables/World.js';
import { guild, GUILD, id, message, ready, send, thread, user } from './payloads.js';

const empty = countWorld(new World(resolveCachePolicy(), packedTables));

describe('what a cache counts', () => {
  it('is zero of every kind at first', () => {
    expect(Object.keys(empty)).toEqual(
      expect.arrayContaining(['guilds', 'members', 'messages', 'privateChannels', 'threadMembers', 'users']),
    );
    expect(Object.values(empty).every((count) => count === 0)).toBe(true);
  });

  it('is of all guilds together; a direct message is a channel of its own kind', () => {
    const cache = new Cache();
    send(cache, 'READY', ready([]));
    for (const n of [1, 2]) send(cache, 'GUILD_CREATE', guild({ id: id(n), channels: [{ id: id(n * 100), type: 0 }] }));
    send(cache, 'THREAD_CREATE', thread(150));
    send(cache, 'MESSAGE_CREATE', message(300));
    send(cache, 'MESSAGE_CREATE', message(301, { channel_id: id(400), guild_id: undefined, author: user(950) }));
    const counts = { guilds: 2, channels: 2, threads: 1, privateChannels: 1, members: 4, users: 3, messages: 2, roles: 4 };
    expect(cache.stats()).toMatchObject(counts);
  });

  it('are away the guilds that are awaited and those in an outage', () => {
    const cache = new Cache();
    send(cache, 'READY', ready([GUILD, id(2)]));
    expect(cache.stats().unavailableGuilds).toBe(2);
    send(cache, 'GUILD_CREATE', guild());
    send(cache, 'GUILD_DELETE', { id: GUILD, unavailable: true });
    expect(cache.stats()).toMatchObject({ unavailableGuilds: 2, guilds: 1, members: 2 });
  });

  it('are the filters that threw', () => {
    const keep = (): boolean => {
      throw new RangeError('no');
    };
    const cache = new Cache({ policy: { roles: { keep } } });
    send(cache, 'GUILD_CREATE', guild());
    expect(cache.stats()).toMatchObject({ roles: 2, failedFilters: 2 });
  });
});
