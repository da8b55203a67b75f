/** A call that waits in a {@link TimerHeap}. */
export interface HeapTimer {
  readonly dueMs: number;
  /** Decides between timers of one instant: the lower goes first. */
  readonly order: number;
  readonly callback: () => void;
  /** Where it lies in the heap, -1 when it lies in none. Only the heap changes it. */
  index: number;
}

/** Timers by instant: a binary heap in which each timer knows its place, so that taking one out costs as little as putting it in. */
export class TimerHeap {
  private readonly timers: HeapTimer[] = [];

  get size(): number {
    return this.timers.length;
  }

  /** The timer that is due first. */
  peek(): HeapTimer | undefined {
    return this.timers[0];
  }

  add(timer: HeapTimer): void {
    this.rise(timer, this.timers.length);
  }

  /** Takes a timer out; one that is not in does nothing. */
  remove(timer: HeapTimer): void {
    const { index } = timer;
    if (index === -1) return;
    timer.index = -1;
    const last = this.timers.pop();
    if (last === undefined || last === timer) return;
    // The last one fills the gap, and may belong above or below it.
    this.rise(last, index);
    this.sink(last, last.index);
  }

  /** Puts `timer` at `from` or as far above as it belongs. */
  private rise(timer: HeapTimer, from: number): void {
    let index = from;
    for (;;) {
      const above = (index - 1) >> 1;
      const parent = this.timers[above];
      if (parent === undefined || !isBefore(timer, parent)) break;
      this.put(parent, index);
      index = above;
    }
    this.put(timer, index);
  }

  /** Puts `timer` at `from` or as far below as it belongs. */
  private sink(timer: HeapTimer, from: number): void {
    let index = from;
    for (;;) {
      const child = this.earlierChild(index);
      if (child === undefined || !isBefore(child, timer)) break;
      const below = child.index;
      this.put(child, index);
      index = below;
    }
    this.put(timer, index);
  }

  private earlierChild(index: number): HeapTimer | undefined {
    const left = this.timers[2 * index + 1];
    const right = this.timers[2 * index + 2];
    return left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
  }

  private put(timer: HeapTimer, index: number): void {
    this.timers[index] = timer;
    timer.index = index;
  }
}

function isBefore(one: HeapTimer, other: HeapTimer): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);
}
