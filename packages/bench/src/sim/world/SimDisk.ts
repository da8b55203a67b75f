import type { IdentifyLedger, LedgerEntry, SessionStore, ShardKey, StoredSession } from '@aplomb/gateway';
import type { EventLoop } from './EventLoop.js';
import type { SeededRandom } from './SeededRandom.js';
import type { SimProcess } from './SimProcess.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What outlives a process: stored sessions and the ledger of IDENTIFYs. */
export class SimDisk {
  readonly sessions = new Map<string, StoredSession>();
  ledger: LedgerEntry[] = [];
  /** How long a write or read takes at most. */
  readonly slowestMs: number;
  private readonly loop: EventLoop;
  private readonly random: SeededRandom;

  constructor(loop: EventLoop, random: SeededRandom, slowestMs: number) {
    this.loop = loop;
    this.random = random;
    this.slowestMs = slowestMs;
  }

  /** The session store as that process sees it: what it has not finished when it is killed never happens. */
  storeFor(process: SimProcess): SessionStore {
    return {
      load: (key) => this.take(process, () => this.sessions.get(placeOf(key)) ?? null),
      save: (session) => this.take(process, () => void this.sessions.set(placeOf(session), session)),
      delete: (key) => this.take(process, () => void this.sessions.delete(placeOf(key))),
    };
  }

  ledgerFor(process: SimProcess): IdentifyLedger {
    return {
      read: () =>
        this.take(process, () => {
          this.ledger = this.ledger.filter(({ atMs }) => atMs > this.loop.wallMs() - DAY_MS);
          return [...this.ledger];
        }),
      record: (entry) => this.take(process, () => void this.ledger.push(entry)),
      markReady: (shardId) =>
        this.take(process, () => {
          const index = this.ledger.findLastIndex((entry) => entry.shardId === shardId);
          this.ledger = this.ledger.map((entry, at) => (at === index ? { ...entry, ready: true } : entry));
        }),
      withdraw: (entry) =>
        this.take(process, () => {
          this.ledger = this.ledger.filter((other) => other.shardId !== entry.shardId || other.atMs !== entry.atMs);
        }),
    };
  }

  private take<T>(process: SimProcess, deed: () => T): Promise<T> {
    this.loop.isUnsettled = true;
    return new Promise((resolve) => {
      this.loop.after(this.slowestMs * this.random.next(), () => {
        process.deliver(() => {
          this.loop.isUnsettled = true;
          resolve(deed());
        });
      });
    });
  }
}

function placeOf({ shardId, shardTotal }: ShardKey): string {
  return `${shardId}/${shardTotal}`;
}
