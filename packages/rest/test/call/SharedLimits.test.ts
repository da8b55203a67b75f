import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { SharedLimits } from '../../src/call/SharedLimits.js';
import type { RateFacts } from '../../src/ratelimit/RateFacts.js';
import type { RateLimitStore } from '../../src/ratelimit/RateLimitStore.js';

const ticket = {
  giveUpAtMs: 0,
  isInteraction: false,
  isRead: false,
  majorKey: 'channels/1',
  routeKey: 'POST /channels/:id/messages',
  subKey: '',
};
const facts = (more: Partial<RateFacts> = {}): RateFacts => ({
  status: 200,
  discordCode: 0,
  headers: { bucket: 'hash', limit: 5, remaining: 4, resetAfterMs: 1_000 },
  isFromDiscord: true,
  serverAtMs: null,
  retryAfterMs: null,
  scope: null,
  ...more,
});

function world(overrides: Partial<RateLimitStore> = {}) {
  const clock = new ManualClock();
  const seen: unknown[] = [];
  const see =
    <T>(name: string, value: T) =>
    async (argument?: unknown) => {
      seen.push([name, argument]);
      return value;
    };
  const store = {
    take: see('take', 0),
    learn: see('learn', undefined),
    holdAll: see('holdAll', undefined),
    countInvalid: see('count', 7),
    ...overrides,
  };
  const shared = new SharedLimits(store, clock);
  const take = () => new Promise<number>((resolve) => shared.take(ticket, resolve));
  return { clock, seen, shared, take };
}

describe('limits that several instances share', () => {
  it('ask for a place by the route, and by the bucket once it is known', async () => {
    const { seen, shared, take } = world();
    await take();
    shared.learn(ticket, facts(), () => undefined);
    await take();
    expect(seen).toEqual([
      ['take', { bucketKey: ' POST /channels/:id/messages channels/1', isInteraction: false }],
      ['learn', { bucketKey: 'hash channels/1', limit: 5, remaining: 4, resetAfterMs: 1_000 }],
      ['take', { bucketKey: 'hash channels/1', isInteraction: false }],
    ]);
  });

  it('leave a store alone for five seconds that failed three times, and ask it again then', async () => {
    const { clock, seen, take } = world({
      take: async () => {
        seen.push('asked');
        throw new TypeError('down');
      },
    });
    for (let call = 0; call < 10; call += 1) expect(await take()).toBe(0);
    expect(seen).toHaveLength(3);
    clock.advance(5_000);
    await take();
    expect(seen).toHaveLength(4);
  });

  it.each([Infinity, NaN, undefined])('take %p for a store that has failed', async (answer) => {
    expect(await world({ take: async () => answer! }).take()).toBe(0);
  });

  it('ask again after a minute, however long a store says to wait', async () => {
    expect(await world({ take: async () => 86_400_000 }).take()).toBe(60_000);
  });

  it('wait as long as the store says, and leave no timer', async () => {
    const { clock, take } = world({ take: async () => 40 });
    expect(await take()).toBe(40);
    expect(clock.pendingTimers).toBe(0);
  });

  it.each([
    ['rejects', () => Promise.reject(new TypeError('down'))],
    ['throws', () => { throw new TypeError('down'); }], // prettier-ignore
    ['answers nonsense', async () => NaN],
  ])('let a call go when the store %s', async (_, failing) => {
    expect(await world({ take: failing }).take()).toBe(0);
  });

  it('let a call go when the store hangs, once', async () => {
    let answer: (waitMs: number) => void = () => undefined;
    const { clock, take } = world({ take: () => new Promise((resolve) => (answer = resolve)) });
    const taken = take();
    clock.advance(250);
    expect(await taken).toBe(0);
    answer(9_000);
  });

  it('hold all instances on a global 429, and count what is invalid', async () => {
    const { seen, shared } = world();
    const counts: number[] = [];
    const count = (counted: number) => counts.push(counted);
    shared.learn(ticket, facts({ status: 429, headers: null, scope: 'global', retryAfterMs: 300 }), count);
    shared.learn(ticket, facts({ status: 429, headers: null, scope: 'global' }), count);
    shared.learn(ticket, facts({ status: 403, headers: null }), count);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([
      ['holdAll', 300],
      ['count', undefined],
      ['holdAll', 1_000],
      ['count', undefined],
      ['count', undefined],
    ]);
    expect(counts).toEqual([7, 7, 7]);
  });

  it('R-07: learn nothing from a shared 429, and do not count it', () => {
    const { seen, shared } = world();
    shared.learn(ticket, facts({ status: 429, scope: 'shared' }), () => undefined);
    expect(seen).toEqual([]);
  });

  it('survive a store that fails at everything', async () => {
    const failing = () => Promise.reject(new TypeError('down'));
    const { shared } = world({ learn: failing, holdAll: failing, countInvalid: failing });
    shared.learn(ticket, facts({ status: 429, scope: 'global' }), () => { throw new TypeError('never counted'); }); // prettier-ignore
    await new Promise((resolve) => setImmediate(resolve));
  });
});
