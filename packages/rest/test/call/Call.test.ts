import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';
import { DiscordApiError, RateLimitError, TransportError } from '../../src/errors.js';
import type { RateLimitStore } from '../../src/ratelimit/RateLimitStore.js';
import { callWorld } from './callWorld.js';

/** Lets promises run. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const reset = Object.assign(new TypeError('reset'), { code: 'ECONNRESET' });

describe('a call that is answered', () => {
  it('resolves with the JSON, and gives its place back', async () => {
    const { air, clock, gate, outcomeOf } = callWorld();
    const outcome = outcomeOf('GET', '/users/@me');
    air.last.answer(200, { id: '1' });
    expect(await outcome).toEqual({ id: '1' });
    expect([gate.count('asked'), gate.count('answered'), clock.pendingTimers]).toEqual([1, 1, 0]);
  });

  it('resolves with text or bytes when asked to', async () => {
    const { air, outcomeOf } = callWorld();
    const outcomes = [outcomeOf('GET', '/x', { answerAs: 'text' }), outcomeOf('GET', '/x', { answerAs: 'bytes' })];
    for (const flight of air.flights) flight.answer(200, 'ok');
    expect(await Promise.all(outcomes)).toEqual(['ok', Buffer.from('ok')]);
  });

  it('sends the JSON as it was when the call was made', async () => {
    const { air, gate, outcomeOf } = callWorld();
    gate.isShut = true;
    const body = { content: 'first' };
    void outcomeOf('POST', '/x', { body });
    body.content = 'second';
    gate.isShut = false;
    void outcomeOf('POST', '/y');
    expect(air.flights.map((flight) => flight.body)).toEqual(['{"content":"first"}', null]);
  });

  it('R-26: refuses a redirect: nothing goes to another host', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x');
    air.last.answer(307, undefined, { location: 'https://evil.example/' });
    expect(await outcome).toMatchObject({ name: 'TransportError', code: 'REST_REDIRECTED', status: 307 });
    expect(air.flights).toHaveLength(1);
  });

  it('R-28: tells of an interaction that was answered too late, and does not try again', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/interactions/1/aW50ZXJhY3Rpb246MTIz/callback', { body: { type: 5 } });
    air.last.answer(404, { code: 10_062, message: 'Unknown interaction' });
    expect(await outcome).toBeInstanceOf(DiscordApiError);
    expect(await outcome).toMatchObject({
      discordCode: 10_062,
      message: expect.stringContaining('within 3 s'),
      path: '/interactions/1/:token/callback',
    });
    expect(air.flights).toHaveLength(1);
  });

  it('R-29: lets the next call of the same bucket go before anybody hears of this one', async () => {
    const { air, board } = callWorld();
    air.onFlight = (flight) => setImmediate(() => flight.answer(200, {}));
    await board.call('POST', '/channels/1/messages', {}).then(() => board.call('POST', '/channels/1/messages', {}));
    expect(air.flights).toHaveLength(2);
  });
});

describe('R-14 a call during an outage', () => {
  it.each(['GET', 'PUT', 'DELETE'] as const)('repeats a %s after 0.5, 1 and 2 s at most, and then gives up', async (method) => {
    const { air, clock, gate, outcomeOf } = callWorld();
    const instants: number[] = [];
    air.onFlight = (flight) => {
      instants.push(clock.nowMs());
      queueMicrotask(() => flight.answer(503));
    };
    const outcome = outcomeOf(method, '/x');
    for (const ms of [500, 1_000, 2_000]) {
      await turns();
      clock.advance(ms);
    }
    expect(await outcome).toMatchObject({ code: 'DISCORD_UNAVAILABLE', status: 503 });
    expect(instants).toEqual([0, 500, 1_500, 3_500]);
    // What only reads asks anew; what changes something keeps its place.
    expect(gate.count('asked') + gate.count('repeating')).toBe(4);
  });

  it.each(['POST', 'PATCH'] as const)('does not repeat a %s, which may have been carried out', async (method) => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf(method, '/x');
    air.last.answer(502, '<html>');
    expect(await outcome).toMatchObject({ code: 'DISCORD_UNAVAILABLE', status: 502 });
  });

  it('repeats a POST that is said to be repeatable', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { isRepeatable: true });
    air.last.answer(500);
    clock.advance(500);
    air.last.answer(200, { id: '1' });
    expect(await outcome).toEqual({ id: '1' });
  });

  it('waits as long as a 503 asks, and not at all when that is too long', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcomes = [outcomeOf('GET', '/x'), outcomeOf('GET', '/y')];
    air.flights[0]!.answer(503, undefined, { 'retry-after': '7' });
    air.flights[1]!.answer(503, undefined, { 'retry-after': '61' });
    expect(await outcomes[1]).toMatchObject({ status: 503 });
    clock.advance(6_999);
    expect(air.flights).toHaveLength(2);
    clock.advance(1);
    air.last.answer(200, {});
    expect(await outcomes[0]).toEqual({});
  });

  it('repeats whatever certainly was not sent', async () => {
    const { air, clock, gate, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x');
    air.last.fail(Object.assign(new TypeError('refused'), { code: 'ECONNREFUSED' }));
    clock.advance(500);
    air.last.answer(200, {});
    expect(await outcome).toEqual({});
    expect(gate.seen.filter(({ type }) => type === 'repeating')).toMatchObject([{ outcome: 'unsent' }]);
  });

  it('tells of a host that is not there when all tries are spent', async () => {
    const { air, outcomeOf } = callWorld({ retries: 0 });
    const outcome = outcomeOf('POST', '/x');
    air.last.fail(Object.assign(new TypeError('no name'), { code: 'ENOTFOUND' }));
    expect(await outcome).toMatchObject({ code: 'REST_CONNECTION_FAILED', message: expect.stringContaining('(ENOTFOUND)') });
  });
});

describe('R-16 a call whose answer is lost', () => {
  it('is not repeated when it may have been carried out, and says that nobody knows', async () => {
    const { air, gate, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/channels/1/messages', { body: {} });
    air.last.start().fail(reset);
    const error = await outcome;
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ code: 'REST_OUTCOME_UNKNOWN', cause: { code: 'REST_CONNECTION_FAILED', cause: reset } });
    expect([air.flights.length, gate.count('failed')]).toEqual([1, 1]);
  });

  it('R-17: says so as well when its deadline passed', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x');
    air.last.start();
    clock.advance(10_000);
    expect(await outcome).toMatchObject({ code: 'REST_OUTCOME_UNKNOWN', cause: { code: 'REST_TIMED_OUT' } });
  });

  it('is repeated with the same nonce when Discord carries it out once only', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { body: { nonce: '1', enforce_nonce: true }, isRepeatable: true });
    air.last.start().fail(reset);
    clock.advance(0);
    air.last.answer(200, { id: '1' });
    expect(await outcome).toEqual({ id: '1' });
    expect(air.flights.map(({ body }) => body)).toEqual(Array(2).fill('{"nonce":"1","enforce_nonce":true}'));
  });

  it('resolves a DELETE that finds nothing the second time: the first has deleted it', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('DELETE', '/channels/1/messages/2');
    air.last.start().fail(reset);
    clock.advance(0);
    air.last.answer(404, { code: 10_008 });
    expect(await outcome).toBeUndefined();
  });

  it('rejects a DELETE that finds nothing the first time, or after what never left', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const first = outcomeOf('DELETE', '/channels/1/messages/2');
    air.last.answer(404, { code: 10_008 });
    expect(await first).toMatchObject({ status: 404 });
    const second = outcomeOf('DELETE', '/channels/1/messages/2');
    air.last.fail();
    clock.advance(500);
    air.last.answer(404, { code: 10_008 });
    expect(await second).toMatchObject({ status: 404 });
  });

  it('R-15: repeats a GET that was cut off', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('GET', '/x');
    air.last.start().head(200).data('{"a').fail(reset);
    clock.advance(500);
    air.last.answer(200, { a: 1 });
    expect(await outcome).toEqual({ a: 1 });
  });
});

describe('R-16 a call that is refused after an attempt that may have been carried out', () => {
  it('says that it may have happened', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('PUT', '/x');
    air.last.answer(503);
    clock.advance(500);
    air.last.answer(403, { code: 50_013 });
    expect(await outcome).toMatchObject({ code: 'DISCORD_REFUSED', status: 403, mayHaveHappened: true });
  });
});

describe('R-23 a call whose answer cannot be read', () => {
  it.each([
    ['nothing', undefined],
    ['half a JSON', '{"a":'],
    ['HTML', '<html>'],
  ])('asks once more after %s, and then rejects with what it got', async (_, body) => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('GET', '/x');
    air.last.answer(200, body);
    clock.advance(500);
    air.last.answer(200, body);
    expect(await outcome).toMatchObject({ name: 'TransportError', code: 'REST_ANSWER_UNREADABLE', status: 200 });
    expect(air.flights).toHaveLength(2);
  });

  it('does not repeat what must not happen twice, and says that it may have', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x');
    air.last.answer(200, '<html>');
    expect(await outcome).toMatchObject({ code: 'REST_ANSWER_UNREADABLE', mayHaveHappened: true });
    expect(air.flights).toHaveLength(1);
  });

  it('repeats once what does no harm twice: a message with an enforced nonce', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { isRepeatable: true });
    air.last.answer(200, '<html>');
    clock.advance(500);
    air.last.answer(200, { id: '1' });
    expect(await outcome).toEqual({ id: '1' });
  });

  it('takes a 404 to a repeated DELETE for its success', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('DELETE', '/x');
    air.last.answer(200, '<html>');
    clock.advance(500);
    air.last.answer(404, { code: 10_008 });
    expect(await outcome).toBeUndefined();
  });

  it('does not fetch what is too large over and over', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('GET', '/x');
    for (let tries = 0; tries < 2; tries += 1) {
      air.last
        .start()
        .head(200)
        .data(Buffer.alloc(65 * 1024 * 1024));
      clock.advance(1_000);
    }
    expect(await outcome).toMatchObject({ code: 'REST_ANSWER_UNREADABLE', message: expect.stringContaining('bytes') });
  });
});

describe('a call that meets a 429', () => {
  it('goes again when the limiter says so, whatever its method, and that is no repetition', async () => {
    const { air, clock, gate, outcomeOf } = callWorld({ retries: 0 });
    const outcome = outcomeOf('POST', '/x');
    air.last.answer(429, { retry_after: 1.5 });
    clock.advance(1_500);
    air.last.answer(200, {});
    expect(await outcome).toEqual({});
    expect([gate.count('asked'), gate.count('answered')]).toEqual([1, 2]);
  });

  it('R-05: rejects when the limiter refuses, with bucket, scope, wait and what to do', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x');
    air.last.answer(429, { retry_after: 66_271 });
    const error = await outcome;
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ code: 'REST_RATE_LIMITED', bucket: 'hash', scope: 'user', retryAfterMs: 66_271_000, isGlobal: false });
  });

  it('may wait `maxWaitMs` in all, over all its waits, and the time under way does not count', async () => {
    const { air, clock, outcomeOf } = callWorld({ maxWaitMs: 50_000, timeoutMs: 100_000 });
    const outcome = outcomeOf('POST', '/x');
    for (let limits = 0; limits < 2; limits += 1) {
      clock.advance(30_000);
      air.last.answer(429, { retry_after: 20 });
      clock.advance(20_000);
    }
    air.last.answer(429, { retry_after: 20 });
    expect(await outcome).toMatchObject({ code: 'REST_RATE_LIMITED' });
    expect(air.flights).toHaveLength(3);
  });

  it('may wait as long as it says itself', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { maxWaitMs: 100 });
    air.last.answer(429, { retry_after: 0.2 });
    expect(await outcome).toMatchObject({ code: 'REST_RATE_LIMITED', retryAfterMs: 200 });
  });

  it.each([
    ['line full', 'REST_QUEUE_FULL'],
    ['too many invalid requests', 'REST_TOO_MANY_INVALID'],
    ['wait too long', 'REST_RATE_LIMITED'],
  ] as const)('R-27: is refused before it is sent: %s', async (cause, code) => {
    const { air, board, gate, outcomeOf } = callWorld();
    gate.refusal = cause;
    expect(await outcomeOf('POST', '/x')).toMatchObject({ name: 'RateLimitError', code });
    expect([air.flights.length, board.pendingCalls]).toEqual([0, 0]);
  });
});

describe('R-24 a call that is aborted', () => {
  const abort = new AbortController();

  it('before it begins, is not even asked for', async () => {
    const { gate, outcomeOf } = callWorld();
    expect(await outcomeOf('GET', '/x', { signal: AbortSignal.abort('enough') })).toBe('enough');
    expect(gate.seen).toEqual([]);
  });

  it('in line, leaves it at once', async () => {
    const { board, gate, outcomeOf } = callWorld();
    gate.isShut = true;
    const controller = new AbortController();
    const outcome = outcomeOf('GET', '/x', { signal: controller.signal });
    controller.abort('enough');
    expect(await outcome).toBe('enough');
    expect([gate.count('withdrawn'), board.pendingCalls]).toEqual([1, 0]);
  });

  it.each([
    ['on the wire', 0],
    ['within the body', 1],
  ])('%s, drops the connection and gives its place back', async (_, heads) => {
    const { air, clock, gate, outcomeOf } = callWorld();
    const controller = new AbortController();
    const outcome = outcomeOf('GET', '/x', { signal: controller.signal });
    air.last.start();
    if (heads > 0) air.last.head(200).data('{');
    controller.abort('enough');
    expect(await outcome).toBe('enough');
    expect(air.last.abortedWith).not.toBeNull();
    expect([gate.count('withdrawn'), clock.pendingTimers, getEventListeners(controller.signal, 'abort')]).toEqual([1, 0, []]);
  });

  it('between two tries, makes none any more', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const controller = new AbortController();
    const outcome = outcomeOf('GET', '/x', { signal: controller.signal });
    air.last.answer(503);
    controller.abort('enough');
    expect(await outcome).toBe('enough');
    expect([clock.pendingTimers, air.flights.length]).toEqual([0, 1]);
  });

  it('leaves no listener on its signal, 10⁵ times', async () => {
    const { air, board, gate } = callWorld();
    const outcomes: Promise<unknown>[] = [];
    for (let count = 0; count < 100_000; count += 1) {
      outcomes.push(board.call('GET', '/x', { signal: abort.signal }).catch(() => undefined));
      if (count % 2 === 0) air.last.answer(204);
    }
    expect(getEventListeners(abort.signal, 'abort')).toHaveLength(1);
    abort.abort();
    await Promise.all(outcomes);
    expect([getEventListeners(abort.signal, 'abort').length, board.pendingCalls, gate.count('withdrawn')]).toEqual([0, 0, 50_000]);
  });

  it('ignores an answer that comes nevertheless', async () => {
    const { air, gate, outcomeOf } = callWorld();
    const controller = new AbortController();
    const outcome = outcomeOf('GET', '/x', { signal: controller.signal });
    controller.abort('enough');
    air.last.answer(200, {});
    expect(await outcome).toBe('enough');
    expect(gate.count('answered')).toBe(0);
  });
});

describe('R-25 a call that uploads', () => {
  const streamOf = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  /** Reads the body as undici would. */
  const read = async (body: unknown): Promise<string> => {
    let text = '';
    for await (const piece of body as AsyncIterable<Uint8Array>) text += Buffer.from(piece).toString();
    return text;
  };

  it('sends its files as a stream, with their type', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { body: { content: 'hi' }, files: [Buffer.from('first file')] });
    await turns();
    expect(air.last.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const text = await read(air.last.body);
    expect(text).toContain('first file');
    expect(air.last.headers['content-length']).toBe(String(Buffer.byteLength(text)));
    air.last.answer(200, {});
    expect(await outcome).toEqual({});
  });

  it('R-17: is not carried out when it did not leave in whole, so that it is sent again where it can be', async () => {
    const { air, clock, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { files: [{ name: 'a.txt', data: () => streamOf('again') }] });
    await turns();
    air.last.start().fail(reset);
    clock.advance(500);
    await turns();
    expect(air.flights).toHaveLength(2);
    expect(await read(air.last.body)).toContain('again');
    air.last.answer(200, {});
    expect(await outcome).toEqual({});
  });

  it('never sends a stream twice that comes once', async () => {
    const { air, outcomeOf } = callWorld();
    const outcome = outcomeOf('PUT', '/x', { files: [{ name: 'a.txt', data: streamOf('once') }] });
    await turns();
    air.last.start();
    await read(air.last.body);
    air.last.fail(reset);
    expect(await outcome).toMatchObject({ code: 'REST_OUTCOME_UNKNOWN' });
    expect(air.flights).toHaveLength(1);
  });

  it('rejects after a 429 when its stream is spent, and gives its place back', async () => {
    const { air, board, gate, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/x', { files: [{ name: 'a.txt', data: streamOf('once') }] });
    await turns();
    air.last.start();
    await read(air.last.body);
    air.last.head(429, { 'retry-after': '1' }).data('{"retry_after":1}').end();
    expect(await outcome).toMatchObject({
      code: 'REST_RATE_LIMITED',
      retryAfterMs: 1_000,
      message: expect.stringContaining('cannot be sent a second time'),
    });
    expect([gate.count('withdrawn'), board.pendingCalls]).toEqual([1, 0]);
  });

  it('keeps the cause of a file that fails', async () => {
    const { air, outcomeOf } = callWorld();
    const cause = new TypeError('disk gone');
    const failing = Readable.from((async function* () { yield Buffer.from('some'); throw cause; })()); // prettier-ignore
    const outcome = outcomeOf('POST', '/x', { files: [{ name: 'a.txt', data: failing }] });
    await turns();
    air.last.start();
    const error: unknown = await read(air.last.body).catch((thrown: unknown) => thrown);
    air.last.fail(error as Error);
    expect(await outcome).toMatchObject({ code: 'FILE_UNREADABLE', cause });
    expect(air.flights).toHaveLength(1);
  });

  it('keeps its place while the size of a file is found out, so that nothing overtakes it', async () => {
    const { air, gate, outcomeOf } = callWorld();
    let tell: (bytes: number) => void = () => undefined;
    const sizeBytes = () => new Promise<number>((resolve) => (tell = resolve));
    const outcome = outcomeOf('POST', '/x', { files: [{ name: 'a.txt', data: () => streamOf('x'), sizeBytes }] });
    await turns();
    expect([gate.count('asked'), air.flights.length]).toEqual([1, 0]);
    tell(1);
    await turns();
    air.last.answer(200, {});
    expect(await outcome).toEqual({});
  });

  it('gives its place back when the size is not found out in time, or not at all', async () => {
    const { board, clock, gate, outcomeOf } = callWorld();
    const outcomes = [
      outcomeOf('POST', '/x', {
        files: [{ name: 'a.txt', data: () => streamOf('x'), sizeBytes: () => new Promise<number>(() => undefined) }],
      }),
      outcomeOf('POST', '/x', {
        files: [{ name: 'a.txt', data: () => streamOf('x'), sizeBytes: () => Promise.reject(new TypeError('gone')) }],
      }),
    ];
    await turns();
    clock.advance(10_000);
    expect(await Promise.all(outcomes)).toMatchObject([{ code: 'REST_TIMED_OUT' }, expect.any(Error)]);
    expect([gate.count('unsent'), board.pendingCalls, clock.pendingTimers]).toEqual([2, 0, 0]);
  });
});

describe('a call of an instance that shares its limits', () => {
  const storeThat = (take: RateLimitStore['take'], more: Partial<RateLimitStore> = {}): RateLimitStore => ({
    take,
    learn: async () => undefined,
    holdAll: async () => undefined,
    countInvalid: async () => 0,
    ...more,
  });

  it('asks the store before it leaves, and waits as long as it says', async () => {
    const answers = [40, 0];
    const { air, clock, gate, outcomeOf } = callWorld({ rateLimitStore: storeThat(async () => answers.shift() ?? 0) });
    const outcome = outcomeOf('GET', '/x');
    await turns();
    expect([gate.count('postponed'), air.flights.length]).toEqual([1, 0]);
    clock.advance(40);
    await turns();
    air.last.answer(200, {});
    expect(await outcome).toEqual({});
  });

  it('gives its place back when it is aborted meanwhile, and does not leave later', async () => {
    let go: (waitMs: number) => void = () => undefined;
    const { air, gate, outcomeOf } = callWorld({ rateLimitStore: storeThat(() => new Promise((resolve) => (go = resolve))) });
    const controller = new AbortController();
    const outcome = outcomeOf('GET', '/x', { signal: controller.signal });
    await turns();
    controller.abort('enough');
    go(0);
    expect(await outcome).toBe('enough');
    await turns();
    expect([gate.count('unsent'), air.flights.length]).toEqual([1, 0]);
  });

  it('R-22: hears how many invalid requests all instances have had', async () => {
    const { air, gate, outcomeOf } = callWorld({ rateLimitStore: storeThat(async () => 0, { countInvalid: async () => 1_234 }) });
    const outcome = outcomeOf('GET', '/x');
    await turns();
    air.last.answer(403, { code: 50_013 });
    await outcome;
    await turns();
    expect(gate.seen.at(-1)).toEqual({ type: 'invalidCounted', count: 1_234 });
  });
});

describe('what a call tells', () => {
  it('is each request and each answer, with attempt, bucket, wait and duration, and no token', async () => {
    const { air, clock, events, outcomeOf } = callWorld();
    const outcome = outcomeOf('POST', '/webhooks/1/secret', { isRepeatable: true });
    air.last.answer(429, { retry_after: 2 });
    clock.advance(2_000);
    air.last.start();
    clock.advance(30);
    air.last
      .head(200, { 'x-ratelimit-bucket': 'abc', 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '1' })
      .data('{}')
      .end();
    await outcome;
    const attempt = { method: 'POST', path: '/webhooks/1/:token', route: 'POST /webhooks/:id/:token' };
    expect(events).toEqual([
      ['request', { ...attempt, attempt: 1, waitMs: 0 }],
      ['response', { ...attempt, attempt: 1, bucket: null, durationMs: 0, failure: null, status: 429, waitMs: 0 }],
      ['rateLimited', { ...attempt, attempt: 1, bucket: 'hash', isAnswer: true, scope: 'user', waitMs: 2_000 }],
      ['request', { ...attempt, attempt: 2, waitMs: 2_000 }],
      ['response', { ...attempt, attempt: 2, bucket: 'abc', durationMs: 30, failure: null, status: 200, waitMs: 2_000 }],
    ]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('is also that no answer came', async () => {
    const { air, events, outcomeOf } = callWorld({ retries: 0 });
    const outcome = outcomeOf('GET', '/x');
    air.last.start().fail(reset);
    await outcome;
    expect(events.at(-1)).toMatchObject(['response', { failure: 'REST_CONNECTION_FAILED', status: null }]);
  });
});
