import type { SessionStore, StoredSession } from '../session/SessionStore.js';
import type { ContractRunner } from '@aplomb/base';

/** How to make the session store under test. */
export interface SessionStoreContractOptions {
  /** A fresh, empty store. */
  create(): Promise<{ readonly store: SessionStore; close?(): Promise<void> }>;
}

const SESSION: StoredSession = {
  id: 'c0ffee',
  resumeUrl: 'wss://gateway-us-east1-b.discord.gg',
  sequence: 1_337,
  shardId: 3,
  shardTotal: 16,
  applicationId: '81384788765712384',
  userId: '81384788765712385',
  guildIds: ['41771983423143937', '41771983423143938'],
  savedAtMs: 1_767_225_600_000,
  fingerprint: 'b1946ac92492d2347c6235b4d2611184',
};

/** What every {@link SessionStore} promises. Run it for each implementation. */
export function sessionStoreContract({ create }: SessionStoreContractOptions, { describe, it, expect }: ContractRunner): void {
  function fact(name: string, check: (store: SessionStore) => Promise<void>): void {
    it(name, async () => {
      const { store, close } = await create();
      await check(store);
      await close?.();
    });
  }

  describe('a session store', () => {
    fact('has no session of a shard that was never saved', async (store) => {
      expect(await store.load(SESSION)).toBe(null);
    });

    fact('gives back a session as it was saved', async (store) => {
      await store.save(SESSION);
      expect(await store.load({ shardId: 3, shardTotal: 16 })).toEqual(SESSION);
    });

    fact('gives back a session without resume URL, ids and guilds', async (store) => {
      const bare = { ...SESSION, resumeUrl: null, applicationId: null, userId: null, guildIds: [] };
      await store.save(bare);
      expect(await store.load(SESSION)).toEqual(bare);
    });

    fact('keeps only the last session of a shard', async (store) => {
      await store.save(SESSION);
      await store.save({ ...SESSION, sequence: 1_338 });
      expect((await store.load(SESSION))?.sequence).toBe(1_338);
    });

    fact('keeps the shards apart, and the totals', async (store) => {
      await store.save(SESSION);
      await store.save({ ...SESSION, shardId: 4, id: 'next door' });
      await store.save({ ...SESSION, shardTotal: 32, id: 'another layout' });
      expect((await store.load(SESSION))?.id).toBe('c0ffee');
      expect((await store.load({ shardId: 4, shardTotal: 16 }))?.id).toBe('next door');
      expect((await store.load({ shardId: 3, shardTotal: 32 }))?.id).toBe('another layout');
    });

    fact('forgets a session, and nothing happens when there is none', async (store) => {
      await store.save(SESSION);
      await store.delete(SESSION);
      await store.delete(SESSION);
      expect(await store.load(SESSION)).toBe(null);
    });

    fact('shows a reader a whole session at every moment of a save', async (store) => {
      await store.save(SESSION);
      const saves = Array.from({ length: 20 }, (_, index) => store.save({ ...SESSION, sequence: 2_000 + index }));
      const seen = await Promise.all(Array.from({ length: 20 }, () => store.load(SESSION)));
      await Promise.all(saves);
      expect(seen.every((session) => session?.id === 'c0ffee')).toBe(true);
    });
  });
}
