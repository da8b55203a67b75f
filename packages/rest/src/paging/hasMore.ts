import type { PageQuery } from './Paging.js';

/** Whether a page says that it is not the last: by `has_more`, by `total_results`, and where it has neither by being full. */
export function hasMore(page: unknown, itemCount: number, asked: PageQuery): boolean {
  const limit = Number(asked['limit']);
  if (typeof page === 'object' && page !== null) {
    if ('has_more' in page && typeof page.has_more === 'boolean') return page.has_more;
    if ('total_results' in page && typeof page.total_results === 'number') {
      return Number(asked['offset'] ?? 0) + limit < page.total_results;
    }
  }
  return itemCount >= limit;
}
