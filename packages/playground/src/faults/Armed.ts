import type { PlannedFault } from '@aplomb/fake-discord';
import type { ArmedFaults, FaultName } from '../protocol.js';

/** The faults that were asked for and wait for a request to strike. */
export class Armed {
  private told = '{}';
  private waiting: readonly (readonly [FaultName, PlannedFault])[] = [];

  add(name: FaultName, fault: PlannedFault): void {
    this.waiting = [...this.waiting, [name, fault]];
  }

  /** How often each will still strike. */
  get counts(): ArmedFaults {
    this.waiting = this.waiting.filter(([, { remaining }]) => remaining > 0);
    const counts = new Map<FaultName, number>();
    for (const [name, { remaining }] of this.waiting) counts.set(name, (counts.get(name) ?? 0) + remaining);
    return Object.fromEntries(counts);
  }

  /** Whether {@link Armed.counts} are others than when this was asked last. */
  hasChanged(): boolean {
    const now = JSON.stringify(this.counts);
    const isOther = now !== this.told;
    this.told = now;
    return isOther;
  }
}
