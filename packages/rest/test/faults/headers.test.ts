import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endings, TrueBucket, VirtualApi, type VirtualAnswer } from './VirtualApi.js';

const NAMES = ['limit', 'remaining', 'reset-after', 'reset', 'bucket'].map((name) => `x-ratelimit-${name}`);
const WORDS = [
  '-1',
  '0',
  '1',
  '5',
  '1e400',
  '1e3',
  'abc',
  'NaN',
  'Infinity',
  '',
  ' ',
  '1, 2',
  '99999999999999999999',
  '-0',
  '0x10',
  '__proto__',
  '0.001',
];

/** Any of the headers, with anything in them. */
const nonsense = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 12 })));

describe('a Rest whose limit headers are nonsense', () => {
  it('R-10 settles every call, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(nonsense, { minLength: 1, maxLength: 12 }),
        fc.array(fc.boolean(), { maxLength: 6 }),
        async (sets, limits) => {
          await using api = new VirtualApi((_, index): VirtualAnswer => {
            const headers = sets[index % sets.length] ?? {};
            return limits[index] === true ? { status: 429, body: {}, headers } : { status: 200, body: { id: '1' }, headers };
          });
          const calls = Array.from({ length: 12 }, (_, n) => api.rest.channels.typing(String((n % 2) + 1), { maxWaitMs: 120_000 }));
          const ended = endings(calls);
          await api.wind(130_000);
          expect(await ended).toHaveLength(12);
          expect(api.rest.pendingCalls).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('R-10 goes on at once after headers that were wrong once', async () => {
    const wrong = {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '-1',
      'x-ratelimit-reset-after': '1e400',
      'x-ratelimit-bucket': 'abc',
    };
    await using api = new VirtualApi(() => ({ status: 200, body: { id: '1' }, headers: wrong }));
    const ended = endings(Array.from({ length: 3 }, () => api.rest.channels.typing('1102')));
    await api.wind(1_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
  });

  it('R-12 without any: goes on one by one, in order, and never stops', async () => {
    let underWay = 0;
    let most = 0;
    await using api = new VirtualApi(() => {
      underWay += 1;
      most = Math.max(most, underWay);
      return { status: 200, body: { id: '1' } };
    });
    api.rest.on('response', () => (underWay -= 1));
    const ended = endings(Array.from({ length: 20 }, (_, n) => api.rest.channels.createMessage('1102', { content: String(n) })));
    await api.wind(1_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
    expect([most, api.requests.map(({ body }) => Number(body['content']))]).toEqual([1, Array.from({ length: 20 }, (_, n) => n)]);
  });
});

describe('a Rest whose buckets change', () => {
  /** A server that knows the truth: reads and writes have a bucket each, and what it calls them changes. */
  function serverOf(nameAt: (index: number) => string) {
    const reading = new TrueBucket(3, 1_000);
    const writing = new TrueBucket(3, 1_000);
    const script = ({ atMs, method }: { readonly atMs: number; readonly method: string }, index: number): VirtualAnswer =>
      method === 'GET' ? reading.take(atMs, `r${nameAt(index)}`) : writing.take(atMs, `w${nameAt(index)}`);
    return { refused: () => reading.refused + writing.refused, script };
  }

  it('R-11 in name only: meets no 429, and loses no place, however often', async () => {
    const server = serverOf((index) => String(Math.floor(index / 5) % 3));
    await using api = new VirtualApi(server.script);
    const calls = Array.from({ length: 60 }, (_, n) =>
      n % 2 === 0
        ? api.rest.channels.get('1102', { maxWaitMs: 1e6 })
        : api.rest.channels.edit('1102', { name: String(n) }, { maxWaitMs: 1e6 }),
    );
    const ended = endings(calls);
    await api.wind(60_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
    expect([server.refused(), api.requests.length]).toEqual([0, 60]);
    const edits = api.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => Number(body['name']));
    expect(edits).toEqual([...edits].sort((one, other) => one - other));
  });

  it('R-11 of two routes into one: shares it as soon as both have been heard of', async () => {
    const shared = new TrueBucket(5, 1_000);
    await using api = new VirtualApi(({ atMs }) => shared.take(atMs, 'one'));
    const calls = Array.from({ length: 40 }, (_, n) =>
      n % 2 === 0
        ? api.rest.channels.typing('1102', { maxWaitMs: 1e6 })
        : api.rest.channels.edit('1102', { name: String(n) }, { maxWaitMs: 1e6 }),
    );
    const ended = endings(calls);
    await api.wind(60_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
    expect([shared.refused, api.requests.length]).toEqual([0, 40]);
  });
});
