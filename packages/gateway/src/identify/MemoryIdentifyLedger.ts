import { systemClock, type Clock } from '@aplomb/base';
import { DAY_MS } from './IdentifyLog.js';
import type { IdentifyLedger, LedgerEntry } from './IdentifyLedger.js';

/**
 * An {@link IdentifyLedger} that lives as long as this object. Queues that share one share what it remembers; a new process begins with nothing, so a
 * bot that may crash in a loop wants a {@link FileIdentifyLedger}.
 */
export class MemoryIdentifyLedger implements IdentifyLedger {
  private readonly clock: Pick<Clock, 'wallMs'>;
  private entries: LedgerEntry[] = [];

  constructor(options: { readonly clock?: Pick<Clock, 'wallMs'> } = {}) {
    this.clock = options.clock ?? systemClock;
  }

  read(): Promise<readonly LedgerEntry[]> {
    this.prune();
    return Promise.resolve([...this.entries]);
  }

  record(entry: LedgerEntry): Promise<void> {
    this.prune();
    this.entries.push(entry);
    return Promise.resolve();
  }

  markReady(shardId: number): Promise<void> {
    const index = this.entries.findLastIndex((entry) => entry.shardId === shardId);
    const entry = this.entries[index];
    if (entry !== undefined) this.entries[index] = { ...entry, ready: true };
    return Promise.resolve();
  }

  withdraw(entry: LedgerEntry): Promise<void> {
    const index = this.entries.findLastIndex((other) => other.shardId === entry.shardId && other.atMs === entry.atMs);
    if (index !== -1) this.entries.splice(index, 1);
    return Promise.resolve();
  }

  private prune(): void {
    const oldestMs = this.clock.wallMs() - DAY_MS;
    if ((this.entries[0]?.atMs ?? Infinity) <= oldestMs) this.entries = this.entries.filter((entry) => entry.atMs > oldestMs);
  }
}
