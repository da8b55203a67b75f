import type { Paging } from './Paging.js';

/**
 * Pages by `offset`, which Discord lets grow to `maxOffset`; what comes later cannot be reached.
 *
 * A page is as long as was asked for even when fewer items came: searches leave out what they cannot load at the moment.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#search-guild-messages | Search guild messages}
 */
export function byOffset<Item>(maxOffset: number): Paging<Item> {
  return (query) => ({
    first: query,
    turn: (items, asked) => {
      const offset = Number(asked['offset'] ?? 0) + Number(asked['limit']);
      return { items, next: items.length > 0 && offset <= maxOffset ? { ...asked, offset } : undefined };
    },
  });
}
