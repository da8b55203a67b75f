import type { CollectorHub } from './CollectorHub.js';
import { CollectorMachine, type CollectorEndReason, type CollectorInput, type OutsideReason } from './CollectorMachine.js';
import type { ResolvedLimits } from './CollectorOptions.js';
import type { Ear, Hearing } from './Ear.js';

/** What a collector collects. */
export interface CollectingPlan<Value> {
  readonly hearings: readonly Hearing[];
  readonly limits: ResolvedLimits;
  /** Makes what is collected of an event; `undefined` refuses it. What it throws ends the collector. */
  readonly pick: (event: string, args: readonly unknown[]) => Value | undefined;
}

/** Somebody who awaits the next thing. Methods, and not functions, so that a collector of messages is one of anything, too. */
interface Taker<Value> {
  resolve(value: Value | undefined): void;
  reject(cause: unknown): void;
  waited(): void;
}

/** A collector at work: joins its machine to the hub, to its signal and to those who await it. */
export class Collecting<Value> implements Ear {
  readonly hearings: readonly Hearing[];
  readonly machine: CollectorMachine<Value>;
  private readonly hub: CollectorHub;
  private readonly pick: CollectingPlan<Value>['pick'];
  private readonly signal: AbortSignal | undefined;
  private readonly takers: Taker<Value>[] = [];
  private readonly watchers: ((reason: CollectorEndReason) => void)[] = [];
  private thrown: Error | null = null;

  constructor(hub: CollectorHub, { hearings, limits, pick }: CollectingPlan<Value>) {
    this.hearings = hearings;
    this.hub = hub;
    this.machine = new CollectorMachine<Value>(limits, hub.clock.nowMs());
    this.pick = pick;
    this.signal = limits.signal;
  }

  get deadlineMs(): number | null {
    return this.machine.deadlineMs;
  }

  /** Begins to hear. */
  begin(): void {
    if (this.hub.isClosed) return this.end('shutdown');
    if (this.signal?.aborted === true) return this.end('aborted');
    this.signal?.addEventListener('abort', this.abort, { once: true });
    this.hub.add(this);
  }

  hear(event: string, args: readonly unknown[]): void {
    this.wake();
    if (this.machine.reason !== null) return;
    let value: Value | undefined;
    try {
      value = this.pick(event, args);
    } catch (cause) {
      this.thrown = cause as Error;
      this.end('filterFailed');
      return;
    }
    this.feed(value === undefined ? { type: 'refused' } : { type: 'accepted', value });
  }

  end(reason: OutsideReason): void {
    this.feed({ type: 'end', reason });
  }

  wake(): void {
    this.feed({ type: 'deadline' });
  }

  /** Takes the next thing, now or when it comes. `undefined` when none will come any more; rejects with what the filter threw, once nothing is left. */
  take(): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      this.takers.push({ resolve, reject, waited: this.hub.waits.begin() });
      this.serve();
    });
  }

  /** Resolves with the reason as soon as it has ended; rejects with what the filter threw. */
  async over(): Promise<CollectorEndReason> {
    const reason = this.machine.reason ?? (await this.untilOver());
    if (this.failure !== null) throw this.failure;
    return reason;
  }

  private readonly abort = (): void => {
    this.end('aborted');
  };

  /** What the filter threw, if that was the end: it may have stopped its collector before. */
  private get failure(): Error | null {
    return this.machine.reason === 'filterFailed' ? this.thrown : null;
  }

  private feed(input: CollectorInput<Value>): void {
    for (const action of this.machine.handle(input, this.hub.clock.nowMs())) {
      if (action.type === 'arrived') this.serve();
      else this.ended(action.reason);
    }
  }

  private untilOver(): Promise<CollectorEndReason> {
    const waited = this.hub.waits.begin();
    return new Promise((resolve) => {
      this.watchers.push((reason) => {
        waited();
        resolve(reason);
      });
    });
  }

  private ended(reason: CollectorEndReason): void {
    this.hub.remove(this);
    this.signal?.removeEventListener('abort', this.abort);
    this.serve();
    for (const watcher of this.watchers) watcher(reason);
  }

  /** Gives what waits to those who await it, in order; after the end, those who are left get nothing. */
  private serve(): void {
    while (this.takers.length > 0) {
      const value = this.machine.take();
      if (value === undefined && this.machine.reason === null) return;
      const taker = this.takers.shift();
      taker?.waited();
      if (value === undefined && this.failure !== null) taker?.reject(this.failure);
      else taker?.resolve(value);
    }
  }
}
