import type { Paging } from './Paging.js';

/**
 * Pages by time, newest first: `before` the earliest timestamp of the last page.
 *
 * The timestamp goes back as Discord wrote it. It has microseconds, which a `Date` would cut off, and the items of that millisecond would be lost.
 */
export function byTime<Item>(timeOf: (item: Item) => string): Paging<Item> {
  return (query) => {
    let reached: string | undefined;
    return {
      first: query,
      turn: (items, asked) => {
        const earliest = items.map(timeOf).reduce<string | undefined>((least, time) => (isEarlier(time, least) ? time : least), undefined);
        if (earliest === undefined || !isEarlier(earliest, reached)) return { items: [], next: undefined };
        reached = earliest;
        return { items, next: { ...asked, before: reached } };
      },
    };
  };
}

function isEarlier(time: string, than: string | undefined): boolean {
  if (than === undefined) return true;
  const difference = Date.parse(time) - Date.parse(than);
  return difference < 0 || (difference === 0 && time < than);
}
