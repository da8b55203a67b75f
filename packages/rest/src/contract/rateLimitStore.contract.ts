import type { ContractRunner } from '@aplomb/base';
import type { RateLimitStore } from '../ratelimit/RateLimitStore.js';

/** A store under test. */
export interface RateLimitStoreSubject {
  /** Lets `ms` milliseconds pass for both stores: winds their clock, or waits. */
  advance(ms: number): Promise<void>;
  close?(): Promise<void>;
  /** What another instance sees of the same counts. It may be the same object where instances share it. */
  readonly other: RateLimitStore;
  readonly store: RateLimitStore;
}

/** How to make the rate limit store under test. */
export interface RateLimitStoreContractOptions {
  /** A fresh store that lets 50 requests a second go. */
  create(): Promise<RateLimitStoreSubject>;
}

const BUCKET = 'abcd1234 channels/41771983423143937';
const OTHER_BUCKET = 'abcd1234 channels/41771983423143938';
const bot = (bucketKey: string) => ({ bucketKey, isInteraction: false });
const interaction = (bucketKey: string) => ({ bucketKey, isInteraction: true });

/** What every {@link RateLimitStore} promises. Run it for each implementation. */
export function rateLimitStoreContract({ create }: RateLimitStoreContractOptions, { describe, it, expect }: ContractRunner): void {
  function fact(name: string, check: (subject: RateLimitStoreSubject) => Promise<void>): void {
    it(name, async () => {
      const subject = await create();
      await check(subject);
      await subject.close?.();
    });
  }

  describe('a rate limit store, of buckets', () => {
    fact('lets a request go of whose bucket it knows nothing', async ({ store }) => {
      expect(await store.take(bot(BUCKET))).toBe(0);
    });

    fact('says how long to wait for a bucket that is used up, by whichever instance told it', async ({ other, store }) => {
      await other.learn({ bucketKey: BUCKET, limit: 5, remaining: 0, resetAfterMs: 400 });
      const waitMs = await store.take(bot(BUCKET));
      expect(waitMs).toBeGreaterThanOrEqual(1);
      expect(waitMs).toBeLessThanOrEqual(400);
    });

    fact('keeps one bucket’s limit from another', async ({ store }) => {
      await store.learn({ bucketKey: BUCKET, limit: 5, remaining: 0, resetAfterMs: 400 });
      expect(await store.take(bot(OTHER_BUCKET))).toBe(0);
    });

    fact('lets no more go than are left, whichever instance asks, and however many ask at once', async ({ other, store }) => {
      await store.learn({ bucketKey: BUCKET, limit: 5, remaining: 3, resetAfterMs: 5_000 });
      const waits = await Promise.all([store, other, store, other, store].map((one) => one.take(bot(BUCKET))));
      expect(waits.filter((waitMs) => waitMs === 0).length).toBe(3);
    });

    fact('lets a whole window go after the reset', async ({ advance, other, store }) => {
      await store.learn({ bucketKey: BUCKET, limit: 2, remaining: 0, resetAfterMs: 300 });
      await advance(350);
      expect([await store.take(bot(BUCKET)), await other.take(bot(BUCKET))]).toEqual([0, 0]);
    });

    fact('gives a window that runs no places back for an answer that is late', async ({ other, store }) => {
      await store.learn({ bucketKey: BUCKET, limit: 5, remaining: 0, resetAfterMs: 1_000 });
      await other.learn({ bucketKey: BUCKET, limit: 5, remaining: 4, resetAfterMs: 1_000 });
      expect(await store.take(bot(BUCKET))).toBeGreaterThanOrEqual(1);
    });

    fact('takes no place for a request that has to wait', async ({ advance, store }) => {
      await store.learn({ bucketKey: BUCKET, limit: 1, remaining: 0, resetAfterMs: 200 });
      for (let asked = 0; asked < 5; asked += 1) await store.take(bot(BUCKET));
      await advance(250);
      expect(await store.take(bot(BUCKET))).toBe(0);
    });

    fact('keeps the calls of interactions to their buckets, too', async ({ store }) => {
      await store.learn({ bucketKey: BUCKET, limit: 5, remaining: 0, resetAfterMs: 400 });
      expect(await store.take(interaction(BUCKET))).toBeGreaterThanOrEqual(1);
    });
  });

  describe('a rate limit store, of all requests', () => {
    fact('R-09 lets 50 go in a second, of all instances together', async ({ other, store }) => {
      const waits = await Promise.all(Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? store : other).take(bot(`b${String(at)} `))));
      expect(waits.filter((waitMs) => waitMs === 0).length).toBe(50);
    });

    fact('lets the next ones go when a second has passed', async ({ advance, store }) => {
      await Promise.all(Array.from({ length: 50 }, (_, at) => store.take(bot(`b${String(at)} `))));
      const waitMs = await store.take(bot(BUCKET));
      expect(waitMs).toBeLessThanOrEqual(1_000);
      await advance(waitMs + 10);
      expect(await store.take(bot(BUCKET))).toBe(0);
    });

    fact('does not count the calls of interactions among them', async ({ store }) => {
      await Promise.all(Array.from({ length: 60 }, (_, at) => store.take(interaction(`b${String(at)} `))));
      expect(await store.take(bot(BUCKET))).toBe(0);
    });

    fact('R-06 holds all instances back, but not the calls of interactions', async ({ advance, other, store }) => {
      await store.holdAll(300);
      expect(await other.take(bot(BUCKET))).toBeGreaterThanOrEqual(1);
      expect(await other.take(interaction(OTHER_BUCKET))).toBe(0);
      await advance(350);
      expect(await other.take(bot(BUCKET))).toBe(0);
    });
  });

  describe('a rate limit store, of invalid requests', () => {
    fact('R-22 counts those of all instances', async ({ other, store }) => {
      const counts = [await store.countInvalid(), await other.countInvalid(), await store.countInvalid()];
      expect(counts).toEqual([1, 2, 3]);
    });
  });
}
