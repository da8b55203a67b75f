import type { Listing } from '@aplomb/rest';

/** How a page and its items become views. */
export interface PagedPlan<Raw, Page, Item> {
  /** The items of a page that was awaited. */
  readonly itemsOf: (page: Page) => readonly Raw[];
  readonly make: (raw: Raw) => Item;
}

/**
 * A list that Discord gives page by page, as views. Nothing is sent before it is awaited or iterated.
 *
 * Awaited, it is one page, whose size is `limit`. Iterated, it is every item, in pages as large as Discord allows, each fetched when the one before it is
 * used up; `limit` is then how many items there may be in all. Leaving the loop fetches nothing more.
 *
 * @example
 * ```ts
 * import type { Client } from 'aplomb';
 *
 * export async function countLinks(client: Client, channelId: string): Promise<number> {
 *   let links = 0;
 *   for await (const message of client.channel(channelId).fetchMessages({ limit: 500 })) {
 *     if (message.content.includes('https://')) links += 1;
 *   }
 *   return links;
 * }
 * ```
 */
export class Paged<Item> implements PromiseLike<readonly Item[]>, AsyncIterable<Item> {
  private readonly items: () => AsyncIterable<Item>;
  private readonly page: () => Promise<readonly Item[]>;

  private constructor(page: () => Promise<readonly Item[]>, items: () => AsyncIterable<Item>) {
    this.items = items;
    this.page = page;
  }

  /** A list of REST's, with views instead of payloads. */
  static of<Raw, Page, Item>(listing: Listing<Raw, Page>, { itemsOf, make }: PagedPlan<Raw, Page, Item>): Paged<Item> {
    return new Paged(
      async () => itemsOf(await listing).map((raw) => make(raw)),
      async function* () {
        for await (const raw of listing) yield make(raw);
      },
    );
  }

  /** Fetches the page. */
  then<Kept = readonly Item[], Caught = never>(
    onPage?: ((page: readonly Item[]) => Kept | PromiseLike<Kept>) | null,
    onError?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Kept | Caught> {
    return this.page().then(onPage, onError);
  }

  /** Goes through all items, page after page. */
  [Symbol.asyncIterator](): AsyncIterator<Item> {
    return this.items()[Symbol.asyncIterator]();
  }
}
