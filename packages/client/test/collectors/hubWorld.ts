import { ManualClock } from '@aplomb/base';
import { CollectorHub } from '../../src/collectors/CollectorHub.js';
import type { ResolvedLimits } from '../../src/collectors/CollectorOptions.js';
import type { Ear, Hearing } from '../../src/collectors/Ear.js';

/** What a collector collects in these tests: a view, as far as it matters. */
export interface Heard {
  readonly data: object;
}

/** A hub whose clock the test winds. `tell` brings an event as the client does; `listened` has the events that somebody began to wait for. */
export function hubWorld() {
  const clock = new ManualClock();
  const listened: string[] = [];
  const hub = new CollectorHub({
    clock,
    handlers: { running: 1, look: () => undefined },
    listened: (event) => listened.push(event),
  });
  const tell = (event: string, data: object): void => {
    hub.hear(event, data, () => [{ data }, 'the context', undefined]);
  };
  /** Nothing is left of what came and went. */
  const isEmpty = (): boolean => hub.size === 0 && hub.events.length === 0 && hub.waits.count === 0 && clock.pendingTimers === 0;
  return { clock, hub, isEmpty, listened, tell };
}

/** Limits that limit nothing, but for those given. */
export function limits(given: Partial<ResolvedLimits> = {}): ResolvedLimits {
  return { bufferLimit: 1_000, idleMs: Infinity, max: Infinity, overflow: 'dropOldest', signal: undefined, timeoutMs: Infinity, ...given };
}

/** An ear that writes down what happens to it. */
export class NotingEar implements Ear {
  deadlineMs: number | null = null;
  readonly hearings: readonly Hearing[];
  readonly notes: string[] = [];
  onNote: (note: string) => void = () => undefined;

  constructor(...hearings: readonly Hearing[]) {
    this.hearings = hearings;
  }

  hear(event: string): void {
    this.note(event);
  }

  end(reason: string): void {
    this.note(`end: ${reason}`);
  }

  wake(): void {
    this.note('wake');
  }

  private note(note: string): void {
    this.notes.push(note);
    this.onNote(note);
  }
}

/** What promises have come to by the end of this turn: their value, `'pending'` or what they were rejected with. */
export async function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  const turn = new Promise((resolve) => setImmediate(resolve, 'pending'));
  return Promise.race([promise.catch((cause: unknown) => ({ rejected: cause })), turn]);
}
