import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cache } from '../../src/Cache.js';
import { told } from '../told.js';
import { BEGINNING, history, type Event } from './history.js';
import { NaiveWorld } from './NaiveWorld.js';

describe('the cache after any history', () => {
  it('K-04, K-05, K-06, K-07, K-10: knows what a world knows that keeps every payload whole', () => {
    fc.assert(
      fc.property(history, (events) => {
        const cache = new Cache({ clock: new ManualClock(), policy: { presences: true, threadMembers: true } });
        const model = new NaiveWorld();
        const both = ([t, d]: Event): void => {
          // A guild that is there is not announced again; its own tests say what happens then.
          if (t === 'GUILD_CREATE' && model.isAvailable(d['id'] as string)) return;
          cache.apply({ t, d: structuredClone(d) }, { shardId: 0 });
          model.apply(t, d);
        };
        for (const event of [...BEGINNING, ...events]) both(event);
        expect(told(cache)).toEqual(model.told());
      }),
      { numRuns: 400 },
    );
  });
});
