import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byId } from '../../src/paging/byId.js';
import { collect, idRoute, ids, type Item } from './idRoute.js';

describe('a list by ids', () => {
  it('goes down from `before`, and from the newest where the route does so by itself', async () => {
    expect(await collect(idRoute(ids(1, 25)).list({ before: '24' }))).toEqual(ids(1, 23).reverse());
    const newestFirst = idRoute(ids(1, 25), 'down', (page) => page.reverse());
    expect(await collect(newestFirst.list())).toEqual(ids(1, 25).reverse());
    expect(newestFirst.asked[0]).toEqual({ limit: 10 });
  });

  it('goes up where nothing else is said, from the very beginning', () => {
    expect(byId((item: Item) => item.id)({}).first).toEqual({ after: '0' });
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
