import { DROP_ORDER, type DroppableClass, type EventClass } from './eventClass.js';

/** How long nothing more is said about it. */
const QUIET_MS = 60_000;

/** How many events were dropped, by what they were worth. */
export type DroppedEvents = Readonly<Record<DroppableClass, number>>;

/** What is said about a shard whose handlers are too slow. */
export interface OverloadReport {
  readonly dropped: DroppedEvents;
  /** How many events were kept although there was no room, because they are never dropped. */
  readonly kept: number;
}

/** Says at once when a shard's events begin to be dropped, and then once a minute as long as it goes on. */
export class Overload {
  private counts: Record<EventClass, number> = noEvents();
  private isUntold = false;
  private quietUntilMs = -Infinity;

  /** When there will be something to say; `null` when there is not. */
  get deadlineMs(): number | null {
    return this.isUntold ? this.quietUntilMs : null;
  }

  /** An event found no room: it was dropped, or kept all the same when it was a state. */
  note(eventClass: EventClass): void {
    this.counts[eventClass] += 1;
    this.isUntold = true;
  }

  /** What is to be said now. */
  take(nowMs: number): OverloadReport | null {
    if (!this.isUntold || nowMs < this.quietUntilMs) return null;
    const { state: kept, ...dropped } = this.counts;
    this.counts = noEvents();
    this.isUntold = false;
    this.quietUntilMs = nowMs + QUIET_MS;
    return { dropped, kept };
  }
}

/** A count for each class, all zero. */
export function noEvents(): Record<EventClass, number> {
  return Object.fromEntries([...DROP_ORDER, 'state'].map((name) => [name, 0])) as Record<EventClass, number>;
}
