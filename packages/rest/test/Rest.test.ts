import { AplombError, ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { DiscordApiError, RateLimitError, TransportError } from '../src/errors.js';
import { Rest } from '../src/Rest.js';
import type { RestOptions } from '../src/RestOptions.js';
import { FakeDispatcher } from './transport/FakeDispatcher.js';
import { BASE_URL, fakeApi, settle, TOKEN, type FakeAnswer } from './FakeApi.js';

function world(answers: readonly FakeAnswer[], options: Partial<RestOptions> = {}) {
  const clock = new ManualClock();
  const { dispatcher, seen } = fakeApi(...answers);
  const rest = new Rest({ token: TOKEN, baseUrl: BASE_URL, dispatcher, clock, random: () => 1, ...options });
  const outcomeOf = (promise: Promise<unknown>) => settle(promise, clock).then((value) => value, (error: unknown) => error); // prettier-ignore
  return { clock, outcomeOf, rest, seen };
}

describe('a call that Discord answers', () => {
  it('resolves with the JSON, and has sent token and user agent', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 200, body: { id: '1' } }], { userAgentSuffix: 'mybot/1' });
    expect(await outcomeOf(rest.users.me())).toEqual({ id: '1' });
    expect(seen[0]?.path).toBe('/api/v10/users/@me');
    expect(seen[0]?.headers).toMatchObject({
      authorization: `Bot ${TOKEN}`,
      'user-agent': expect.stringMatching(/^DiscordBot \(https:.*, \d.*\) mybot\/1$/),
    });
  });

  it('resolves with undefined when there is no content', async () => {
    const { outcomeOf, rest } = world([{ status: 204 }]);
    expect(await outcomeOf(rest.channels.typing('1'))).toBeUndefined();
  });

  it('takes a token with "Bot " before it', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 204 }], { token: `Bot ${TOKEN}` });
    await outcomeOf(rest.channels.typing('1'));
    expect(seen[0]?.headers.authorization).toBe(`Bot ${TOKEN}`);
  });

  it('sends the reason in a form that every character survives, lone surrogates as U+FFFD', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 204 }]);
    await outcomeOf(rest.channels.deleteMessage('1', '2', { reason: 'späm\r\n\ud800' }));
    expect(decodeURIComponent(seen[0]?.headers['x-audit-log-reason'] ?? '')).toBe('späm\r\n\ufffd');
  });

  it('leaves the token out where it is not wanted', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 200 }]);
    await outcomeOf(rest.gateway.get());
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('repeats array values in the query and leaves undefined ones out', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 200 }]);
    await outcomeOf(rest.request('GET', '/x', { query: { a: ['1', '2'], b: true, c: undefined } }));
    expect(seen[0]?.path).toBe('/api/v10/x?a=1&a=2&b=true');
  });
});

describe('Y-01 a server that repeats in its answer what it was sent', () => {
  const ODD_TOKEN = 'MTIz.abc.defghijk';
  const WEBHOOK_TOKEN = 'a-token-of-a-webhook';
  const echo = `${ODD_TOKEN} ${WEBHOOK_TOKEN}`;
  const errors = { [echo]: { _errors: [{ code: echo, message: echo }] } };

  it.each([
    [{ status: 400, body: { code: 50_035, message: echo, errors } }],
    [{ status: 502, body: { message: echo } }],
    [{ status: 200, body: `<html>${echo}` }],
  ])('%j: brings no secret into the error, however it is looked at', async (answer) => {
    const { outcomeOf, rest } = world([answer], { token: ODD_TOKEN, retries: 0 });
    for (const call of [
      rest.webhooks.execute('1', WEBHOOK_TOKEN, { content: 'x' }),
      rest.interactions.originalResponse('1', WEBHOOK_TOKEN),
    ]) {
      const error = await outcomeOf(call);
      const shown = `${String(error)} ${inspect(error, { depth: null, showHidden: true })} ${JSON.stringify(error)}`;
      expect(error).toBeInstanceOf(AplombError);
      expect(shown).toContain('[redacted]');
      expect(shown).not.toMatch(/MTIz|a-token-of/);
    }
  });

  it('brings no secret into the cause where the answer is no HTTP', async () => {
    const error = Object.assign(new Error('Parse Error'), { data: `HTTP/9 ${echo}` });
    const { outcomeOf, rest } = world([{ error }], { token: ODD_TOKEN, retries: 0 });
    const shown = inspect(await outcomeOf(rest.webhooks.execute('1', WEBHOOK_TOKEN, { content: 'x' })), { depth: null });
    expect(shown).toContain('HTTP/9 [redacted] [redacted]');
    expect(shown).not.toMatch(/MTIz|a-token-of/);
  });
});

describe('a call that Discord refuses', () => {
  const body = {
    code: 50035,
    message: 'Invalid Form Body',
    errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Too long.' }] } },
  };

  it('rejects with status, code and the flattened field errors', async () => {
    const { outcomeOf, rest } = world([{ status: 400, body }]);
    const error = await outcomeOf(rest.channels.createMessage('1', { content: 'x' }));
    expect(error).toBeInstanceOf(DiscordApiError);
    expect(error).toMatchObject({ code: 'DISCORD_REFUSED', status: 400, discordCode: 50035, method: 'POST', path: '/channels/1/messages' });
    expect((error as DiscordApiError).errors).toEqual([{ field: 'content', code: 'BASE_TYPE_MAX_LENGTH', message: 'Too long.' }]);
    expect((error as DiscordApiError).message).toContain('content: Too long.');
  });

  it('rejects also when a proxy answers in HTML', async () => {
    const { outcomeOf, rest } = world([{ status: 403, body: '<html>' }]);
    expect(await outcomeOf(rest.users.me())).toMatchObject({ code: 'DISCORD_REFUSED', status: 403, discordCode: 0 });
  });

  it('sends nothing more after a 401', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 401, body: { message: '401: Unauthorized', code: 0 } }]);
    expect(await outcomeOf(rest.users.me())).toMatchObject({ code: 'TOKEN_REJECTED', status: 401 });
    expect(await outcomeOf(rest.gateway.getBot())).toMatchObject({ code: 'TOKEN_REJECTED', path: '/gateway/bot' });
    expect(seen).toHaveLength(1);
  });

  it('sends again after a 401 when asked to', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 401 }, { status: 200 }]);
    await outcomeOf(rest.users.me());
    rest.forgetRejection();
    await outcomeOf(rest.users.me());
    expect(seen).toHaveLength(2);
  });

  it('goes on after a 401 that concerns a webhook token only', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 401, body: { code: 50027 } }, { status: 200 }]);
    await outcomeOf(rest.request('POST', '/webhooks/1/token', { body: { content: 'x' } }));
    await outcomeOf(rest.users.me());
    expect(seen).toHaveLength(2);
  });
});

describe('a call during an outage', () => {
  it('repeats a GET after a 5xx with growing pauses', async () => {
    const { clock, outcomeOf, rest, seen } = world([{ status: 502 }, { status: 503 }, { status: 200, body: { id: '1' } }]);
    expect(await outcomeOf(rest.users.me())).toEqual({ id: '1' });
    expect(seen).toHaveLength(3);
    expect(clock.nowMs()).toBe(500 + 1_000);
  });

  it.each([501, 505])('asks once for what is answered with %i', async (status) => {
    const { clock, outcomeOf, rest, seen } = world([{ status, body: { code: 0, message: 'Not here.' } }]);
    expect(await outcomeOf(rest.users.me())).toMatchObject({
      code: 'DISCORD_REFUSED',
      status,
      message: expect.stringContaining('Not here. Make'),
    });
    expect([seen.length, clock.nowMs()]).toEqual([1, 0]);
  });

  it('gives up on a GET after `retries` more tries', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 500 }], { retries: 2 });
    expect(await outcomeOf(rest.users.me())).toMatchObject({ code: 'DISCORD_UNAVAILABLE', status: 500 });
    expect(seen).toHaveLength(3);
  });

  it('R-16: never repeats a POST that may have been carried out', async () => {
    const { outcomeOf, rest, seen } = world([{ error: new Error('socket hang up') }]);
    const error = await outcomeOf(rest.channels.typing('1'));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ code: 'REST_OUTCOME_UNKNOWN', method: 'POST' });
    expect(seen).toHaveLength(1);
  });

  it('R-16: repeats a message, with one nonce for all of its tries and another for the next', async () => {
    const { outcomeOf, rest, seen } = world([{ error: new Error('reset') }, { status: 503 }, { status: 200 }]);
    await outcomeOf(rest.channels.createMessage('1', { content: 'x' }));
    await outcomeOf(rest.channels.createMessage('1', { content: 'x' }));
    const nonces = seen.map(({ body }) => (body as { readonly nonce: string }).nonce);
    expect(new Set(nonces.slice(0, 3)).size).toBe(1);
    expect(nonces[3]).not.toBe(nonces[0]);
  });

  it('tells of an answer that is no JSON', async () => {
    const { outcomeOf, rest } = world([{ status: 200, body: '<html>' }], { retries: 0 });
    expect(await outcomeOf(rest.users.me())).toMatchObject({ code: 'REST_ANSWER_UNREADABLE' });
  });
});

describe('a call that meets a rate limit', () => {
  const limited = (retryAfter: number): FakeAnswer => ({
    status: 429,
    body: { retry_after: retryAfter, global: false },
    headers: { 'retry-after': '1' },
  });

  it('waits as long as Discord asks, whatever the method, and tells about it', async () => {
    const told: unknown[] = [];
    const { clock, outcomeOf, rest, seen } = world([limited(1.5), { status: 204 }]);
    rest.on('rateLimited', (event) => told.push(event));
    await outcomeOf(rest.channels.typing('1'));
    expect(clock.nowMs()).toBeGreaterThanOrEqual(1_500);
    expect(clock.nowMs()).toBeLessThanOrEqual(1_550);
    expect(seen).toHaveLength(2);
    expect(told).toMatchObject([
      { method: 'POST', path: '/channels/1/typing', route: 'POST /channels/:id/typing', isAnswer: true, scope: 'user' },
    ]);
  });

  it('rejects at once when the limit lasts longer than it may wait', async () => {
    const { clock, outcomeOf, rest, seen } = world([limited(66_271)]);
    const error = await outcomeOf(rest.channels.typing('1'));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ code: 'REST_RATE_LIMITED' });
    expect(Math.round((error as RateLimitError).retryAfterMs / 1_000)).toBe(66_271);
    expect([seen.length, clock.nowMs()]).toEqual([1, 0]);
  });

  it('counts all its waits together', async () => {
    const { outcomeOf, rest, seen } = world([limited(25)]);
    expect(await outcomeOf(rest.channels.typing('1'))).toBeInstanceOf(RateLimitError);
    expect(seen).toHaveLength(3);
  });

  it('ends when its signal aborts, with the reason', async () => {
    const abort = new AbortController();
    const { outcomeOf, rest } = world([limited(30)]);
    rest.on('rateLimited', () => setImmediate(() => abort.abort('enough')));
    expect(await outcomeOf(rest.channels.typing('1', { signal: abort.signal }))).toBe('enough');
  });
});

describe('a Rest that is closed', () => {
  const limited: FakeAnswer = { status: 429, body: { retry_after: 30 } };
  /** Lets calls come as far as they come without the clock. */
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  it('lets no call wait for a limit any longer, and keeps no timer', async () => {
    const { clock, rest, seen } = world([limited]);
    const ends = Promise.allSettled(Array.from({ length: 30 }, (_, index) => rest.channels.typing(String(index))));
    await turns();
    await rest.close();
    const errors = (await ends).map((end) => (end.status === 'rejected' ? (end.reason as unknown) : undefined));
    expect(new Set(errors).size).toBe(30);
    for (const error of errors) expect(error).toMatchObject({ name: 'OptionsError', code: 'CLIENT_CLOSED' });
    expect([seen.length, clock.pendingTimers, rest.pendingCalls]).toEqual([30, 0, 0]);
  });

  it('lets no call wait for another try, also one with a signal of its own', async () => {
    const { clock, rest, seen } = world([{ status: 503 }]);
    const outcome = expect(rest.users.me({ signal: new AbortController().signal })).rejects.toMatchObject({
      code: 'CLIENT_CLOSED',
      message: expect.stringMatching(/^GET \/users\/@me was not sent any more, because the client was shut down/),
    });
    await turns();
    await rest.close();
    await outcome;
    expect([seen.length, clock.pendingTimers]).toEqual([1, 0]);
  });

  it('begins no wait after an answer that came after the close', async () => {
    const { clock, rest } = world([limited]);
    rest.on('response', () => void rest.close());
    await expect(rest.channels.typing('1')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    expect(clock.pendingTimers).toBe(0);
  });

  it('rejects with the reason of the call where its own signal has aborted before', async () => {
    const abort = new AbortController();
    const { rest } = world([limited]);
    const outcome = expect(rest.channels.typing('1', { signal: abort.signal })).rejects.toBe('enough');
    await turns();
    abort.abort('enough');
    void rest.close();
    await outcome;
  });

  it('sends no later call', async () => {
    const { rest, seen } = world([{ status: 200 }]);
    await rest.close();
    await expect(rest.users.me()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    rest.forgetRejection();
    await expect(rest.gateway.get()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    expect(seen).toHaveLength(0);
  });
});

describe('bad input', () => {
  it.each([['..'], ['@me'], ['1/../2'], ['1?x'], [''], ['12345678901234567890123'], ['%2e%2e']])(
    'refuses the id %p before anything is sent',
    async (id) => {
      const { outcomeOf, rest, seen } = world([{ status: 200 }]);
      expect(await outcomeOf(rest.channels.get(id))).toMatchObject({ code: 'INVALID_OPTION' });
      expect(seen).toHaveLength(0);
    },
  );

  it('refuses a reason that is no text, and an option that there is not', async () => {
    const { outcomeOf, rest } = world([{ status: 200 }]);
    const wrong = (options: object) => outcomeOf(rest.channels.deleteMessage('1', '2', options));
    expect(await wrong({ reason: 7 })).toMatchObject({ code: 'INVALID_OPTION' });
    expect(await wrong({ reasn: 'spam' })).toMatchObject({ code: 'UNKNOWN_OPTION', message: expect.stringContaining('`reason`') });
    expect(await wrong('spam' as unknown as object)).toMatchObject({ code: 'UNKNOWN_OPTION' });
  });
});

describe('Y-01 the token of a Rest', () => {
  it('stands in no error and in no inspection', async () => {
    const { outcomeOf, rest } = world([{ error: new Error('reset') }, { status: 401 }], { retries: 0 });
    const errors = [await outcomeOf(rest.users.me()), await outcomeOf(rest.users.me()), await outcomeOf(rest.users.me())];
    for (const value of [rest, ...errors]) {
      expect(inspect(value, { depth: Infinity, showHidden: true })).not.toContain(TOKEN);
      expect(JSON.stringify(value)).not.toContain(TOKEN);
    }
    expect(errors.every((error) => AplombError.is(error))).toBe(true);
  });
});

describe('Y-01 a Rest that has a webhook’s token in the air', () => {
  it('shows it to nobody', async () => {
    const { rest } = world([{ status: 429, body: { retry_after: 30 } }]);
    const call = rest.request('POST', '/webhooks/1/secret-token', { body: { content: 'x' } }).catch((error: unknown) => error);
    await new Promise((resolve) => setImmediate(resolve));
    for (const text of [inspect(rest, { depth: Infinity, showHidden: true }), JSON.stringify(rest)])
      expect(text).not.toContain('secret-token');
    expect(inspect(rest)).toBe('Rest { pendingCalls: 1 }');
    await rest.close();
    expect(inspect(await call, { depth: Infinity, showHidden: true })).not.toContain('secret-token');
  });
});

describe('a call by its route', () => {
  it('is made as with method and path', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 200, body: { id: '1' } }]);
    expect(await outcomeOf(rest.request('GET /users/@me', { query: { a: 1 } }))).toEqual({ id: '1' });
    expect(await outcomeOf(rest.request('GET /users/@me'))).toEqual({ id: '1' });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/v10/users/@me?a=1', 'GET /api/v10/users/@me']);
  });

  it('rejects when it is none', async () => {
    const { outcomeOf, rest } = world([{ status: 200 }]);
    expect(await outcomeOf(rest.request('FETCH /users/@me' as never))).toMatchObject({ code: 'INVALID_OPTION' });
  });
});

describe('the events of a Rest', () => {
  it('tell each request and answer to listeners and on diagnostics_channel', async () => {
    const { outcomeOf, rest } = world([{ status: 200 }]);
    const told: string[] = [];
    const hear = (name: string) => () => void told.push(name);
    rest.on('request', hear('request'));
    rest.on('response', hear('response'));
    const names = ['request', 'response'];
    const hearers = names.map((name) => hear(`channel ${name}`));
    for (const [index, name] of names.entries()) subscribe(`aplomb:rest:${name}`, hearers[index]!);
    await outcomeOf(rest.users.me());
    for (const [index, name] of names.entries()) unsubscribe(`aplomb:rest:${name}`, hearers[index]!);
    expect(told).toEqual(['request', 'channel request', 'response', 'channel response']);
  });

  it('cannot be hurt by a listener that throws or rejects, which is told', async () => {
    const { outcomeOf, rest } = world([{ status: 200, body: { id: '1' } }]);
    const failures: unknown[] = [];
    rest.on('listenerFailed', (event) => {
      failures.push(event);
      throw new TypeError('this one, too');
    });
    rest.on('request', () => { throw new TypeError('thrown'); }); // prettier-ignore
    const rejecting: () => unknown = () => Promise.reject(new TypeError('rejected'));
    rest.on('response', rejecting);
    expect(await outcomeOf(rest.users.me())).toEqual({ id: '1' });
    expect(failures).toMatchObject([
      { event: 'request', cause: { message: 'thrown' } },
      { event: 'response', cause: { message: 'rejected' } },
    ]);
  });

  it('R-22: warn when the host comes near a ban', async () => {
    const { clock, rest } = world([{ status: 403, body: { code: 1 } }], { globalRequestsPerSecond: 0, maxInFlight: 2_000 });
    const told: unknown[] = [];
    rest.on('invalidRequests', (event) => told.push(event));
    for (let count = 0; count < 1_001; count += 1)
      await settle(
        rest.channels.get(String(count)).catch(() => undefined),
        clock,
      );
    expect(told).toEqual([{ band: 'warned', count: 1_000 }]);
  });
});

describe('an idle Rest', () => {
  it('says so when the last call has settled', async () => {
    const air = new FakeDispatcher();
    const { rest } = world([], { dispatcher: air.asDispatcher });
    const call = rest.users.me();
    expect(rest.pendingCalls).toBe(1);
    const idle = rest.idle();
    air.last.answer(200, {});
    await Promise.all([call, idle]);
    expect(rest.pendingCalls).toBe(0);
    await rest.idle();
  });

  it('closes twice without complaint', async () => {
    const { rest } = world([]);
    await rest.close();
    await rest[Symbol.asyncDispose]();
  });

  it('makes nonces that fit into a message', () => {
    const { rest } = world([]);
    expect(rest.makeNonce()).not.toBe(rest.makeNonce());
    expect(rest.makeNonce()).toMatch(/^.{10,25}$/);
  });
});

describe('R-21 a Rest that was refused', () => {
  it('asks again when permissions may have changed', async () => {
    const { outcomeOf, rest, seen } = world([{ status: 403, body: { code: 50_013 } }]);
    for (let count = 0; count < 20; count += 1) await outcomeOf(rest.channels.typing('1'));
    expect(seen).toHaveLength(2);
    rest.forgetRefusals('1');
    await outcomeOf(rest.channels.typing('1'));
    expect(seen).toHaveLength(3);
  });
});
