import type { Push, TimelineEntry } from '../protocol.js';

/** Pushes of which only the newest counts. */
export type State = Extract<Push, { readonly type: 'armed' | 'clock' | 'people' | 'recording' | 'shards' }>;

/** Pushes that all arrive. */
export type News = Exclude<Push, State>;

/**
 * News that wait for the next frame. Views and events keep their order; of all that is a state only the last one is sent, made when it is sent; and an
 * entry of the timeline that changed ten times is sent once.
 */
export class PushBatch {
  private readonly entries = new Map<number, TimelineEntry>();
  private readonly latest = new Map<State['type'], () => State>();
  private ordered: Push[] = [];

  get isEmpty(): boolean {
    return this.ordered.length === 0 && this.latest.size === 0 && this.entries.size === 0;
  }

  add(push: News): void {
    if (push.type === 'timeline') for (const entry of push.entries) this.entries.set(entry.id, entry);
    else this.ordered.push(push);
  }

  /** Says that a state has changed: `make` tells it when the frame is made. */
  mark(type: State['type'], make: () => State): void {
    this.latest.set(type, make);
  }

  /** What is to be sent, and nothing is left. */
  take(): readonly Push[] {
    const states = [...this.latest.values()].map((make) => make());
    const entries = [...this.entries.values()].sort((one, other) => one.id - other.id);
    const taken = [...this.ordered, ...states, ...(entries.length === 0 ? [] : [{ type: 'timeline' as const, entries }])];
    this.ordered = [];
    this.latest.clear();
    this.entries.clear();
    return taken;
  }
}
