import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { rateLimitStoreContract } from '../../src/contract/index.js';
import { MemoryRateLimitStore } from '../../src/ratelimit/MemoryRateLimitStore.js';

function made(globalRequestsPerSecond?: number) {
  const clock = new ManualClock();
  const store = new MemoryRateLimitStore({ clock, ...(globalRequestsPerSecond === undefined ? {} : { globalRequestsPerSecond }) });
  return { clock, store };
}

rateLimitStoreContract(
  {
    create: async () => {
      const { clock, store } = made();
      return {
        store,
        other: store,
        advance: async (ms) => {
          clock.advance(ms);
        },
      };
    },
  },
  { describe, it, expect },
);

describe('a memory rate limit store', () => {
  const bot = (bucketKey: string) => ({ bucketKey, isInteraction: false });

  it('has no global limit when told so', async () => {
    const { store } = made(0);
    const waits = await Promise.all(Array.from({ length: 500 }, (_, at) => store.take(bot(`b${at} `))));
    expect(new Set(waits)).toEqual(new Set([0]));
  });

  it('lets a bucket go on that was used up by calls of which no answer told', async () => {
    const { clock, store } = made();
    await store.learn({ bucketKey: 'b ', limit: 1, remaining: 0, resetAfterMs: 100 });
    clock.advance(100);
    expect([await store.take(bot('b ')), await store.take(bot('b '))]).toEqual([0, 0]);
  });

  it('R-11 forgets the buckets that nobody uses', async () => {
    const { clock, store } = made(0);
    for (let at = 0; at < 1_000; at += 1) await store.learn({ bucketKey: `b${at} `, limit: 5, remaining: 4, resetAfterMs: 1_000 });
    clock.advance(61_000);
    await store.take(bot('b '));
    expect(store.bucketCount).toBe(0);
  });

  it('R-22 forgets invalid requests after ten minutes', async () => {
    const { clock, store } = made();
    await store.countInvalid();
    clock.advance(611_000);
    expect(await store.countInvalid()).toBe(1);
  });

  it('refuses an option that it does not know', () => {
    expect(() => new MemoryRateLimitStore({ clok: 1 } as object)).toThrow(/Did you mean `clock`/);
  });
});
