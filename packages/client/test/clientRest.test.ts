import { ManualClock } from '@aplomb/base';
import type { RestRateLimitedEvent } from '@aplomb/rest';
import { describe, expect, it } from '@jest/globals';
import { clientRest } from '../src/clientRest.js';
import { resolveClientOptions, type ClientRestOptions } from '../src/ClientOptions.js';

const TOKEN = `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`;
const LIMITED: RestRateLimitedEvent = {
  attempt: 1,
  bucket: null,
  isAnswer: true,
  method: 'GET',
  path: '/users/@me',
  route: 'GET /users/@me',
  scope: 'user',
  waitMs: 5,
};

function made(options: ClientRestOptions = {}) {
  const told: unknown[] = [];
  const rest = clientRest(resolveClientOptions({ token: TOKEN, clock: new ManualClock(), rest: options }), {
    rateLimited: (event) => told.push(event),
    tokenRejected: (error) => told.push(error),
    warn: ({ code, message }) => told.push(code, message),
  });
  return { rest, told };
}

describe('the REST of a client', () => {
  it('tells of the limits that calls wait for', () => {
    const { rest, told } = made();
    rest.emit('rateLimited', LIMITED);
    expect(told).toEqual([LIMITED]);
  });

  it('R-22 warns when the host comes nearer to a ban, once for each bound, and is silent while it moves away', () => {
    const { rest, told } = made();
    const bands = ['warned', 'slowed', 'warned', 'slowed', 'stopped', 'calm'] as const;
    for (const band of bands) rest.emit('invalidRequests', { band, count: 1_000 });
    expect(told.filter((each) => each === 'MANY_INVALID_REQUESTS')).toHaveLength(4);
    expect(told[1]).toMatch(/1000 calls .* Nothing changes yet\. Find the calls/);
    expect(told.at(-1)).toMatch(/Only answers to interactions/);
  });

  it('takes every option of Rest but those that the client gives itself', () => {
    const options = {
      baseUrl: 'http://127.0.0.1:9/api/v10',
      globalRequestsPerSecond: 10,
      maxInFlight: 4,
      maxWaitMs: 5,
      maxWaitingCalls: 6,
      remembersRefusals: false,
      retries: 0,
      timeoutMs: 7,
      userAgentSuffix: 'x',
      validatesBodies: false,
    };
    expect(() => made(options)).not.toThrow();
    expect(() => made({ maxWaitngCalls: 6 } as ClientRestOptions)).toThrow(/maxWaitngCalls.*maxWaitingCalls/);
    expect(() => made({ maxInFlight: 0 })).toThrow(/maxInFlight/);
  });
});
