import { Deque } from '@aplomb/base';

/** How much happens within so long, wherever that begins. */
export class RollingCount {
  /** The most there ever was. */
  peak = 0;
  total = 0;
  private readonly instantsMs = new Deque<number>();
  private readonly windowMs: number;

  constructor(windowMs: number) {
    this.windowMs = windowMs;
  }

  add(nowMs: number): void {
    const { instantsMs } = this;
    instantsMs.push(nowMs);
    while ((instantsMs.peek() ?? nowMs) <= nowMs - this.windowMs) instantsMs.shift();
    this.total += 1;
    this.peak = Math.max(this.peak, instantsMs.length);
  }
}
