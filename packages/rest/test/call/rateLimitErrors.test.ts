import { describe, expect, it } from '@jest/globals';
import { CallPlan } from '../../src/call/CallPlan.js';
import { rateLimitError, spentBodyError } from '../../src/call/rateLimitErrors.js';
import { resolveRestOptions } from '../../src/RestOptions.js';

const plan = new CallPlan('POST', '/webhooks/1/secret', { body: { content: 'x' } }, resolveRestOptions({}));
const wait = { bucket: 'abc', isAnswer: true, scope: 'global', waitMs: 61_000.4 } as const;

describe('the error of a call that the limiter does not let go', () => {
  it.each([
    [
      'wait too long',
      'REST_RATE_LIMITED',
      'POST /webhooks/1/:token is limited (scope global) for another 61001 ms, and may wait 60000 ms in all.',
    ],
    ['line full', 'REST_QUEUE_FULL', 'too many calls wait already'],
    ['too many invalid requests', 'REST_TOO_MANY_INVALID', 'would soon ban this host'],
  ] as const)('says why, and what to do: %s', (cause, code, what) => {
    const error = rateLimitError(plan, cause, wait);
    expect(error).toMatchObject({
      code,
      bucket: 'abc',
      scope: 'global',
      isGlobal: true,
      retryAfterMs: 61_000.4,
      path: '/webhooks/1/:token',
    });
    expect(error.message).toContain(what);
    expect(error.message).toMatch(/\. [A-Z][^.]*\.$/);
  });
});

describe('the error of a stream that met a 429', () => {
  const facts = { status: 429, discordCode: 0, headers: null, isFromDiscord: true, retryAfterMs: null, scope: null, serverAtMs: null };

  it('says as much of the limit as Discord did', () => {
    expect(spentBodyError(plan, facts)).toMatchObject({ code: 'REST_RATE_LIMITED', bucket: null, scope: 'user', retryAfterMs: 0 });
    const headers = { bucket: 'abc', limit: 1, remaining: 0, resetAfterMs: 70 };
    expect(spentBodyError(plan, { ...facts, headers, scope: 'shared' })).toMatchObject({
      bucket: 'abc',
      scope: 'shared',
      retryAfterMs: 70,
    });
  });
});
