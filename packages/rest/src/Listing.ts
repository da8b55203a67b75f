import { OptionsError } from '@aplomb/base';
import { hasMore } from './paging/hasMore.js';
import type { PageQuery, Paging } from './paging/Paging.js';

/** What a list is made of: how a page is fetched, what it holds, and how the next one is found. */
export interface ListingPlan<Item, Page> {
  /** Fetches one page. Whatever is wrong with the ids is thrown here, so that it rejects as everything else does. */
  readonly fetchPage: (query: PageQuery) => Promise<Page>;
  /** The items of a page. */
  readonly items: (page: Page) => readonly Item[];
  /** The largest `limit` that the route allows. */
  readonly maxPageItems: number;
  /**
   * The smallest `limit` that the route allows.
   *
   * @defaultValue `1`
   */
  readonly minPageItems?: number;
  readonly paging: Paging<Item>;
  /** What the caller asked for; `limit` in it is the size of an awaited page, and the number of all items of an iteration. */
  readonly query: PageQuery;
}

/**
 * A list that Discord gives page by page. Nothing is sent before it is awaited or iterated.
 *
 * Awaited, it is one page, exactly as Discord sends it; `limit` is the page's size. Iterated, it is every item, in pages as large as Discord allows,
 * each fetched when the one before it is used up; `limit` is then how many items there may be in all. Leaving the loop fetches nothing more, and each
 * loop starts anew. A failing call rejects the promise, or is thrown by the loop at the item where it happened.
 *
 * @example
 * ```ts
 * import { Rest } from '@aplomb/rest';
 *
 * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
 * const [latest] = await rest.channels.messages('1102', { limit: 1 });
 * console.log(latest?.content);
 * for await (const message of rest.channels.messages('1102', { limit: 500 })) console.log(message.content);
 * ```
 */
export class Listing<Item, Page> implements Promise<Page>, AsyncIterable<Item> {
  readonly [Symbol.toStringTag] = 'Listing';
  private readonly plan: ListingPlan<Item, Page>;
  private page: Promise<Page> | undefined;

  /** @internal Lists are made by the endpoints. */
  constructor(plan: ListingPlan<Item, Page>) {
    this.plan = plan;
  }

  /** Fetches the page, the first time; the same page is given ever after. */
  then<Kept = Page, Caught = never>(
    onPage?: ((page: Page) => Kept | PromiseLike<Kept>) | null,
    onError?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Kept | Caught> {
    return this.fetchOnce().then(onPage, onError);
  }

  catch<Caught = never>(onError?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null): Promise<Page | Caught> {
    return this.fetchOnce().catch(onError);
  }

  finally(onSettled?: (() => void) | null): Promise<Page> {
    return this.fetchOnce().finally(onSettled);
  }

  /** Goes through all items, page after page. Throws {@link OptionsError} `INVALID_OPTION` for a `limit` that is no number of items. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    const { fetchPage, items, maxPageItems, minPageItems = 1, paging, query } = this.plan;
    const turner = paging(query);
    let left = itemLimit(query['limit']);
    let next: PageQuery | undefined = turner.first;
    while (next !== undefined && left > 0) {
      const asked: PageQuery = { ...next, limit: Math.max(minPageItems, Math.min(maxPageItems, left)) };
      const page = await fetchPage(asked);
      const found = items(page);
      const turn = turner.turn(found, asked);
      yield* turn.items.slice(0, left);
      left -= turn.items.length;
      next = hasMore(page, found.length, asked) ? turn.next : undefined;
    }
  }

  private fetchOnce(): Promise<Page> {
    this.page ??= this.plan.fetchPage(this.plan.query);
    return this.page;
  }
}

function itemLimit(limit: PageQuery[string]): number {
  if (limit === undefined) return Infinity;
  if (typeof limit === 'number' && limit >= 0 && (Number.isInteger(limit) || limit === Infinity)) return limit;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`limit\` of a list is \`${String(limit)}\`.`,
    cure: 'Give the number of items that you want, or leave it out for all of them.',
  });
}
