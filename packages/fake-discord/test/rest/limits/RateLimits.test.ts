import { beforeEach, describe, expect, it } from '@jest/globals';
import { RateLimits, type LimitedCall } from '../../../src/rest/limits/RateLimits.js';
import type { RouteBucket } from '../../../src/rest/limits/RouteLimit.js';
import { RoutePattern } from '../../../src/rest/RoutePattern.js';

const REACT: RouteBucket = { name: 'react', limit: 1, perMs: 250 };
const EMOJI = '/channels/:channelId/messages/:messageId/reactions/:emoji/@me';
const MESSAGES = 'POST /channels/:channelId/messages';
const CHANNEL = 'PATCH /channels/:channelId';

let limits: RateLimits;

beforeEach(() => {
  const buckets: Record<string, RouteBucket> = {
    [MESSAGES]: { name: 'message', limit: 5, perMs: 5_000 },
    [`PUT ${EMOJI}`]: REACT,
    [`DELETE ${EMOJI}`]: REACT,
    [CHANNEL]: { name: 'channel', limit: 5, perMs: 15_000, subLimits: [{ fields: ['name'], limit: 2, perMs: 600_000 }] },
  };
  limits = new RateLimits({ buckets, globalPerSecond: 3 });
});

function call(route: string, change: Partial<LimitedCall> = {}): LimitedCall {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/:\w+/g, '1');
  return { method, path: filled, route, major: '1', hasToken: true, isInteraction: false, fields: () => [], ...change };
}

describe('the bucket of a route', () => {
  it('counts each call, and names its hash', () => {
    const [first, second] = [limits.take(call(MESSAGES), 0), limits.take(call(MESSAGES), 1)];
    expect([first.bucket, second.bucket]).toMatchObject([
      { limit: 5, remaining: 4, resetAtMs: 5_000 },
      { limit: 5, remaining: 3, resetAtMs: 5_000 },
    ]);
    expect(first.bucket?.hash).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another for another channel, under the same hash', () => {
    const [here, there] = [limits.take(call(MESSAGES), 0), limits.take(call(MESSAGES, { major: '2' }), 0)];
    expect([there.bucket?.remaining, there.bucket?.hash]).toEqual([4, here.bucket?.hash]);
  });

  it('may be that of another route as well', () => {
    const put = limits.take(call(`PUT ${EMOJI}`), 0);
    const taken = limits.take(call(`DELETE ${EMOJI}`), 100);
    expect(put.refusal).toBeNull();
    expect(taken).toMatchObject({ bucket: { hash: put.bucket?.hash, remaining: 0 }, refusal: { scope: 'user', retryAfterMs: 150 } });
  });

  it('may not exist', () => {
    expect(limits.take(call('GET /gateway'), 0)).toEqual({ bucket: null, refusal: null });
  });

  it('is shown by a look that counts nothing', () => {
    expect(limits.peek(call(MESSAGES), 0)).toMatchObject({ remaining: 5, resetAtMs: 5_000 });
    expect([limits.peek(call('GET /gateway'), 0), limits.take(call(MESSAGES), 0).bucket?.remaining]).toEqual([null, 4]);
  });
});

describe('a limit on some uses of a route', () => {
  const renames = (): LimitedCall => call(CHANNEL, { fields: () => ['name'] });

  it('refuses those while the bucket has room, and lets others pass', () => {
    for (const nowMs of [0, 1]) limits.take(renames(), nowMs);
    expect(limits.take(renames(), 2)).toMatchObject({ bucket: { remaining: 2 }, refusal: { scope: 'user', retryAfterMs: 599_998 } });
    expect(limits.take(call(CHANNEL), 3).refusal).toBeNull();
  });

  it('is kept for each channel apart', () => {
    for (const nowMs of [0, 1]) limits.take(renames(), nowMs);
    expect(limits.take({ ...renames(), major: '2' }, 2).refusal).toBeNull();
  });

  it('can be added, of any scope', () => {
    const undo = limits.change(new RoutePattern('POST /channels/:id/messages'), {
      limit: 1,
      perMs: 9_000,
      isSubLimit: true,
      scope: 'shared',
    });
    limits.take(call(MESSAGES), 0);
    expect(limits.take(call(MESSAGES), 1)).toMatchObject({
      bucket: { limit: 5, remaining: 3 },
      refusal: { scope: 'shared', retryAfterMs: 8_999 },
    });
    undo();
    expect(limits.take(call(MESSAGES), 2).refusal).toBeNull();
  });
});

describe('the limit on everything', () => {
  it('refuses what comes too much in any second', () => {
    for (const nowMs of [0, 300, 600]) expect(limits.enter(call('GET /gateway'), nowMs)).toBeNull();
    expect(limits.enter(call(MESSAGES), 700)).toEqual({ scope: 'global', retryAfterMs: 300 });
    expect(limits.enter(call(MESSAGES), 1_000)).toBeNull();
    expect(limits.enter(call(MESSAGES), 1_299)).toMatchObject({ retryAfterMs: 1 });
  });

  it('does not know answers to interactions', () => {
    const answer = call('POST /interactions/:id/:token/callback', { isInteraction: true });
    for (let count = 0; count < 10; count += 1) expect(limits.enter(answer, 0)).toBeNull();
    limits.closeGlobally(1_000);
    expect([limits.enter(answer, 0), limits.enter(call(MESSAGES), 0)]).toEqual([null, { scope: 'global', retryAfterMs: 1_000 }]);
  });

  it('counts requests without a token apart', () => {
    for (let count = 0; count < 3; count += 1) limits.enter(call(MESSAGES), 0);
    expect([limits.enter(call(MESSAGES), 0)?.scope, limits.enter(call(MESSAGES, { hasToken: false }), 0)]).toEqual(['global', null]);
  });
});

describe('a bucket that is closed by hand', () => {
  it('is as if it had been emptied', () => {
    expect(limits.close(call(MESSAGES), { scope: 'user', retryAfterMs: 700 }, 100)).toMatchObject({
      limit: 5,
      remaining: 0,
      resetAtMs: 800,
    });
    expect(limits.take(call(MESSAGES), 799).refusal).toEqual({ scope: 'user', retryAfterMs: 1 });
    expect(limits.take(call(MESSAGES), 800)).toMatchObject({ refusal: null, bucket: { remaining: 4 } });
  });

  it.each(['shared', 'user'] as const)('where there is none closes the route: %s', (scope) => {
    expect(limits.close(call('GET /users/:id'), { scope, retryAfterMs: 700 }, 0)).toBeNull();
    expect(limits.take(call('GET /users/:id'), 699)).toEqual({ bucket: null, refusal: { scope, retryAfterMs: 1 } });
    expect(limits.take(call('GET /users/:id'), 700).refusal).toBeNull();
    expect(limits.take(call('GET /users/:id'), 0).refusal).toBeNull();
  });

  it('of a shared resource stays as it was', () => {
    expect(limits.close(call(MESSAGES), { scope: 'shared', retryAfterMs: 700 }, 0)).toMatchObject({ remaining: 5 });
    expect(limits.take(call(MESSAGES), 1)).toMatchObject({ bucket: { remaining: 4 }, refusal: { scope: 'shared', retryAfterMs: 699 } });
  });

  it('of everything closes everything', () => {
    expect(limits.close(call(MESSAGES), { scope: 'global', retryAfterMs: 700 }, 0)).toBeNull();
    expect(limits.enter(call('GET /gateway'), 1)).toEqual({ scope: 'global', retryAfterMs: 699 });
  });
});

describe('a bucket that is changed', () => {
  const pattern = new RoutePattern('* /channels/:id/messages');

  it('has other numbers under another hash until that is undone; the last change counts', () => {
    const before = limits.take(call(MESSAGES), 0).bucket;
    limits.change(pattern, { limit: 2, perMs: 100 });
    const undo = limits.change(pattern, { limit: 1, perMs: 330, scope: 'shared' });
    const changed = limits.take(call(MESSAGES), 0);
    expect([changed.bucket, limits.take(call(MESSAGES), 30).refusal]).toMatchObject([
      { limit: 1, remaining: 0, resetAtMs: 330 },
      { scope: 'shared', retryAfterMs: 300 },
    ]);
    expect(changed.bucket?.hash).not.toBe(before?.hash);
    undo();
    expect(limits.take(call(MESSAGES), 40).bucket).toMatchObject({ limit: 2 });
  });

  it('may cease to be', () => {
    limits.change(pattern, null);
    expect(limits.take(call(MESSAGES), 0).bucket).toBeNull();
  });

  it('may come to a route that had none', () => {
    limits.change(new RoutePattern('GET /gateway'), { limit: 2, perMs: 5_000 });
    expect(limits.take(call('GET /gateway', { major: '' }), 0).bucket).toMatchObject({ limit: 2, remaining: 1 });
  });

  it('may have another hash, and with it the window of another bucket', () => {
    const hash = limits.take(call(MESSAGES), 0).bucket?.hash ?? '';
    const undo = limits.rename(new RoutePattern('PATCH /channels/:id'), hash);
    expect(limits.take(call(CHANNEL), 1).bucket).toMatchObject({ hash, remaining: 3 });
    undo();
    expect(limits.take(call(CHANNEL), 2).bucket).toMatchObject({ remaining: 4 });
  });
});
