import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { endings, mostWithin, VirtualApi, type VirtualAnswer } from './VirtualApi.js';

const OK: VirtualAnswer = { status: 200, body: { id: '1' } };
const codesOf = (ended: readonly unknown[]): readonly unknown[] => ended.map((end) => (end as { readonly code?: string }).code);

describe('a Rest whose calls Discord refuses', () => {
  it('R-20 with 401: sends one request of 40, and none of the next 20', async () => {
    await using api = new VirtualApi(() => ({ status: 401, body: { code: 0, message: '401: Unauthorized' } }));
    const told: unknown[] = [];
    api.rest.on('tokenRejected', (error) => told.push(error.code));
    const ended = endings(Array.from({ length: 40 }, (_, n) => api.rest.channels.get(String(n + 1))));
    await api.wind(10_000);
    const later = endings(Array.from({ length: 20 }, () => api.rest.users.me()));
    await api.wind(10_000);
    expect(new Set([...codesOf(await ended), ...codesOf(await later)])).toEqual(new Set(['TOKEN_REJECTED']));
    expect([api.requests.length, told]).toEqual([1, ['TOKEN_REJECTED']]);
  });

  it('R-20 with 401 for a webhook’s token: leaves the bot’s alone', async () => {
    const refuse: VirtualAnswer = { status: 401, body: { code: 50_027, message: 'Invalid Webhook Token' } };
    await using api = new VirtualApi(({ path }) => (path.startsWith('/webhooks') ? refuse : OK));
    const bad = endings(Array.from({ length: 20 }, () => api.rest.webhooks.execute('1106', 'tok', { content: 'x' })));
    await api.wind(1_000);
    expect(new Set(codesOf(await bad))).toEqual(new Set(['DISCORD_REFUSED']));
    expect(api.requests).toHaveLength(1);
    await expect(Promise.all([api.rest.users.me(), api.wind(100)])).resolves.toEqual([{ id: '1' }, undefined]);
  });

  it('R-21 because a webhook is gone: sends one request of 20', async () => {
    await using api = new VirtualApi(() => ({ status: 404, body: { code: 10_015, message: 'Unknown Webhook' } }));
    const ended = endings(Array.from({ length: 20 }, () => api.rest.webhooks.execute('1106', 'tok', { content: 'x' })));
    await api.wind(10_000);
    expect((await ended).every((end) => (end as { readonly discordCode?: number }).discordCode === 10_015)).toBe(true);
    expect(api.requests).toHaveLength(1);
  });

  it.each([50_001, 50_013])('R-21 with 403 and %i: sends two requests a minute, of one each second', async (code) => {
    await using api = new VirtualApi(() => ({ status: 403, body: { code, message: 'Missing' } }));
    const ended: Promise<readonly unknown[]>[] = [];
    for (let second = 0; second < 300; second += 1) {
      ended.push(endings([api.rest.channels.typing('1102')]));
      await api.wind(1_000);
    }
    expect(new Set((await Promise.all(ended)).flatMap(codesOf))).toEqual(new Set(['DISCORD_REFUSED']));
    expect(mostWithin(60_000, api.arrivals)).toBe(2);
    // It is asked for again and again: somebody may have given the permission.
    expect(api.requests.length).toBeGreaterThanOrEqual(8);
  });

  it('R-22 all of them, at 1,000 a second: sends no more than 5,000 in any ten minutes', async () => {
    await using api = new VirtualApi(() => ({ status: 403, body: { code: 0, message: 'Forbidden' } }), {
      globalRequestsPerSecond: 0,
      maxInFlight: 1_000,
      maxWaitMs: 0,
    });
    const bands: string[] = [];
    api.rest.on('invalidRequests', ({ band }) => bands.push(band));
    const perStep = 100;
    const ended: Promise<unknown>[] = [];
    let channel = 0;
    const load = async (steps: number, stepMs: number): Promise<void> => {
      for (let step = 0; step < steps; step += 1) {
        for (let n = 0; n < perStep; n += 1) ended.push(endings([api.rest.channels.get(String((channel = (channel % 5_000) + 1)))]));
        await api.wind(stepMs);
      }
    };
    await load(150, 100); // fifteen seconds at 1,000 a second
    await load(900, 1_000); // fifteen minutes at 100 a second: more than are let go either way
    await Promise.all(ended);
    expect(bands.slice(0, 2)).toEqual(['warned', 'slowed']);
    expect(mostWithin(600_000, api.arrivals)).toBeLessThanOrEqual(5_000);
    expect(mostWithin(600_000, api.arrivals)).toBeGreaterThan(2_500);
  }, 60_000);
});

describe('a Rest whose calls are aborted', () => {
  it('R-24 100,000 times by one signal, in line and on the wire: leaves no listener, and the bucket free', async () => {
    let isSilent = true;
    await using api = new VirtualApi(() => (isSilent ? 'never' : OK), { maxWaitingCalls: 200_000 });
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 100_000 }, (_, n) => api.rest.channels.typing(String((n % 3) + 1), { signal }));
    const ended = Promise.allSettled(calls);
    await api.wind(600);
    expect(getEventListeners(signal, 'abort').length).toBeGreaterThan(0);
    controller.abort('enough');
    expect((await ended).every((end) => end.status === 'rejected' && end.reason === 'enough')).toBe(true);
    expect([getEventListeners(signal, 'abort').length, api.rest.pendingCalls]).toEqual([0, 0]);
    const sent = api.requests.length;
    isSilent = false;
    const next = endings([1, 2, 3].map((n) => api.rest.channels.typing(String(n))));
    await api.wind(100);
    // Nothing was sent for those that were about to hear of it, and the next calls go at once.
    expect([sent, api.requests.length, api.rest.pendingCalls]).toEqual([3, 6, 0]);
    expect((await next).filter((end) => end instanceof Error)).toEqual([]);
  }, 60_000);

  it('R-24 before the line, in the line, on the wire and in the body: rejects with the reason at once', async () => {
    await using api = new VirtualApi((_, index) => (index === 0 ? { ...(OK as object), status: 200, drips: true } : OK));
    const abort = AbortSignal.abort('before');
    const controller = new AbortController();
    const { signal } = controller;
    const ended = endings([
      api.rest.channels.typing('1', { signal: abort }),
      api.rest.channels.typing('1', { signal }), // in the body
      api.rest.channels.typing('1', { signal }), // in the line
    ]);
    await api.wind(1_500);
    controller.abort('after');
    expect(await ended).toEqual(['before', 'after', 'after']);
    expect([api.requests.length, api.rest.pendingCalls]).toEqual([1, 0]);
  });
});
