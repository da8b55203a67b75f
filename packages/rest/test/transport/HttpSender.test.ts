import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { resolveRestOptions, type RestOptions } from '../../src/RestOptions.js';
import type { ExchangeFailure } from '../../src/transport/Exchange.js';
import type { HttpRequest } from '../../src/transport/HttpRequest.js';
import { HttpSender } from '../../src/transport/HttpSender.js';
import { BASE_URL, TOKEN } from '../FakeApi.js';
import { FakeDispatcher } from './FakeDispatcher.js';

const request: HttpRequest = {
  answerAs: 'json',
  body: null,
  call: { method: 'POST', path: '/x' },
  isAuthorized: true,
  method: 'POST',
  path: '/x',
  reason: null,
  timeoutMs: 10_000,
};

function world(options: Partial<RestOptions> = {}) {
  const air = new FakeDispatcher();
  const told: unknown[] = [];
  const listener = {
    answered: (answer: unknown) => told.push(answer),
    failed: (failure: ExchangeFailure) => told.push(failure),
    written: () => undefined,
  };
  const sender = new HttpSender(
    resolveRestOptions({ token: TOKEN, baseUrl: BASE_URL, clock: new ManualClock(), dispatcher: air.asDispatcher, ...options }),
  );
  const send = (more: Partial<HttpRequest> = {}) => sender.send({ ...request, ...more }, listener, false);
  return { air, send, sender, told };
}

const userAgent = expect.stringMatching(/^DiscordBot \(https:\/\/\S+, \d+\.\d+\.\d+\)$/);

describe('the headers of a request', () => {
  it.each([
    [{}, { 'user-agent': userAgent, authorization: `Bot ${TOKEN}` }],
    [{ isAuthorized: false }, { 'user-agent': userAgent }],
    [{ body: '{}' }, { 'user-agent': userAgent, authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' }],
    [
      { body: '{}', isAuthorized: false },
      { 'user-agent': userAgent, 'content-type': 'application/json' },
    ],
    [{ reason: 'why' }, { 'user-agent': userAgent, authorization: `Bot ${TOKEN}`, 'x-audit-log-reason': 'why' }],
  ])('of %p are what it needs, and no more', (more, headers) => {
    const { air, send } = world();
    send(more);
    expect(air.last.headers).toEqual(headers);
  });

  it.each([
    [7, '7'],
    [null, undefined],
  ])('of an upload of %p bytes say so', (lengthBytes, said) => {
    const { air, send } = world();
    send({ body: { contentType: 'text/plain', isRepeatable: true, lengthBytes, open: () => 'x' } });
    expect([air.last.headers['content-type'], air.last.headers['content-length']]).toEqual(['text/plain', said]);
  });

  it('are not changed by a request for the next', () => {
    const { air, send } = world();
    send({ reason: 'why' });
    send();
    expect(air.last.headers).not.toHaveProperty('x-audit-log-reason');
  });
});

describe('a sender', () => {
  it('puts the path of the base URL before the route', () => {
    const { air, send } = world({ baseUrl: 'http://127.0.0.1:3000/proxy/discord/api/v10/' });
    send({ path: '/x?a=1' });
    expect([air.last.origin, air.last.path]).toEqual(['http://127.0.0.1:3000', '/proxy/discord/api/v10/x?a=1']);
  });

  it('tells of a dispatcher that throws', () => {
    const { air, send, told } = world();
    air.onFlight = () => { throw new TypeError('closed'); }; // prettier-ignore
    send();
    expect(told).toMatchObject([{ type: 'unsent', error: { code: 'REST_CONNECTION_FAILED', cause: { message: 'closed' } } }]);
  });

  it('Y-01: shows no token', async () => {
    const { inspect } = await import('node:util');
    const { sender } = world();
    expect(inspect(sender, { depth: Infinity, showHidden: true })).not.toContain(TOKEN);
    expect(JSON.stringify(sender.constructor)).toBeUndefined();
  });
});
