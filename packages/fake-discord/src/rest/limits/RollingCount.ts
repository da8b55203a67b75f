import { Deque } from '@aplomb/base';

/** What happened in the time just past. */
export class RollingCount {
  private readonly instants = new Deque<number>();
  private readonly limit: number;
  private readonly spanMs: number;

  constructor(limit: number, spanMs: number) {
    this.limit = limit;
    this.spanMs = spanMs;
  }

  /** How long until one more is allowed; 0 when it is now. */
  waitMs(nowMs: number): number {
    this.forget(nowMs);
    const oldest = this.instants.peek();
    return this.instants.length < this.limit || oldest === undefined ? 0 : oldest + this.spanMs - nowMs;
  }

  add(nowMs: number): void {
    // No more than the limit need be known: the oldest of them decides when there is room again.
    if (this.limit !== Infinity && this.instants.length < this.limit) this.instants.push(nowMs);
  }

  private forget(nowMs: number): void {
    for (let oldest = this.instants.peek(); oldest !== undefined && oldest + this.spanMs <= nowMs; oldest = this.instants.peek()) {
      this.instants.shift();
    }
  }
}
