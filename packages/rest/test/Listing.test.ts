import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Listing, type ListingPlan } from '../src/Listing.js';
import { byId } from '../src/paging/byId.js';
import { byOffset } from '../src/paging/byOffset.js';
import { byTime } from '../src/paging/byTime.js';
import { compareIds } from '../src/paging/compareIds.js';
import type { PageQuery } from '../src/paging/Paging.js';

interface Item {
  readonly id: string;
}

type IdPlan = Partial<ListingPlan<Item, readonly Item[]>>;

const ids = (from: number, to: number): Item[] => Array.from({ length: to - from + 1 }, (_, index) => ({ id: String(from + index) }));

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of list) all.push(item);
  return all;
}

/** A route that pages `stored` by ids as Discord does: `after` the next ones, `before` the last ones, each page shuffled by `arrange`. */
function idRoute(stored: readonly Item[], defaultOrder: 'down' | 'up' = 'up', arrange = (page: Item[]) => page) {
  const asked: PageQuery[] = [];
  const sorted = [...stored].sort((a, b) => compareIds(a.id, b.id));
  const fetchPage = async (query: PageQuery): Promise<readonly Item[]> => {
    asked.push(query);
    const { after, before, limit } = query as { after?: string; before?: string; limit: number };
    const isUp = after === undefined ? before === undefined && defaultOrder === 'up' : true;
    const inside = sorted.filter(({ id }) =>
      isUp ? compareIds(id, after ?? '0') > 0 : before === undefined || compareIds(id, before) < 0,
    );
    return arrange(isUp ? inside.slice(0, limit) : inside.slice(-limit));
  };
  const list = (query: PageQuery = {}, plan: IdPlan = {}): Listing<Item, readonly Item[]> =>
    new Listing({
      fetchPage,
      items: (page) => page,
      maxPageItems: 10,
      paging: byId((item: Item) => item.id, defaultOrder),
      query,
      ...plan,
    });
  return { asked, list };
}

describe('a list that nobody has asked for', () => {
  it('sends nothing', async () => {
    const { asked, list } = idRoute(ids(1, 3));
    list();
    await Promise.resolve();
    expect(asked).toEqual([]);
  });
});

describe('an awaited list', () => {
  it('is one page, with the query as it was given', async () => {
    const { asked, list } = idRoute(ids(1, 30));
    expect(await list({ limit: 5, after: '3' })).toEqual(ids(4, 8));
    expect(asked).toEqual([{ limit: 5, after: '3' }]);
  });

  it('is fetched once, however often it is awaited', async () => {
    const { asked, list } = idRoute(ids(1, 3));
    const page = list({ limit: 2 });
    expect(await Promise.all([page, page.then((items) => items.length), page.finally(() => undefined)])).toEqual([ids(1, 2), 2, ids(1, 2)]);
    expect(asked).toHaveLength(1);
  });

  it('rejects as its call does', async () => {
    const failure = new OptionsError('INVALID_OPTION', { what: 'no id', cure: 'give one' });
    const list = idRoute([]).list({}, { fetchPage: () => Promise.reject(failure) });
    await expect(list).rejects.toBe(failure);
    await expect(list.catch((error: unknown) => error)).resolves.toBe(failure);
  });
});

describe('an iterated list', () => {
  it('gives every item, in the largest pages', async () => {
    const { asked, list } = idRoute(ids(1, 25));
    expect(await collect(list())).toEqual(ids(1, 25));
    expect(asked).toEqual([
      { after: '0', limit: 10 },
      { after: '10', limit: 10 },
      { after: '20', limit: 10 },
    ]);
  });

  it('takes `limit` as the number of all items', async () => {
    const { asked, list } = idRoute(ids(1, 50));
    expect(await collect(list({ limit: 13 }))).toEqual(ids(1, 13));
    expect(asked.map(({ limit }) => limit)).toEqual([10, 3]);
  });

  it('asks for no smaller page than the route allows', async () => {
    const { asked, list } = idRoute(ids(1, 50));
    expect(await collect(list({ limit: 11 }, { minPageItems: 2 }))).toEqual(ids(1, 11));
    expect(asked.map(({ limit }) => limit)).toEqual([10, 2]);
  });

  it('sends nothing for a limit of 0', async () => {
    const { asked, list } = idRoute(ids(1, 5));
    expect(await collect(list({ limit: 0 }))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([-1, 1.5, NaN, '5', -Infinity])('refuses a limit of %p', async (limit) => {
    const { asked, list } = idRoute(ids(1, 5));
    await expect(collect(list({ limit }))).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(asked).toEqual([]);
  });

  it('fetches no further page before the one in hand is used up, and none after a break', async () => {
    const { asked, list } = idRoute(ids(1, 50));
    for await (const { id } of list()) if (id === '10') break;
    expect(asked).toHaveLength(1);
  });

  it('starts anew with every loop', async () => {
    const { asked, list } = idRoute(ids(1, 3));
    const all = list();
    expect(await collect(all)).toEqual(await collect(all));
    expect(asked).toHaveLength(2);
  });

  it('throws where a page fails, after the items that came before', async () => {
    const { list } = idRoute(ids(1, 50));
    const seen: string[] = [];
    const failing = list({}, { fetchPage: async ({ after }) => (after === '0' ? ids(1, 10) : Promise.reject(new TypeError('broken'))) });
    const loop = async () => {
      for await (const { id } of failing) seen.push(id);
    };
    await expect(loop()).rejects.toThrow('broken');
    expect(seen).toHaveLength(10);
  });
});

describe('a list by ids', () => {
  it('goes down from `before`, and from the newest where the route does so by itself', async () => {
    expect(await collect(idRoute(ids(1, 25)).list({ before: '24' }))).toEqual(ids(1, 23).reverse());
    const newestFirst = idRoute(ids(1, 25), 'down', (page) => page.reverse());
    expect(await collect(newestFirst.list())).toEqual(ids(1, 25).reverse());
    expect(newestFirst.asked[0]).toEqual({ limit: 10 });
  });

  it('goes up from `after` even where pages come newest first', async () => {
    const messages = idRoute(ids(1, 25), 'down', (page) => page.reverse());
    expect(await collect(messages.list({ after: '2' }))).toEqual(ids(3, 25));
  });

  it('goes from `after` to `before` when both are given, and never sends both', async () => {
    const { asked, list } = idRoute(ids(1, 90), 'down');
    expect(await collect(list({ after: '5', before: '42' }))).toEqual(ids(6, 41));
    expect(asked).toHaveLength(4);
    expect(asked.every(({ before }) => before === undefined)).toBe(true);
  });

  it('is one page with `around`', async () => {
    const { asked, list } = idRoute(ids(1, 90), 'down');
    expect(await collect(list({ around: '50' }))).toHaveLength(10);
    expect(asked).toEqual([{ around: '50', limit: 10 }]);
  });

  it('ends on a page that repeats the last one', async () => {
    const { list } = idRoute(ids(1, 10));
    let calls = 0;
    const stuck = list({}, { fetchPage: async () => ((calls += 1), ids(1, 10)) });
    expect(await collect(stuck)).toEqual(ids(1, 10));
    expect(calls).toBe(2);
  });

  it('keeps other parameters on every page', async () => {
    const { asked, list } = idRoute(ids(1, 15));
    await collect(list({ with_counts: true }));
    expect(asked.map((query) => query['with_counts'])).toEqual([true, true]);
  });

  it('gives each item once and in order, whatever the ids, the page size, the limit, the cursors and the order within a page', async () => {
    const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
    const given = fc.record({
      stored: fc.uniqueArray(id, { maxLength: 60 }),
      after: fc.option(id, { nil: undefined }),
      before: fc.option(id, { nil: undefined }),
      limit: fc.option(fc.nat(70), { nil: undefined }),
      maxPageItems: fc.integer({ min: 1, max: 20 }),
      order: fc.constantFrom('down' as const, 'up' as const),
      isReversed: fc.boolean(),
    });
    const property = fc.asyncProperty(given, async ({ stored, after, before, limit, maxPageItems, order, isReversed }) => {
      const route = idRoute(
        stored.map((text) => ({ id: text })),
        order,
        (page) => (isReversed ? page.reverse() : page),
      );
      const found = (await collect(route.list({ after, before, limit }, { maxPageItems }))).map((item) => BigInt(item.id));
      const inside = stored
        .map(BigInt)
        .filter((value) => value > BigInt(after ?? '0') && (before === undefined || value < BigInt(before)))
        .sort((a, b) => (a < b ? -1 : 1));
      const isUp = after !== undefined || (before === undefined && order === 'up');
      expect(found).toEqual((isUp ? inside : inside.reverse()).slice(0, limit));
      expect(route.asked.length).toBeLessThanOrEqual(Math.floor(Math.min(limit ?? Infinity, inside.length) / maxPageItems) + 2);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('ends whatever a server answers', async () => {
    const pages = fc.array(fc.array(fc.nat(40).map(String), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(pages, fc.constantFrom('down' as const, 'up' as const), async (answers, order) => {
      let calls = 0;
      const fetchPage = async (): Promise<Item[]> => answers[calls++ % answers.length]!.map((id) => ({ id }));
      const items = await collect(idRoute([], order).list({}, { fetchPage, maxPageItems: 2, paging: byId((item) => item.id, order) }));
      expect(calls).toBeLessThanOrEqual(42);
      expect(items.length).toBeLessThanOrEqual(82);
    });
    await fc.assert(property);
  });
});

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

/** A search over `total` hits that leaves out every hit for which `isLost`. */
function searchRoute(total: number, isLost: (hit: number) => boolean = () => false) {
  const offsets: unknown[] = [];
  const list = (query: PageQuery = {}) =>
    new Listing({
      fetchPage: async (paged: PageQuery) => {
        offsets.push(paged['offset']);
        const { offset = 0, limit } = paged as { offset?: number; limit: number };
        const hits = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => offset + index);
        return { total_results: total, messages: hits.filter((hit) => !isLost(hit)).map((hit) => [hit]) };
      },
      items: (page) => page.messages.flat(),
      maxPageItems: 25,
      paging: byOffset(9_975),
      query,
    });
  return { list, offsets };
}

describe('a list by offset', () => {
  it('goes on to `total_results`, though pages come shorter than asked for', async () => {
    const { list, offsets } = searchRoute(60, (hit) => hit % 7 === 0);
    expect(await collect(list())).toHaveLength(51);
    expect(offsets).toEqual([undefined, 25, 50]);
  });

  it('begins at the offset that was given', async () => {
    const { list, offsets } = searchRoute(60);
    expect(await collect(list({ offset: 40 }))).toEqual(Array.from({ length: 20 }, (_, index) => 40 + index));
    expect(offsets).toEqual([40]);
  });

  it('ends at the largest offset, and on an empty page', async () => {
    const { list, offsets } = searchRoute(50_000);
    expect(await collect(list())).toHaveLength(10_000);
    expect(offsets.at(-1)).toBe(9_975);
    expect(await collect(searchRoute(50, () => true).list())).toEqual([]);
  });
});
