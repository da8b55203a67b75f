import { describe, expect, it } from '@jest/globals';
import { endings, TrueBucket, VirtualApi, type VirtualAnswer } from './VirtualApi.js';

const OK: VirtualAnswer = { status: 200, body: { id: '1' } };

function say(api: VirtualApi, count: number, options: { readonly maxWaitMs?: number } = {}): Promise<readonly unknown[]> {
  return endings(Array.from({ length: count }, (_, n) => api.rest.channels.createMessage('1102', { content: String(n) }, options)));
}

describe('a Rest on a server with limits', () => {
  it('R-01 keeps a bucket of 5 in 5 s: no 429, and 97 % of what is possible', async () => {
    const bucket = new TrueBucket(5, 5_000);
    await using api = new VirtualApi(({ atMs }) => bucket.take(atMs, 'abc'));
    const all = say(api, 100, { maxWaitMs: 1e6 });
    await api.wind(120_000);
    await all;
    // Twenty windows: nineteen to be waited for, and one in which the last five go one after the other.
    const idealMs = 19 * 5_000 + 4 * 20;
    expect(bucket.refused).toBe(0);
    expect(api.arrivals.length).toBe(100);
    expect((api.arrivals.at(-1) ?? Infinity) - (api.arrivals[0] ?? 0)).toBeLessThanOrEqual(idealMs / 0.97);
    expect(api.requests.map(({ body }) => body['content'])).toEqual(Array.from({ length: 100 }, (_, n) => String(n)));
  });

  it('R-01 waits after a 429 as long as it says, by header and body the longer, and not 50 ms more', async () => {
    const limited = {
      status: 429,
      body: { retry_after: 1.337, global: false },
      headers: { 'retry-after': '2', 'x-ratelimit-scope': 'user' },
    };
    await using api = new VirtualApi((_, index) => (index === 0 ? limited : OK));
    const [ended] = await Promise.all([say(api, 1), api.wind(3_000)]);
    const [first = 0, second = 0] = api.arrivals;
    expect(ended).toEqual([{ id: '1' }]);
    expect(second - first).toBeGreaterThanOrEqual(2_000);
    expect(second - first).toBeLessThanOrEqual(2_000 + 20 + 50);
  });

  it('R-13 is not led astray by the server’s clock, nor by a jump of its own', async () => {
    for (const skewMs of [-3_600_000, 3_600_000]) {
      const bucket = new TrueBucket(1, 1_000);
      await using api = new VirtualApi((request): VirtualAnswer => {
        const answer = bucket.take(request.atMs, 'abc');
        if (typeof answer === 'string') return answer;
        const wallMs = api.clock.wallMs() + skewMs;
        const absolute = { date: new Date(wallMs).toUTCString(), 'x-ratelimit-reset': String(wallMs / 1_000 + 1) };
        return { ...answer, headers: { ...answer.headers, ...absolute } };
      });
      const all = say(api, 6);
      await api.wind(2_500);
      api.clock.jumpWall(skewMs);
      await api.wind(4_000);
      expect(await all).toHaveLength(6);
      expect([bucket.refused, api.requests.length]).toEqual([0, 6]);
    }
  });
});

describe('a Rest whose 429s make no sense', () => {
  it('R-02 without Retry-After and body: sends at most 4 requests in 6 s', async () => {
    await using api = new VirtualApi(() => ({ status: 429 }));
    const ended = say(api, 1, { maxWaitMs: 20_000 });
    await api.wind(6_000);
    expect(api.requests.length).toBeLessThanOrEqual(4);
    expect(api.requests.length).toBeGreaterThanOrEqual(2);
    await api.wind(30_000);
    expect(await ended).toEqual([expect.objectContaining({ code: 'REST_RATE_LIMITED' })]);
  });

  it.each(['0', '-1', '0.0'])('R-03 with Retry-After %s: sends at most 6 requests in 6 s', async (retryAfter) => {
    await using api = new VirtualApi(() => ({
      status: 429,
      body: { retry_after: Number(retryAfter) },
      headers: { 'retry-after': retryAfter },
    }));
    const ended = say(api, 1, { maxWaitMs: 20_000 });
    await api.wind(6_000);
    expect(api.requests.length).toBeLessThanOrEqual(6);
    await api.wind(30_000);
    await ended;
  });

  it('R-04 with an HTTP date: comes once, when the date says, by the clock of the one who sent it', async () => {
    await using api = new VirtualApi((_, index): VirtualAnswer => {
      if (index > 0) return OK;
      const wallMs = api.clock.wallMs() - 1_800_000; // half an hour late
      const headers = { date: new Date(wallMs).toUTCString(), 'retry-after': new Date(wallMs + 3_000).toUTCString() };
      return { status: 429, body: {}, headers };
    });
    const ended = say(api, 1);
    await api.wind(10_000);
    expect(await ended).toEqual([{ id: '1' }]);
    const [first = 0, second = 0] = api.arrivals;
    expect(api.requests).toHaveLength(2);
    expect(second - first).toBeGreaterThanOrEqual(3_000);
    expect(second - first).toBeLessThanOrEqual(4_000);
  });

  it('R-05 of 66,271 s: settles at once with one request, and remembers', async () => {
    const scope = { 'retry-after': '66271', 'x-ratelimit-scope': 'user' };
    await using api = new VirtualApi(() => ({ status: 429, body: { retry_after: 66_271 }, headers: scope }));
    const ended = say(api, 1);
    await api.wind(100);
    expect(await ended).toEqual([expect.objectContaining({ code: 'REST_RATE_LIMITED', retryAfterMs: expect.closeTo(66_271_000, -3) })]);
    const later = say(api, 20);
    await api.wind(100);
    expect((await later).every((end) => (end as { readonly code?: string }).code === 'REST_RATE_LIMITED')).toBe(true);
    expect(api.requests).toHaveLength(1);
  });

  it('R-07 of scope shared: waits no less than it says, and counts nothing as invalid', async () => {
    const shared = { 'retry-after': '2', 'x-ratelimit-scope': 'shared' };
    const limited: VirtualAnswer = { status: 429, body: { retry_after: 1.5, global: false }, headers: shared };
    await using api = new VirtualApi((_, index) => (index === 0 ? limited : OK));
    const ended = say(api, 1);
    await api.wind(3_000);
    const [first = 0, second = 0] = api.arrivals;
    expect([await ended, second - first >= 1_500]).toEqual([[{ id: '1' }], true]);
  });

  it('R-07 2,000 of scope shared are no step towards a ban, and 2,000 of scope user are', async () => {
    for (const [scope, bands] of [
      ['shared', []],
      ['user', ['warned']],
    ] as const) {
      const told: string[] = [];
      const limited: VirtualAnswer = { status: 429, body: { retry_after: 60 }, headers: { 'x-ratelimit-scope': scope } };
      await using api = new VirtualApi(() => limited, { globalRequestsPerSecond: 0 });
      api.rest.on('invalidRequests', ({ band }) => told.push(band));
      const calls = Array.from({ length: 2_000 }, (_, n) => api.rest.channels.typing(String(n + 1), { maxWaitMs: 30_000 }));
      const ended = endings(calls);
      await api.wind(40_000);
      await ended;
      expect(told).toEqual(bands);
    }
  });
});
