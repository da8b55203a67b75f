import type { QueryValue } from '../RestRequest.js';

/** The query of one page. */
export type PageQuery = Readonly<Record<string, QueryValue>>;

/** What a page led to: its items that are new, in order, and the query of the page after it as far as the items tell. */
export interface PageTurn<Item> {
  readonly items: readonly Item[];
  /** `undefined` when the items lead no further: a page that does not get on ends the list instead of being asked for again. */
  readonly next: PageQuery | undefined;
}

/** One walk through the pages of a list. */
export interface PageTurner<Item> {
  /** The query of the first page, without its size. */
  readonly first: PageQuery;
  /** Told the items of a page and what it was asked with (`limit` included). */
  turn(items: readonly Item[], asked: PageQuery): PageTurn<Item>;
}

/** How a route pages: begins a walk at what the caller asked for. Pure. */
export type Paging<Item> = (query: PageQuery) => PageTurner<Item>;
