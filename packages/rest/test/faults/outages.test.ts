import { describe, expect, it } from '@jest/globals';
import { endings, VirtualApi, type VirtualAnswer } from './VirtualApi.js';

const OK: VirtualAnswer = { status: 200, body: { id: '1' } };

/** A Discord that takes each nonce once, and answers a repetition with the message that is there. */
class Messages {
  readonly sent = new Map<unknown, number>();

  take(nonce: unknown): VirtualAnswer {
    if (!this.sent.has(nonce)) this.sent.set(nonce, this.sent.size + 1);
    return { status: 200, body: { id: String(this.sent.get(nonce)) } };
  }
}

const gapsOf = (arrivals: readonly number[]): readonly number[] => arrivals.slice(1).map((atMs, index) => atMs - (arrivals[index] ?? 0));

describe('a Rest in an outage', () => {
  it.each([500, 502, 503, 504, 520, 521, 522, 524])(
    'R-14 of %i: waits longer before each of three repetitions, and gives up',
    async (status) => {
      await using api = new VirtualApi(() => ({ status, body: '<html></html>' }));
      const ended = endings([api.rest.users.me()]);
      await api.wind(20_000);
      expect(await ended).toEqual([expect.objectContaining({ code: 'DISCORD_UNAVAILABLE', status })]);
      // 0.5, 1 and 2 s at the most, which is what the least lucky throw gives; and the round trip.
      expect(gapsOf(api.arrivals)).toEqual([520, 1_020, 2_020]);
    },
  );

  it('R-14 spreads its repetitions over the whole pause', async () => {
    let throws: number[] = [];
    await using api = new VirtualApi(() => ({ status: 503 }), { random: () => throws.shift() ?? 1 });
    throws = [0.25, 0.5, 0.75];
    const ended = endings([api.rest.users.me()]);
    await api.wind(20_000);
    await ended;
    expect(gapsOf(api.arrivals)).toEqual([20 + 125, 20 + 500, 20 + 1_500]);
  });

  it('R-14 repeats no more than one call in ten when everything fails', async () => {
    await using api = new VirtualApi(() => ({ status: 502 }), { globalRequestsPerSecond: 0 });
    const calls: Promise<unknown>[] = [];
    for (let second = 0; second < 20; second += 1) {
      for (let n = 0; n < 100; n += 1) calls.push(endings([api.rest.channels.get(String(second * 100 + n + 1))]));
      await api.wind(1_000);
    }
    await api.wind(20_000);
    await Promise.all(calls);
    const repeated = api.requests.length - calls.length;
    // The reserve of ten comes back within ten seconds.
    expect(repeated).toBeLessThanOrEqual(calls.length / 10 + 10 + 20);
    expect(repeated).toBeGreaterThan(calls.length / 20);
  });

  it.each([
    ['a 502', { status: 502, body: '<html></html>' }],
    ['a reset', 'reset' as const],
  ])('R-14 keeps messages of one channel in order, although one meets %s', async (_, fault) => {
    const failed = new Set<unknown>();
    const arrived: unknown[] = [];
    await using api = new VirtualApi(({ body }) => {
      if ((body['content'] === '0' || body['content'] === '3') && !failed.has(body['content'])) {
        failed.add(body['content']);
        return fault;
      }
      arrived.push(body['content']);
      return OK;
    });
    const ended = endings(Array.from({ length: 6 }, (_unused, n) => api.rest.channels.createMessage('1', { content: String(n) })));
    await api.wind(10_000);
    expect((await ended).filter((end) => end instanceof Error)).toEqual([]);
    expect([failed.size, arrived]).toEqual([2, ['0', '1', '2', '3', '4', '5']]);
  });

  it('R-16 sends each of 10,000 messages once, though 1,000 answers are lost', async () => {
    const messages = new Messages();
    const lost = new Set<unknown>();
    await using api = new VirtualApi(
      ({ body }) => {
        const answer = messages.take(body['nonce']);
        const isLost = messages.sent.size % 10 === 0 && !lost.has(body['nonce']);
        if (isLost) lost.add(body['nonce']);
        return isLost ? 'reset' : answer;
      },
      { globalRequestsPerSecond: 0, maxWaitMs: 600_000 },
    );
    const ended: Promise<readonly unknown[]>[] = [];
    for (let second = 0; second < 100; second += 1) {
      ended.push(endings(Array.from({ length: 100 }, (_, n) => api.rest.channels.createMessage(String(n + 1), { content: 'x' }))));
      await api.wind(1_000);
    }
    await api.wind(10_000);
    const ids = (await Promise.all(ended)).flat().map((end) => (end as { readonly id?: string }).id);
    expect(lost.size).toBe(1_000);
    expect(ids).not.toContain(undefined);
    expect([new Set(ids).size, messages.sent.size]).toEqual([10_000, 10_000]);
  });

  it('R-16 says of every other POST that nobody knows, and sends it once', async () => {
    await using api = new VirtualApi(() => 'reset');
    const ended = endings([api.rest.channels.typing('1102'), api.rest.guilds.createRole('1101', { name: 'x' })]);
    await api.wind(20_000);
    expect((await ended).map((end) => (end as { readonly code?: string }).code)).toEqual(['REST_OUTCOME_UNKNOWN', 'REST_OUTCOME_UNKNOWN']);
    expect(api.requests).toHaveLength(2);
  });

  it('R-17 that never answers: holds a bucket no longer than 10 s', async () => {
    await using api = new VirtualApi((_, index) => (index === 0 ? 'never' : OK));
    const ended = endings([api.rest.channels.typing('1102'), api.rest.channels.typing('1102')]);
    await api.wind(11_000);
    expect(await ended).toEqual([expect.objectContaining({ code: 'REST_OUTCOME_UNKNOWN' }), undefined].map((end) => end ?? { id: '1' }));
    expect((api.arrivals[1] ?? Infinity) - (api.arrivals[0] ?? 0)).toBeLessThanOrEqual(10_000);
  });

  it('R-17 that answers nothing in fifty places: holds up nobody else', async () => {
    await using api = new VirtualApi(({ path }) => (path.includes('/9') ? 'never' : OK));
    await Promise.all([api.rest.channels.typing('1'), api.wind(100)]);
    const hanging = endings(Array.from({ length: 50 }, (_, n) => api.rest.channels.typing(`9${String(n)}`)));
    await api.wind(100);
    const beganMs = api.clock.nowMs();
    const others = endings(Array.from({ length: 5 }, (_, n) => api.rest.channels.typing(`1${String(n)}`)));
    await api.wind(12_000);
    await Promise.all([hanging, others]);
    const reachedMs = api.requests.filter(({ path }) => /\/1\d\//.test(path)).map(({ atMs }) => atMs);
    // As a global limit of 50 a second wants it, at the most half a second later, since nothing is known of the network yet.
    expect([reachedMs.length, Math.max(...reachedMs) <= beganMs + 1_600]).toEqual([5, true]);
  });

  it('R-18 whose bodies drip: settles within its deadline, and the next call goes', async () => {
    await using api = new VirtualApi((_, index) => (index === 0 ? { ...(OK as object), status: 200, drips: true } : OK), { retries: 0 });
    const ended = endings([api.rest.users.me()]);
    await api.wind(10_000);
    expect(await ended).toEqual([expect.objectContaining({ code: 'REST_TIMED_OUT' })]);
    expect(api.clock.nowMs()).toBeLessThanOrEqual(10_000);
    await expect(Promise.all([api.rest.users.me(), api.wind(100)])).resolves.toEqual([{ id: '1' }, undefined]);
  });

  it.each([
    ['invalid JSON', { status: 200, body: '{"id": 1' }],
    ['nothing', { status: 200, body: '' }],
    ['a page', { status: 200, body: '<html>hello</html>', headers: { 'content-type': 'text/html' } }],
    ['a page that calls itself JSON', { status: 200, body: '<html>hello</html>', headers: { 'content-type': 'application/json' } }],
    ['half of a character', { status: 200, body: '"\ud800' }],
  ])('R-23 that answers with %s: settles with a typed error after one more try', async (_, answer) => {
    await using api = new VirtualApi(() => answer);
    const ended = endings([api.rest.users.me(), api.rest.channels.typing('1102')]);
    await api.wind(20_000);
    expect((await ended).map((end) => (end as { readonly code?: string }).code)).toEqual([
      'REST_ANSWER_UNREADABLE',
      'REST_ANSWER_UNREADABLE',
    ]);
    expect(api.requests.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'POST']);
  });

  it('R-28 that answers a callback after 3.1 s: tells which error it is and what to do, and does not try again', async () => {
    const late: VirtualAnswer = { status: 404, body: { code: 10_062, message: 'Unknown interaction' }, afterMs: 3_100 };
    await using api = new VirtualApi(() => late);
    const ended = endings([api.rest.interactions.createResponse('1107', 'tok', { type: 5 })]);
    await api.wind(10_000);
    expect(await ended).toEqual([
      expect.objectContaining({
        discordCode: 10_062,
        message: expect.stringMatching(/within 3 s/),
        path: '/interactions/1107/:token/callback',
      }),
    ]);
    expect(api.requests).toHaveLength(1);
  });
});
