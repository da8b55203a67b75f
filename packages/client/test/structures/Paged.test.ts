import type { Listing } from '@aplomb/rest';
import { describe, expect, it } from '@jest/globals';
import { Paged } from '../../src/structures/Paged.js';

interface Page {
  readonly items: readonly number[];
}

/** A list of three pages, of which an awaited one is the first. It notes what was fetched. */
function threePages(fetched: string[]): Listing<number, Page> {
  const page = (): Promise<Page> => {
    fetched.push('page');
    return Promise.resolve({ items: [1, 2] });
  };
  return {
    then: (...args: Parameters<Promise<Page>['then']>) => page().then(...args),
    *[Symbol.asyncIterator]() {
      for (const item of [1, 2, 3]) {
        fetched.push(String(item));
        yield item;
      }
    },
  } as unknown as Listing<number, Page>;
}

const paged = (fetched: string[] = [], listing = threePages(fetched)): Paged<string> =>
  Paged.of(listing, { itemsOf: ({ items }) => items, make: (item) => `#${String(item)}` });

describe('a list of views', () => {
  it('is one page when it is awaited', async () => {
    expect(await paged()).toEqual(['#1', '#2']);
  });

  it('is everything when it is iterated, and nothing more is fetched when that is left', async () => {
    const fetched: string[] = [];
    const found: string[] = [];
    for await (const item of paged(fetched)) {
      found.push(item);
      if (item === '#2') break;
    }
    expect([found, fetched]).toEqual([
      ['#1', '#2'],
      ['1', '2'],
    ]);
  });

  it('fetches nothing before either', () => {
    const fetched: string[] = [];
    paged(fetched);
    expect(fetched).toEqual([]);
  });

  it('rejects as the call does', async () => {
    const refused = {
      then: (_: unknown, reject: (cause: unknown) => void) => {
        reject(new RangeError('no'));
      },
    } as unknown as Listing<number, Page>;
    await expect(paged([], refused)).rejects.toThrow('no');
  });
});
