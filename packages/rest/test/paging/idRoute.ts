import { Listing, type ListingPlan } from '../../src/Listing.js';
import { byId } from '../../src/paging/byId.js';
import { compareIds } from '../../src/paging/compareIds.js';
import type { PageQuery } from '../../src/paging/Paging.js';

export interface Item {
  readonly id: string;
}

type IdPlan = Partial<ListingPlan<Item, readonly Item[]>>;

export const ids = (from: number, to: number): Item[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: String(from + index) }));

/** Goes through a list to its end. */
export async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of list) all.push(item);
  return all;
}

/** A route that pages `stored` by ids as Discord does: `after` the next ones, `before` the last ones, each page shuffled by `arrange`. */
export function idRoute(stored: readonly Item[], defaultOrder: 'down' | 'up' = 'up', arrange = (page: Item[]) => page) {
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
