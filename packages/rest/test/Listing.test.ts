import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { collect, idRoute, ids } from './paging/idRoute.js';

describe('a list that nobody has asked for', () => {
  it('sends nothing', async () => {
    const { asked, list } = idRoute(ids(1, 3));
    list();
    await Promise.resolve();
    expect(asked).toEqual([]);
  });
});

describe('an awaited list', () => {
  it('is one page, with the query as it was given', async () => {
    const { asked, list } = idRoute(ids(1, 30));
    expect(await list({ limit: 5, after: '3' })).toEqual(ids(4, 8));
    expect(asked).toEqual([{ limit: 5, after: '3' }]);
  });

  it('is fetched once, however often it is awaited', async () => {
    const { asked, list } = idRoute(ids(1, 3));
    const page = list({ limit: 2 });
    expect(await Promise.all([page, page.then((items) => items.length), page.finally(() => undefined)])).toEqual([ids(1, 2), 2, ids(1, 2)]);
    expect(asked).toHaveLength(1);
  });

  it('rejects as its call does', async () => {
    const failure = new OptionsError('INVALID_OPTION', { what: 'no id', cure: 'give one' });
    const list = idRoute([]).list({}, { fetchPage: () => Promise.reject(failure) });
    await expect(list).rejects.toBe(failure);
    await expect(list.catch((error: unknown) => error)).resolves.toBe(failure);
  });
});

describe('an iterated list', () => {
  it('gives every item, in the largest pages', async () => {
    const { asked, list } = idRoute(ids(1, 25));
    expect(await collect(list())).toEqual(ids(1, 25));
    expect(asked).toEqual([
      { after: '0', limit: 10 },
      { after: '10', limit: 10 },
      { after: '20', limit: 10 },
    ]);
  });

  it('takes `limit` as the number of all items', async () => {
    const { asked, list } = idRoute(ids(1, 50));
    expect(await collect(list({ limit: 13 }))).toEqual(ids(1, 13));
    expect(asked.map(({ limit }) => limit)).toEqual([10, 3]);
  });

  it('asks for no smaller page than the route allows', async () => {
    const { asked, list } = idRoute(ids(1, 50));
    expect(await collect(list({ limit: 11 }, { minPageItems: 2 }))).toEqual(ids(1, 11));
    expect(asked.map(({ limit }) => limit)).toEqual([10, 2]);
  });

  it('sends nothing for a limit of 0', async () => {
    const { asked, list } = idRoute(ids(1, 5));
    expect(await collect(list({ limit: 0 }))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([-1, 1.5, NaN, '5', -Infinity])('refuses a limit of %p', async (limit) => {
    const { asked, list } = idRoute(ids(1, 5));
    await expect(collect(list({ limit }))).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(asked).toEqual([]);
  });

  it('fetches no further page before the one in hand is used up, and none after a break', async () => {
    const { asked, list } = idRoute(ids(1, 50));
    for await (const { id } of list()) if (id === '10') break;
    expect(asked).toHaveLength(1);
  });

  it('starts anew with every loop', async () => {
    const { asked, list } = idRoute(ids(1, 3));
    const all = list();
    expect(await collect(all)).toEqual(await collect(all));
    expect(asked).toHaveLength(2);
  });

  it('throws where a page fails, after the items that came before', async () => {
    const { list } = idRoute(ids(1, 50));
    const seen: string[] = [];
    const failing = list({}, { fetchPage: async ({ after }) => (after === '0' ? ids(1, 10) : Promise.reject(new TypeError('broken'))) });
    const loop = async () => {
      for await (const { id } of failing) seen.push(id);
    };
    await expect(loop()).rejects.toThrow('broken');
    expect(seen).toHaveLength(10);
  });
});
