import type { Form } from '../../world/forms/Form.js';
import { isNewer } from '../../world/MessageLog.js';

/** Which part of a list by ascending ids is wanted. */
export interface IdPage {
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

/** Reads `before`, `after` and `limit` of a query. */
export function readIdPage(query: Form, { max, normally = max }: { readonly max: number; readonly normally?: number }): IdPage {
  return {
    after: query.snowflake('after'),
    before: query.snowflake('before'),
    limit: query.integer('limit', { min: 1, max }) ?? normally,
  };
}

/** The page, still by ascending ids. `before` wins over `after`, and then the page is the one right before it. */
export function pageOf<Item>(items: Iterable<Item>, idOf: (item: Item) => string, { after, before, limit }: IdPage): readonly Item[] {
  const sorted = [...items].sort((a, b) => (isNewer(idOf(a), idOf(b)) ? 1 : -1));
  if (before !== undefined) return sorted.filter((item) => isNewer(before, idOf(item))).slice(-limit);
  return sorted.filter((item) => after === undefined || isNewer(idOf(item), after)).slice(0, limit);
}
