import { compareIds } from './compareIds.js';
import type { PageQuery, Paging } from './Paging.js';

/** Which way a list goes when the query names neither `before` nor `after`: `'up'` is from the smallest id on. */
export type IdOrder = 'down' | 'up';

interface Course {
  readonly order: IdOrder;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/**
 * Pages by snowflakes: `after` the largest id of the last page when the list goes up, `before` the smallest when it goes down.
 *
 * Discord's order within a page is not always the order of the pages (messages come newest first, bans oldest first, whichever cursor is given), so
 * the ids say what is next, and items are sorted by them. With both cursors the walk goes up from `after` to `before`: Discord takes one of the two only.
 * A query with `around` is one page.
 */
export function byId<Item>(idOf: (item: Item) => string, order: IdOrder = 'up'): Paging<Item> {
  return (query) => {
    const { after: _after, before: _before, ...rest } = query;
    const course = courseOf(query, order);
    const sign = course.order === 'up' ? 1 : -1;
    const isBeyond = (id: string, border: string | undefined): boolean => border === undefined || sign * compareIds(id, border) > 0;
    let reached = course.from;
    return {
      first: { ...rest, ...cursor(course.order, reached) },
      turn: (items) => {
        const fresh = items.filter((item) => isBeyond(idOf(item), reached)).sort((a, b) => sign * compareIds(idOf(a), idOf(b)));
        const last = fresh.at(-1);
        if (last === undefined) return { items: [], next: undefined };
        reached = idOf(last);
        const { until } = course;
        const within = until === undefined ? fresh : fresh.filter((item) => sign * compareIds(idOf(item), until) < 0);
        const isOver = within.length < fresh.length || query['around'] !== undefined;
        return { items: within, next: isOver ? undefined : { ...rest, ...cursor(course.order, reached) } };
      },
    };
  };
}

function courseOf({ after, before, around }: PageQuery, order: IdOrder): Course {
  const from = text(after);
  if (from !== undefined) return { order: 'up', from, until: text(before) };
  if (before !== undefined) return { order: 'down', from: text(before), until: undefined };
  // Which end a list begins at without a cursor is documented for some routes only; `0` is the beginning for all of them.
  return { order, from: order === 'up' && around === undefined ? '0' : undefined, until: undefined };
}

function cursor(order: IdOrder, id: string | undefined): PageQuery {
  return order === 'up' ? { after: id } : { before: id };
}

function text(value: PageQuery[string]): string | undefined {
  return value === undefined ? undefined : String(value);
}
