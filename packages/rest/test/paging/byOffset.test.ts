import { describe, expect, it } from '@jest/globals';
import { Listing } from '../../src/Listing.js';
import { byOffset } from '../../src/paging/byOffset.js';
import type { PageQuery } from '../../src/paging/Paging.js';
import { collect } from './idRoute.js';

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
