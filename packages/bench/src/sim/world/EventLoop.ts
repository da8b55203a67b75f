import type { CancelTimer, Clock } from '@aplomb/base';

// Under jest a look at a global is dear, and these are looked at millions of times.
const { floor, max } = Math;

/** What happens at an instant. A promise is waited for, and takes no virtual time. */
export type Turn = () => void | Promise<void>;

interface Scheduled {
  readonly at: number;
  readonly order: number;
  run: Turn | null;
}

/** Instants are whole microseconds, so that a timer is never a rounding error early. */
const TICKS_PER_MS = 1_000;
const EPOCH_MS = Date.UTC(2026, 0, 1);

/**
 * Virtual time: what is to happen, in order, as fast as the machine can. Promises are let settle wherever something asynchronous was begun, so that
 * an `await` takes no virtual time and a run is the same every time.
 */
export class EventLoop implements Clock {
  /** Set it when promises are on their way: they settle before anything else happens. */
  isUnsettled = false;
  /** How many things have happened. */
  turns = 0;
  private ticks = 0;
  private order = 0;
  private readonly heap: Scheduled[] = [];
  private isStopped = false;

  nowMs(): number {
    return this.ticks / TICKS_PER_MS;
  }

  wallMs(): number {
    return EPOCH_MS + this.nowMs();
  }

  after(delayMs: number, callback: Turn): CancelTimer {
    const scheduled: Scheduled = {
      at: this.ticks + floor(max(0, delayMs) * TICKS_PER_MS) + 1,
      order: this.order++,
      run: callback,
    };
    this.push(scheduled);
    return () => {
      scheduled.run = null;
    };
  }

  at(instantMs: number, callback: Turn): CancelTimer {
    return this.after(instantMs - this.nowMs(), callback);
  }

  /** Ends {@link runUntil} after the present turn. */
  stop(): void {
    this.isStopped = true;
  }

  /** Lets everything happen that is due until then. */
  async runUntil(untilMs: number): Promise<void> {
    await this.settle();
    for (let next = this.heap[0]; next !== undefined && next.at <= untilMs * TICKS_PER_MS && !this.isStopped; next = this.heap[0]) {
      this.pop();
      if (next.run === null) continue;
      this.ticks = next.at;
      this.turns += 1;
      const underWay = next.run();
      if (underWay !== undefined) await underWay;
      if (this.isUnsettled) await this.settle();
    }
    if (!this.isStopped) this.ticks = max(this.ticks, floor(untilMs * TICKS_PER_MS));
  }

  /** Lets all promises settle. */
  async settle(): Promise<void> {
    // Asked from within a promise, Node empties the whole queue of promises before the next tick; and a tick costs less than a turn of its event loop.
    await Promise.resolve();
    await new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
    this.isUnsettled = false;
  }

  private push(scheduled: Scheduled): void {
    const { heap } = this;
    let index = heap.length;
    heap.push(scheduled);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (parent === undefined || !isBefore(scheduled, parent)) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = scheduled;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (let child = this.smallerChild(index); child !== null && isBefore(child.value, last); child = this.smallerChild(index)) {
      heap[index] = child.value;
      index = child.index;
    }
    heap[index] = last;
  }

  private smallerChild(index: number): { readonly value: Scheduled; readonly index: number } | null {
    const left = this.heap[2 * index + 1];
    const right = this.heap[2 * index + 2];
    if (left === undefined) return null;
    return right !== undefined && isBefore(right, left) ? { value: right, index: 2 * index + 2 } : { value: left, index: 2 * index + 1 };
  }
}

function isBefore(one: Scheduled, other: Scheduled): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
