import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GuildArrivals } from '../src/GuildArrivals.js';

function afterReady(...guildIds: readonly string[]): GuildArrivals {
  const arrivals = new GuildArrivals();
  arrivals.ready(0, guildIds);
  return arrivals;
}

describe('the guilds of a shard that has just identified', () => {
  it('arrive when READY named them, and are joined when it did not', () => {
    const arrivals = afterReady('1');
    expect(arrivals.created(0, '1', false)).toBe('guildAvailable');
    expect(arrivals.created(0, '2', false)).toBe('guildJoin');
    expect(arrivals.missingGuilds).toBe(0);
  });

  it('come back from an outage without being joined again', () => {
    const arrivals = afterReady('1');
    arrivals.created(0, '1', false);
    expect(arrivals.deleted(0, '1', true)).toBe('guildUnavailable');
    expect(arrivals.unavailable()).toEqual(['1']);
    expect(arrivals.created(0, '1', false)).toBe('guildAvailable');
  });

  it('are joined again after they were left', () => {
    const arrivals = afterReady('1');
    expect(arrivals.deleted(0, '1', false)).toBe('guildLeave');
    expect(arrivals.created(0, '1', false)).toBe('guildJoin');
  });

  it('are left also while they are down', () => {
    const arrivals = afterReady('1');
    expect(arrivals.deleted(0, '1', false)).toBe('guildLeave');
    expect(arrivals.missingGuilds).toBe(0);
  });

  it('may be joined in the middle of an outage', () => {
    const arrivals = afterReady('1');
    expect(arrivals.created(0, '2', true)).toBe('guildJoin');
    expect(arrivals.created(0, '1', true)).toBe('guildUnavailable');
    expect(arrivals.unavailable()).toEqual(['2', '1']);
  });

  it('begin anew with each READY, shard by shard', () => {
    const arrivals = afterReady('1', '2');
    arrivals.ready(1, ['3']);
    arrivals.created(0, '1', false);
    arrivals.ready(0, ['1']);
    expect([...arrivals.unavailable()].sort()).toEqual(['1', '3']);
  });
});

describe('the guilds of a shard that resumed a session of an earlier process', () => {
  it('are there already', () => {
    const arrivals = new GuildArrivals();
    arrivals.restored(0, ['1']);
    expect(arrivals.missingGuilds).toBe(0);
    expect(arrivals.created(0, '1', false)).toBe('guildAvailable');
    expect(arrivals.created(0, '2', false)).toBe('guildJoin');
  });

  it('are not those of the earlier process once this one knows better', () => {
    const arrivals = afterReady('1');
    arrivals.restored(0, ['2']);
    expect(arrivals.unavailable()).toEqual(['1']);
  });
});

describe('the guilds of a bot that is resharded', () => {
  it('stay known, and belong to the shards that they came to', () => {
    const arrivals = afterReady('4194304', '8388608');
    arrivals.created(0, '4194304', false);
    arrivals.created(0, '8388608', false);
    arrivals.resharded(2);
    expect(arrivals.created(1, '4194304', false)).toBe('guildAvailable');
    arrivals.ready(0, []);
    expect(arrivals.created(0, '8388608', false)).toBe('guildJoin');
    expect(arrivals.created(1, '4194304', false)).toBe('guildAvailable');
  });
});

describe('the number of missing guilds', () => {
  it.each([
    ['is always the length of their list where none is down', false],
    ['is never more than their list, in which are those that are down too', true],
  ])('%s', (_, mayBeDown) => {
    const step = fc.tuple(
      fc.constantFrom('ready', 'created', 'deleted', 'restored', 'resharded'),
      fc.nat(1),
      fc.constantFrom('1', '2', '3'),
      mayBeDown ? fc.boolean() : fc.constant(false),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const arrivals = new GuildArrivals();
        for (const [deed, shardId, id, isUnavailable] of steps) {
          if (deed === 'ready') arrivals.ready(shardId, [id, '4', id]);
          else if (deed === 'restored') arrivals.restored(shardId, [id]);
          else if (deed === 'resharded') arrivals.resharded(2);
          else if (deed === 'created') arrivals.created(shardId, id, isUnavailable);
          else arrivals.deleted(shardId, id, isUnavailable);
          const { length } = arrivals.unavailable();
          if (mayBeDown) expect(arrivals.missingGuilds).toBeLessThanOrEqual(length);
          else expect(arrivals.missingGuilds).toBe(length);
          expect(arrivals.missingGuilds).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are known by their shard', () => {
    const arrivals = new GuildArrivals();
    arrivals.ready(0, ['1', '2']);
    arrivals.ready(1, ['3']);
    arrivals.deleted(0, '2', false);
    expect([arrivals.ofShard(0), arrivals.ofShard(1), arrivals.ofShard(2)]).toEqual([['1'], ['3'], []]);
  });

  it('are not waited for once Discord has said that they are down', () => {
    const arrivals = new GuildArrivals();
    arrivals.ready(0, ['1', '2']);
    arrivals.deleted(0, '1', true);
    expect([arrivals.missingGuilds, arrivals.unavailable()]).toEqual([1, ['2', '1']]);
    arrivals.created(0, '2', true);
    expect([arrivals.missingGuilds, arrivals.unavailable()]).toEqual([0, ['1', '2']]);
  });

  it('are told that a new session does not name any more', () => {
    const arrivals = new GuildArrivals();
    expect(arrivals.ready(0, ['1', '2'])).toEqual([]);
    expect(arrivals.ready(1, ['3'])).toEqual([]);
    expect(arrivals.ready(0, ['2', '4'])).toEqual(['1']);
  });
});
