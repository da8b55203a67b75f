import type { IdentifyPermit, IdentifyQueue } from '../identify/IdentifyQueue.js';
import type { ContractRunner } from '@aplomb/base';

/** An identify queue under test, with the time that it lives in. */
export interface IdentifyQueueSubject {
  readonly queue: IdentifyQueue;
  /** The instant that the queue sees, in milliseconds. */
  nowMs(): number;
  /** Lets `ms` pass for the queue and everything come about that is due until then. */
  advance(ms: number): Promise<void>;
  /** Frees what the subject holds. */
  close?(): Promise<void>;
}

/** How to make the identify queue under test. */
export interface IdentifyQueueContractOptions {
  /** A fresh queue with nothing used of `total` (1,000). */
  create(limits: { readonly maxConcurrency: number }): Promise<IdentifyQueueSubject>;
}

const TOTAL = 64;

/** What every {@link IdentifyQueue} promises. Run it for each implementation. */
export function identifyQueueContract({ create }: IdentifyQueueContractOptions, { describe, it, expect }: ContractRunner): void {
  function fact(name: string, maxConcurrency: number, check: (queue: Asked) => Promise<void>): void {
    it(name, async () => {
      const subject = await create({ maxConcurrency });
      await check(new Asked(subject));
      await subject.close?.();
    });
  }

  describe('an identify queue of max_concurrency 1', () => {
    fact('grants the first permit at once', 1, async (queue) => {
      await queue.ask(0);
      expect(queue.granted).toEqual([0]);
    });

    fact('I-01 keeps 5 seconds between an IDENTIFY that was written and the next permit', 1, async (queue) => {
      await queue.ask(0, 1);
      await queue.subject.advance(4_000);
      queue.permits.get(0)?.spent();
      await queue.subject.advance(4_999);
      expect(queue.granted).toEqual([0]);
      await queue.subject.advance(501);
      expect(queue.granted).toEqual([0, 1]);
    });

    fact('I-09 does not wait for READY', 1, async (queue) => {
      await queue.ask(0, 1);
      queue.permits.get(0)?.spent();
      await queue.subject.advance(5_500);
      expect(queue.granted).toEqual([0, 1]);
    });

    fact('grants in ascending order of the shard ids', 1, async (queue) => {
      await queue.ask(9, 4, 2, 7);
      await queue.spendAllFor(30_000);
      expect(queue.granted).toEqual([9, 2, 4, 7]);
    });

    fact('goes on at once when a permit is given back unused', 1, async (queue) => {
      await queue.ask(0, 1);
      queue.permits.get(0)?.release();
      await queue.subject.advance(0);
      expect(queue.granted).toEqual([0, 1]);
    });

    fact('I-07 goes on after 30 seconds when the holder of a permit keeps silent', 1, async (queue) => {
      await queue.ask(0, 1);
      await queue.subject.advance(29_000);
      expect(queue.granted).toEqual([0]);
      await queue.subject.advance(7_000);
      expect(queue.granted).toEqual([0, 1]);
    });

    fact('rejects with the reason of the signal, and forgets who asked', 1, async (queue) => {
      const leaving = new AbortController();
      await queue.ask(0);
      const left = queue.acquire(1, leaving.signal);
      await queue.ask(2);
      leaving.abort('no longer wanted');
      expect(await left.then(String, String)).toBe('no longer wanted');
      await queue.spendAllFor(6_000);
      expect(queue.granted).toEqual([0, 2]);
    });

    fact('rejects at once when the signal has aborted before', 1, async (queue) => {
      expect(await queue.acquire(0, AbortSignal.abort('too late')).then(String, String)).toBe('too late');
      await queue.ask(1);
      expect(queue.granted).toEqual([1]);
    });

    fact('takes every word about a permit at any time and more than once', 1, async (queue) => {
      await queue.ask(0, 1);
      const permit = queue.permits.get(0);
      for (const say of [permit?.spent, permit?.spent, permit?.ready, permit?.ready, permit?.release, permit?.release, permit?.spent])
        say?.();
      await queue.subject.advance(5_500);
      expect(queue.granted).toEqual([0, 1]);
    });
  });

  describe('an identify queue of max_concurrency 16', () => {
    fact('grants one permit for each rate-limit key at once', 16, async (queue) => {
      await queue.ask(...ids(20));
      expect(queue.granted).toEqual(ids(16));
    });

    fact('I-02 starts 64 shards in four windows, the lowest rate-limit group first', 16, async (queue) => {
      const startMs = queue.subject.nowMs();
      await queue.ask(...ids(TOTAL).reverse());
      await queue.spendAllFor(21_000);
      const groups = queue.granted.slice(16).map((id) => Math.floor(id / 16));
      expect(groups).toEqual([...groups].sort((a, b) => a - b));
      expect(queue.granted.length).toBe(TOTAL);
      expect((queue.grantedAtMs.at(-1) ?? Infinity) - startMs).toBeLessThanOrEqual(21_000);
    });

    fact('I-02 lets no other key wait for a shard that is late', 16, async (queue) => {
      await queue.ask(...ids(32));
      for (const id of ids(16)) if (id !== 3) queue.permits.get(id)?.spent();
      await queue.subject.advance(5_500);
      expect(queue.granted.slice(16)).toEqual(ids(32).filter((id) => id >= 16 && id !== 19));
    });

    fact('keeps 5 seconds between the IDENTIFYs of each key', 16, async (queue) => {
      await queue.ask(...ids(TOTAL));
      await queue.spendAllFor(21_000);
      for (const id of ids(TOTAL - 16)) {
        const gapMs = queue.atMs(id + 16) - queue.atMs(id);
        expect(gapMs).toBeGreaterThanOrEqual(5_000);
      }
    });
  });
}

function ids(count: number): number[] {
  return Array.from({ length: count }, (_, id) => id);
}

/** Asks a queue, and keeps what it granted. */
class Asked {
  readonly subject: IdentifyQueueSubject;
  readonly permits = new Map<number, IdentifyPermit>();
  readonly granted: number[] = [];
  readonly grantedAtMs: number[] = [];

  constructor(subject: IdentifyQueueSubject) {
    this.subject = subject;
  }

  acquire(shardId: number, signal: AbortSignal): Promise<IdentifyPermit> {
    return this.subject.queue.acquire({ shardId, shardTotal: TOTAL }, { signal });
  }

  /** Asks for these shards, in this order, and lets the queue answer. */
  async ask(...shardIds: number[]): Promise<void> {
    for (const shardId of shardIds) {
      void this.acquire(shardId, new AbortController().signal).then((permit) => {
        this.permits.set(shardId, permit);
        this.granted.push(shardId);
        this.grantedAtMs.push(this.subject.nowMs());
      });
      await this.subject.advance(0);
    }
  }

  /** Lets time pass, while every permit is spent as soon as it is granted and leads to READY. */
  async spendAllFor(ms: number): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += 50) {
      for (const permit of this.permits.values()) permit.spent();
      await this.subject.advance(50);
      for (const permit of this.permits.values()) permit.ready();
    }
  }

  atMs(shardId: number): number {
    return this.grantedAtMs[this.granted.indexOf(shardId)] ?? NaN;
  }
}
