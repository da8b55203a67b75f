import { sleep, systemClock, type ContractRunner } from '@aplomb/base';
import type { CacheSnapshotKey, CacheSnapshotStore } from '../snapshot/CacheSnapshotStore.js';

/** How to make the snapshot store under test. */
export interface CacheSnapshotStoreContractOptions {
  /** A fresh, empty store. */
  create(): Promise<{ readonly store: CacheSnapshotStore; close?(): Promise<void> }>;
}

const KEY: CacheSnapshotKey = { shardId: 3, shardTotal: 16 };
/** What JSON makes of anything has no line breaks; what it does have must come back as it is. */
const LINES = [
  '{"kind":"aplomb-cache","version":1}',
  '{"kind":"guild","name":"Grüße \\n 你好 \u2028 🎲"}',
  `{"long":"${'x'.repeat(200_000)}"}`,
];

/** What every {@link CacheSnapshotStore} promises. Run it for each implementation. */
export function cacheSnapshotStoreContract({ create }: CacheSnapshotStoreContractOptions, { describe, it, expect }: ContractRunner): void {
  function fact(name: string, check: (store: CacheSnapshotStore) => Promise<void>): void {
    it(name, async () => {
      const { store, close } = await create();
      await check(store);
      await close?.();
    });
  }
  const read = async (store: CacheSnapshotStore, key: CacheSnapshotKey = KEY): Promise<readonly string[] | null> => {
    const lines = await store.load(key);
    if (lines === null) return null;
    const all: string[] = [];
    for await (const line of lines) all.push(line);
    return all;
  };

  describe('a store of cache snapshots', () => {
    fact('has no snapshot of a shard that was never saved', async (store) => {
      expect(await store.load(KEY)).toBe(null);
    });

    fact('gives back the lines as they were saved, as often as they are asked for', async (store) => {
      await store.save(KEY, LINES);
      expect(await read(store)).toEqual(LINES);
      expect(await read(store)).toEqual(LINES);
    });

    fact('keeps only the last snapshot of a shard', async (store) => {
      await store.save(KEY, LINES);
      await store.save(KEY, ['{}']);
      expect(await read(store)).toEqual(['{}']);
    });

    fact('keeps the shards apart, and the totals', async (store) => {
      await store.save(KEY, ['{"n":1}']);
      await store.save({ ...KEY, shardId: 4 }, ['{"n":2}']);
      await store.save({ ...KEY, shardTotal: 32 }, ['{"n":3}']);
      expect(await read(store)).toEqual(['{"n":1}']);
      expect(await read(store, { shardId: 4, shardTotal: 16 })).toEqual(['{"n":2}']);
      expect(await read(store, { shardId: 3, shardTotal: 32 })).toEqual(['{"n":3}']);
    });

    fact('forgets a snapshot, and nothing happens when there is none', async (store) => {
      await store.save(KEY, LINES);
      await store.delete(KEY);
      await store.delete(KEY);
      expect(await store.load(KEY)).toBe(null);
    });

    fact('keeps the old snapshot when the lines of a new one fail, and says so', async (store) => {
      await store.save(KEY, LINES);
      const failure = new RangeError('no more lines');
      const failed = await store.save(KEY, failing(failure)).catch((error: unknown) => error);
      expect(failed).toBe(failure);
      expect(await read(store)).toEqual(LINES);
    });

    fact('shows a reader a whole snapshot at every moment of a save', async (store) => {
      await store.save(KEY, LINES);
      const saves = Array.from({ length: 10 }, (_, n) => store.save(KEY, [...LINES, `{"n":${String(n)}}`]));
      const seen = await Promise.all(Array.from({ length: 10 }, () => read(store)));
      await Promise.all(saves);
      expect(seen.every((lines) => lines?.[0] === LINES[0] && lines?.[2] === LINES[2])).toBe(true);
    });

    fact('lets others have their turn between lines that take long', async (store) => {
      const others = { areDone: false, turns: 0 };
      const turning = (async () => {
        for (; !others.areDone; others.turns += 1) await sleep(systemClock, 0);
      })();
      await store.save(KEY, slow(20));
      others.areDone = true;
      await turning;
      expect(others.turns).toBeGreaterThanOrEqual(10);
    });
  });
}

/** Lines each of which takes 15 ms to make. */
function* slow(count: number): Iterable<string> {
  for (let n = 0; n < count; n += 1) {
    const sinceMs = systemClock.nowMs();
    while (systemClock.nowMs() - sinceMs < 15);
    yield '{}';
  }
}

function* failing(failure: Error): Iterable<string> {
  yield '{}';
  throw failure;
}
