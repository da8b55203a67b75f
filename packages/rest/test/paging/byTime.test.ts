import { describe, expect, it } from '@jest/globals';
import { Listing } from '../../src/Listing.js';
import { byTime } from '../../src/paging/byTime.js';
import type { PageQuery } from '../../src/paging/Paging.js';
import { collect } from './idRoute.js';

interface Archived {
  readonly id: string;
  readonly at: string;
}

/** A route that pages by ISO time, newest first, and says `has_more`. */
function timeRoute(stored: readonly Archived[], pageItems = 2) {
  const asked: PageQuery[] = [];
  const list = (query: PageQuery = {}, stuck = false) =>
    new Listing({
      fetchPage: async (paged: PageQuery) => {
        asked.push(paged);
        const before = stuck ? undefined : (paged['before'] as string | undefined);
        const inside = stored.filter(({ at }) => before === undefined || at < before);
        return { threads: inside.slice(0, pageItems), has_more: inside.length > pageItems };
      },
      items: (page) => page.threads,
      maxPageItems: 100,
      paging: byTime((item: Archived) => item.at),
      query,
    });
  return { asked, list };
}

describe('a list by time', () => {
  const stored = ['900', '500', '123', '122', '001'].map((micros) => ({ id: micros, at: `2026-11-20T10:00:00.000${micros}+00:00` }));

  it('goes on while `has_more`, by the timestamp as Discord wrote it, microseconds and all', async () => {
    const { asked, list } = timeRoute(stored);
    expect(await collect(list())).toEqual(stored);
    expect(asked.map(({ before }) => before)).toEqual([undefined, stored[1]!.at, stored[3]!.at]);
  });

  it('goes on from the earliest time of a page, in whatever order the page is', () => {
    const [latest, middle, earliest] = stored as [Archived, Archived, Archived];
    const turn = byTime((item: Archived) => item.at)({}).turn([earliest, latest, middle], { limit: 3 });
    expect(turn.next).toEqual({ limit: 3, before: earliest.at });
  });

  it('begins at the time that was given, in any notation', async () => {
    const { asked, list } = timeRoute(stored);
    await collect(list({ before: '2026-11-20T10:00:00Z' }));
    expect(asked[0]).toEqual({ before: '2026-11-20T10:00:00Z', limit: 100 });
  });

  it('ends on a page that repeats the last one, and on an empty page that says there is more', async () => {
    const { asked, list } = timeRoute(stored);
    expect(await collect(list({}, true))).toEqual(stored.slice(0, 2));
    expect(asked).toHaveLength(2);
    expect(await collect(timeRoute(stored, 0).list())).toEqual([]);
  });
});
