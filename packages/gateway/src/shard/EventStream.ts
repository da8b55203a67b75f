import { Deque } from '@aplomb/base';

interface Waiting<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

/** What an {@link EventStream} tells its shard. */
export interface EventStreamOwner {
  /** More waits than is good: read no more for now. */
  readonly onFull: () => void;
  /** There is room again. */
  readonly onDrained: () => void;
  /** The consumer asks for a value. */
  readonly onPulled: () => void;
  /** The consumer has left. */
  readonly onLeft: () => void;
}

/**
 * The events of a shard for one `for await`. Values wait in order for their consumer; nothing is dropped: a consumer that lags makes the shard stop
 * reading.
 */
export class EventStream<T> implements AsyncIterableIterator<T, undefined> {
  private readonly values = new Deque<T>();
  private readonly waiting = new Deque<Waiting<T>>();
  private end: { readonly error: unknown } | null = null;
  private isFull = false;
  private marked = 0;
  private readonly maxValues: number;
  private readonly owner: EventStreamOwner;

  constructor(maxValues: number, owner: EventStreamOwner) {
    this.maxValues = maxValues;
    this.owner = owner;
  }

  /** How many values wait. */
  get length(): number {
    return this.values.length;
  }

  /** The value that is next in line. */
  get first(): T | undefined {
    return this.values.peek();
  }

  /** How many of those that wait were there at the last {@link mark}. */
  get older(): number {
    return this.marked;
  }

  /** Remembers which values wait now. */
  mark(): void {
    this.marked = this.values.length;
  }

  push(value: T): void {
    if (this.end !== null) return;
    const consumer = this.waiting.shift();
    if (consumer !== undefined) {
      consumer.resolve({ done: false, value });
      return;
    }
    this.values.push(value);
    if (this.isFull || this.values.length < this.maxValues) return;
    this.isFull = true;
    this.owner.onFull();
  }

  /** No more will come. What waits can still be pulled; then the iteration ends, with `error` if there is one. */
  finish(error: unknown): void {
    if (this.end !== null) return;
    this.end = { error };
    for (let consumer = this.waiting.shift(); consumer !== undefined; consumer = this.waiting.shift()) this.settleEnd(consumer);
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.end === null) this.owner.onPulled();
    if (this.values.length > 0) return Promise.resolve({ done: false, value: this.pull() });
    return new Promise((resolve, reject) => {
      if (this.end === null) this.waiting.push({ resolve, reject });
      else this.settleEnd({ resolve, reject });
    });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.values.clear();
    this.marked = 0;
    this.finish(null);
    this.drained();
    this.owner.onLeft();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private pull(): T {
    const value = this.values.shift() as T;
    if (this.marked > 0) this.marked -= 1;
    // Half way down, not at the first free place: a consumer at its limit would otherwise stop and start the socket with every event.
    if (this.isFull && this.values.length <= this.maxValues / 2) this.drained();
    return value;
  }

  private drained(): void {
    if (!this.isFull) return;
    this.isFull = false;
    this.owner.onDrained();
  }

  /** The first one to see the end gets the error; an iteration that goes on after it just ends. */
  private settleEnd(consumer: Waiting<T>): void {
    const error = this.end?.error ?? null;
    this.end = { error: null };
    if (error === null) consumer.resolve({ done: true, value: undefined });
    else consumer.reject(error);
  }
}
