import { describe, expect, it } from '@jest/globals';
import { endings, mostWithin, VirtualApi, type VirtualAnswer, type VirtualRequest } from './VirtualApi.js';

const OK: VirtualAnswer = { status: 200, body: { id: '1' } };
const isCallback = ({ path }: VirtualRequest): boolean => path.startsWith('/interactions/');

/** So many calls, spread over so many channels. */
function type(api: VirtualApi, calls: number, channels: number, maxWaitMs = 600_000): Promise<readonly unknown[]> {
  return endings(Array.from({ length: calls }, (_, n) => api.rest.channels.typing(String((n % channels) + 1), { maxWaitMs })));
}

const answer = (api: VirtualApi, n = 1): Promise<void> => api.rest.interactions.createResponse(String(n), 'tok', { type: 5 });

/** A global limit that was hit a moment ago, and that lasts. */
function closedFrom(fromMs: number, untilMs: number) {
  const refusedAt: number[] = [];
  const script = (request: VirtualRequest): VirtualAnswer => {
    const { atMs } = request;
    if (isCallback(request) || atMs < fromMs || atMs >= untilMs) return OK;
    refusedAt.push(atMs);
    const retryAfter = (untilMs - atMs) / 1_000;
    const headers = { 'retry-after': String(Math.ceil(retryAfter)), 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
    return { status: 429, body: { retry_after: retryAfter, global: true }, headers };
  };
  return { refusedAt, script };
}

describe('a Rest that meets the global limit', () => {
  it('R-06 sends nothing more until it is over: of 40 calls only those on the wire are refused', async () => {
    const { refusedAt, script } = closedFrom(1_000, 3_000);
    await using api = new VirtualApi(script);
    await Promise.all([type(api, 1, 1), api.wind(1_000)]); // somebody has answered before
    let underWay = 0;
    api.rest.on('rateLimited', () => {
      if (underWay === 0) underWay = api.requests.length - 1;
    });
    const ended = type(api, 40, 20);
    await api.wind(10_000);
    expect((await ended).every((end) => end !== null && typeof end === 'object')).toBe(true);
    // Twenty buckets that nobody knows yet have one call under way each.
    expect(refusedAt.length).toBeLessThanOrEqual(underWay);
    expect(refusedAt.length).toBeLessThanOrEqual(20);
    expect(Math.max(...refusedAt) - Math.min(...refusedAt)).toBeLessThanOrEqual(20);
    expect(api.requests).toHaveLength(1 + 40 + refusedAt.length);
  });

  it('R-06 answers interactions meanwhile', async () => {
    const { script } = closedFrom(0, 30_000);
    await using api = new VirtualApi(script);
    const ended = type(api, 5, 5, 60_000);
    await api.wind(100);
    const answered = answer(api);
    await api.wind(100);
    await answered;
    expect(api.requests.filter(isCallback).map(({ atMs }) => atMs < 200)).toEqual([true]);
    await api.wind(60_000);
    await ended;
  });

  it('R-09 itself never has more than 50 in any second, over an uneven network', async () => {
    await using api = new VirtualApi((_, index) => ({ ...(OK as object), status: 200, afterMs: (index * 37) % 90 }));
    const ended = type(api, 400, 400);
    await api.wind(20_000);
    await ended;
    expect(api.requests).toHaveLength(400);
    expect(mostWithin(1_000, api.arrivals)).toBeLessThanOrEqual(50);
    // And not by idling: eight seconds are needed, and hardly more are taken.
    expect(api.arrivals.at(-1) ?? Infinity).toBeLessThanOrEqual(9_000);
  });

  it.each([
    [50, 250],
    [100, 1_100],
  ])('R-09 is no slower than it must be, although Discord takes %i to %i ms', async (fromMs, toMs) => {
    await using api = new VirtualApi((_, index) => ({
      ...(OK as object),
      status: 200,
      afterMs: fromMs + ((index * 97) % (toMs - fromMs)),
    }));
    const ended = type(api, 1_500, 1_500);
    await api.wind(40_000);
    await ended;
    const { arrivals } = api;
    expect(mostWithin(1_000, arrivals)).toBeLessThanOrEqual(50);
    // The last thousand: the first seconds are slower, since a cold network tells nothing yet.
    expect(1_000 / (((arrivals.at(-1) ?? Infinity) - (arrivals[499] ?? 0)) / 1_000)).toBeGreaterThanOrEqual(0.97 * 50);
  });

  it.each([
    ['is an hour behind', 0, 0.97],
    ['is set an hour back meanwhile', -3_600_000, 0.93],
    ['is set an hour ahead meanwhile', 3_600_000, 0.93],
  ])('R-09 R-13 is no slower than it must be at a server whose clock %s', async (_, jumpMs, share) => {
    await using api = new VirtualApi(({ atMs }, index): VirtualAnswer => {
      const wallMs = api.clock.wallMs() - 3_600_000 + (atMs < 15_000 ? 0 : jumpMs);
      const reset = { 'x-ratelimit-reset': ((wallMs + 5_000) / 1_000).toFixed(3), 'x-ratelimit-reset-after': '5' };
      const headers = { ...reset, 'x-ratelimit-bucket': 'abc', 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4' };
      return { ...(OK as object), status: 200, headers, afterMs: 50 + ((index * 97) % 200) };
    });
    const ended = type(api, 1_500, 1_500);
    await api.wind(40_000);
    await ended;
    const { arrivals } = api;
    expect(mostWithin(1_000, arrivals)).toBeLessThanOrEqual(50);
    expect(1_000 / (((arrivals.at(-1) ?? Infinity) - (arrivals[499] ?? 0)) / 1_000)).toBeGreaterThanOrEqual(share * 50);
  });

  it('R-09 counts no answer to an interaction', async () => {
    await using api = new VirtualApi(() => OK);
    await Promise.all([type(api, 1, 1), api.wind(2_000)]);
    const ended = Promise.all([type(api, 200, 200), ...Array.from({ length: 100 }, (_, n) => answer(api, n + 1))]);
    await api.wind(100);
    expect(api.requests.filter(isCallback)).toHaveLength(100);
    await api.wind(10_000);
    await ended;
  });
});

describe('a Rest that Cloudflare shuts out', () => {
  const page = '<!DOCTYPE html><html><head><title>Access denied | error 1015</title></head></html>';
  const banned: VirtualAnswer = {
    status: 429,
    body: page,
    headers: { 'content-type': 'text/html; charset=UTF-8', 'retry-after': '5', server: 'cloudflare' },
  };

  it('R-08 asks at most once in each window until it is over, however many calls wait', async () => {
    const overMs = 31_000;
    await using api = new VirtualApi(({ atMs }) => (atMs < overMs ? banned : OK));
    const ended = type(api, 60, 60);
    await api.wind(120_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
    const during = api.arrivals.filter((atMs) => atMs < overMs);
    expect(mostWithin(5_000, during)).toBe(1);
    expect(api.requests.length).toBe(60 + during.length);
  });

  it('R-08 that strikes in the middle costs what is on the wire, and then one in each window', async () => {
    await using api = new VirtualApi(({ atMs }) => (atMs >= 1_000 && atMs < 20_000 ? banned : OK));
    await Promise.all([type(api, 1, 1), api.wind(990)]);
    const ended = type(api, 60, 60);
    await api.wind(120_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
    const during = api.arrivals.filter((atMs) => atMs >= 1_000 && atMs < 20_000);
    const [first = 0] = during;
    expect(
      mostWithin(
        5_000,
        during.filter((atMs) => atMs > first + 20),
      ),
    ).toBe(1);
    expect(during.filter((atMs) => atMs <= first + 20).length).toBeLessThanOrEqual(50);
  });
});

describe('a Rest with more calls than can go', () => {
  it('R-27 refuses those beyond its bound at once, and lets answers to interactions pass 10,000 that wait', async () => {
    await using api = new VirtualApi(() => ({ status: 429, body: { retry_after: 30 }, headers: { 'x-ratelimit-scope': 'user' } }));
    const ended = endings(Array.from({ length: 10_050 }, () => api.rest.channels.typing('1102', { maxWaitMs: 5_000 })));
    await api.wind(10);
    const before = api.requests.length;
    const askedMs = api.clock.nowMs();
    const answered = endings(
      Array.from({ length: 100 }, (_, n) => api.rest.interactions.createResponse(String(n + 1), 'tok', { type: 5 })),
    );
    await api.wind(50);
    const callbacks = api.requests.slice(before).filter(isCallback);
    expect(callbacks).toHaveLength(100);
    expect(callbacks.every(({ atMs }) => atMs - askedMs <= 50)).toBe(true);
    await api.wind(20_000);
    const codes = (await ended).map((end) => (end as { readonly code?: string }).code);
    expect(codes.filter((code) => code === 'REST_QUEUE_FULL').length).toBeGreaterThanOrEqual(49);
    expect(codes.every((code) => code === 'REST_QUEUE_FULL' || code === 'REST_RATE_LIMITED')).toBe(true);
    await api.wind(60_000);
    await answered;
  });

  it('R-29 holds no place while a handler runs: a call may wait for another of its own bucket', async () => {
    const headers = { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '1', 'x-ratelimit-bucket': 'abc' };
    await using api = new VirtualApi(() => ({ ...(OK as object), status: 200, headers }));
    const say = (content: string): Promise<{ readonly id: string }> => api.rest.channels.createMessage('1102', { content });
    const nested = say('one').then(async ({ id }) => [id, await say('two'), await Promise.all([say('three'), say('four')])]);
    let heard = 0;
    api.rest.on('response', () => {
      if ((heard += 1) === 1) void say('five');
    });
    await api.wind(10_000);
    await expect(nested).resolves.toHaveLength(3);
    expect(api.requests.map(({ body }) => body['content']).sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
  });
});
