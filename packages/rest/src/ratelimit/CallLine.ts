import type { QueuedCall } from './QueuedCall.js';

/** Calls in the order in which they asked. Whoever gives up leaves from anywhere at no cost, so that nothing piles up behind a call that waits long. */
export class CallLine {
  first: QueuedCall | null = null;
  length = 0;
  private last: QueuedCall | null = null;

  get firstOrder(): number {
    return this.first?.order ?? Infinity;
  }

  /** Puts a call in its place: mostly the end, near the front when Discord sent it back. */
  add(call: QueuedCall): void {
    const isLast = this.last === null || this.last.order < call.order;
    const next = isLast ? null : this.firstAfter(call.order);
    const previous = next === null ? this.last : next.previous;
    this.join(previous, call);
    this.join(call, next);
    this.length += 1;
  }

  /** Takes out a call, which must be in. */
  remove(call: QueuedCall): void {
    this.join(call.previous, call.next);
    call.previous = call.next = null;
    this.length -= 1;
  }

  *[Symbol.iterator](): IterableIterator<QueuedCall> {
    for (let call = this.first; call !== null; call = call.next) yield call;
  }

  private firstAfter(order: number): QueuedCall | null {
    let call = this.first;
    while (call !== null && call.order < order) call = call.next;
    return call;
  }

  private join(before: QueuedCall | null, after: QueuedCall | null): void {
    if (before === null) this.first = after;
    else before.next = after;
    if (after === null) this.last = before;
    else after.previous = before;
  }
}
