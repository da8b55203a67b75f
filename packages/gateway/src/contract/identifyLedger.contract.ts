import type { IdentifyLedger, LedgerEntry } from '../identify/IdentifyLedger.js';
import type { ContractRunner } from '@aplomb/base';

/** An identify ledger under test, with the time that it lives in. */
export interface IdentifyLedgerSubject {
  readonly ledger: IdentifyLedger;
  /** The wall-clock instant that the ledger sees, in milliseconds since 1970. */
  wallMs(): number;
  /** Lets `ms` pass for the ledger. */
  advance(ms: number): Promise<void>;
  /** Frees what the subject holds. */
  close?(): Promise<void>;
}

/** How to make the identify ledger under test. */
export interface IdentifyLedgerContractOptions {
  /** A fresh, empty ledger. */
  create(): Promise<IdentifyLedgerSubject>;
}

const DAY_MS = 86_400_000;

/** What every {@link IdentifyLedger} promises. Run it for each implementation. */
export function identifyLedgerContract({ create }: IdentifyLedgerContractOptions, { describe, it, expect }: ContractRunner): void {
  function fact(name: string, check: (subject: IdentifyLedgerSubject, entry: (shardId: number) => LedgerEntry) => Promise<void>): void {
    it(name, async () => {
      const subject = await create();
      await check(subject, (shardId) => ({ atMs: subject.wallMs(), shardId, rateLimitKey: shardId % 16, ready: false }));
      await subject.close?.();
    });
  }

  describe('an identify ledger', () => {
    fact('begins with nothing', async ({ ledger }) => {
      expect(await ledger.read()).toEqual([]);
    });

    fact('gives back what was recorded, oldest first', async ({ ledger, advance }, entry) => {
      const first = entry(17);
      await ledger.record(first);
      await advance(5_000);
      const second = entry(3);
      await ledger.record(second);
      expect(await ledger.read()).toEqual([first, second]);
    });

    fact('keeps entries that are recorded at the same time', async ({ ledger }, entry) => {
      await Promise.all([0, 1, 2, 3].map((shardId) => ledger.record(entry(shardId))));
      expect((await ledger.read()).map(({ shardId }) => shardId).sort()).toEqual([0, 1, 2, 3]);
    });

    fact('marks the newest entry of a shard as having led to READY, and no other', async ({ ledger, advance }, entry) => {
      for (const shardId of [0, 1, 0]) {
        await ledger.record(entry(shardId));
        await advance(5_000);
      }
      await ledger.markReady(0);
      expect((await ledger.read()).map(({ ready }) => ready)).toEqual([false, false, true]);
    });

    fact('passes over a mark for a shard that it does not know', async ({ ledger }, entry) => {
      await ledger.record(entry(0));
      await ledger.markReady(5);
      expect((await ledger.read()).map(({ ready }) => ready)).toEqual([false]);
    });

    fact('takes back the one entry that was never sent', async ({ ledger, advance }, entry) => {
      const sent = entry(0);
      await ledger.record(sent);
      await advance(5_000);
      const unsent = entry(0);
      await ledger.record(unsent);
      await ledger.withdraw(unsent);
      await ledger.withdraw(unsent);
      expect(await ledger.read()).toEqual([sent]);
    });

    fact('forgets what is older than 24 hours, and nothing else', async ({ ledger, advance }, entry) => {
      await ledger.record(entry(0));
      await advance(1_000);
      await ledger.record(entry(1));
      await advance(DAY_MS - 1_000);
      await ledger.record(entry(2));
      expect((await ledger.read()).map(({ shardId }) => shardId)).toEqual([1, 2]);
      await advance(DAY_MS - 1);
      await ledger.record(entry(3));
      expect((await ledger.read()).map(({ shardId }) => shardId)).toEqual([2, 3]);
    });
  });
}
