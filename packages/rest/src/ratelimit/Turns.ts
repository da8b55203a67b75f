import { Deque } from '@aplomb/base';
import type { Bucket } from './Bucket.js';
import { DueHeap } from './DueHeap.js';
import type { LimitBook } from './LimitBook.js';
import type { QueuedCall } from './QueuedCall.js';
import type { SharedGates } from './SharedGates.js';

/** What {@link Turns} are made of. */
export interface TurnsOptions {
  readonly book: LimitBook;
  readonly gates: SharedGates;
  /** A call goes. */
  readonly grant: (call: QueuedCall) => void;
  /** The first call of a bucket's line has met a limit. */
  readonly meetLimit: (bucket: Bucket, call: QueuedCall) => void;
}

/**
 * Who goes when. Buckets whose first call may go take turns at the gates that all calls share; the others wait for an instant, or for an answer. Calls of
 * interactions do not take turns: they go as soon as their bucket and the host allow.
 */
export class Turns {
  private readonly options: TurnsOptions;
  private readonly wakes = new DueHeap<Bucket>();
  private readonly ready = new Deque<Bucket>();
  private readonly urgent = new Deque<Bucket>();

  constructor(options: TurnsOptions) {
    this.options = options;
  }

  /** When somebody may go who cannot now, `Infinity` while only an answer can tell. */
  nextMs(nowMs: number): number {
    const { gates } = this.options;
    const readyMs = this.ready.length > 0 ? gates.nextMs(false, nowMs) : Infinity;
    const urgentMs = this.urgent.length > 0 ? gates.nextMs(true, nowMs) : Infinity;
    return Math.min(this.wakes.nextMs, readyMs, urgentMs);
  }

  /** Finds out who of a bucket may go, after anything about it has changed. */
  settle(bucket: Bucket, nowMs: number): void {
    this.gather(bucket, nowMs);
    const { gates, grant, meetLimit } = this.options;
    let call = bucket.next(nowMs);
    while (call?.ticket.isInteraction === true && gates.nextMs(true, nowMs) <= nowMs) {
      grant(call);
      call = bucket.next(nowMs);
    }
    this.wakes.set(bucket, bucket.wakeAtMs);
    if (call !== null) this.join(bucket, call.ticket.isInteraction);
    else if (bucket.limitedCall !== null) meetLimit(bucket, bucket.limitedCall);
  }

  /** Settles the buckets whose instant has come. */
  wake(nowMs: number): void {
    for (let due = this.wakes.takeDue(nowMs); due !== undefined; due = this.wakes.takeDue(nowMs)) this.settle(due, nowMs);
  }

  /** Lets buckets through the shared gates, one call each in turn. What has changed since a bucket lined up, it finds out now. */
  pump(nowMs: number): void {
    for (const bucket of this.options.book.takeLeft()) this.settle(bucket, nowMs);
    this.pumpUrgent(nowMs);
    const { gates, grant } = this.options;
    while (this.ready.length > 0 && gates.nextMs(false, nowMs) <= nowMs) {
      const bucket = this.ready.shift();
      if (bucket === undefined) return;
      bucket.isReady = false;
      this.gather(bucket, nowMs);
      const call = bucket.next(nowMs);
      if (call !== null && !call.ticket.isInteraction) grant(call);
      this.settle(bucket, nowMs);
    }
  }

  private pumpUrgent(nowMs: number): void {
    while (this.urgent.length > 0 && this.options.gates.nextMs(true, nowMs) <= nowMs) {
      const bucket = this.urgent.shift();
      if (bucket === undefined) return;
      bucket.isUrgent = false;
      this.settle(bucket, nowMs);
    }
  }

  private join(bucket: Bucket, isUrgent: boolean): void {
    if (isUrgent) {
      if (!bucket.isUrgent) this.urgent.push(bucket);
      bucket.isUrgent = true;
    } else {
      if (!bucket.isReady) this.ready.push(bucket);
      bucket.isReady = true;
    }
  }

  private gather(bucket: Bucket, nowMs: number): void {
    for (const other of this.options.book.gather(bucket, nowMs)) if (other !== bucket) this.settle(other, nowMs);
  }
}
