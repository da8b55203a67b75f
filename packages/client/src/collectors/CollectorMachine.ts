import { Deque, type Machine } from '@aplomb/base';
import type { HubEndReason } from './Ear.js';

/** Why a collector has ended. */
export type CollectorEndReason = OutsideReason | 'idle' | 'max' | 'overflow' | 'timeout';

/** The ends that somebody else decides. */
export type OutsideReason = HubEndReason | 'aborted' | 'filterFailed' | 'stopped';

/** What happens when something is collected while as much as `bufferLimit` waits already. */
export type CollectorOverflow = 'dropNewest' | 'dropOldest' | 'end';

/** How long and how much a machine collects. `Infinity` is no limit. */
export interface CollectorBounds {
  readonly bufferLimit: number;
  readonly idleMs: number;
  readonly max: number;
  readonly overflow: CollectorOverflow;
  readonly timeoutMs: number;
}

/** What a collector is told. */
export type CollectorInput<Value> =
  /** An event passed the filter. */
  | { readonly type: 'accepted'; readonly value: Value }
  | { readonly type: 'deadline' }
  | { readonly type: 'end'; readonly reason: OutsideReason }
  /** An event did not pass the filter. */
  | { readonly type: 'refused' };

/** What a collector answers. */
export type CollectorAction =
  /** Something waits to be taken. */
  { readonly type: 'arrived' } | { readonly type: 'ended'; readonly reason: CollectorEndReason };

const NOTHING: readonly CollectorAction[] = [];
const ARRIVED: CollectorAction = { type: 'arrived' };

/**
 * One collector's life without its filter, its timer and its reader.
 *
 * It is live until its first end, and deaf afterwards; what was collected by then can still be taken. Two clocks run: one from the start, one from the
 * last event that was accepted. An event that comes when one of them has run out is too late, even if the timer is later still; of two that have run out
 * the earlier one counts.
 */
export class CollectorMachine<Value> implements Machine<CollectorInput<Value>, CollectorAction> {
  private readonly bounds: CollectorBounds;
  private readonly buffer = new Deque<Value>();
  private readonly startMs: number;
  private lastMs: number;
  private acceptedCount = 0;
  private droppedCount = 0;
  private refusedCount = 0;
  private endReason: CollectorEndReason | null = null;

  constructor(bounds: CollectorBounds, nowMs: number) {
    this.bounds = bounds;
    this.startMs = nowMs;
    this.lastMs = nowMs;
  }

  /** How many events passed the filter, those among them that were dropped included. */
  get accepted(): number {
    return this.acceptedCount;
  }

  /** How many of them were dropped for want of room. */
  get dropped(): number {
    return this.droppedCount;
  }

  /** How many events the filter refused. */
  get refused(): number {
    return this.refusedCount;
  }

  /** Why it has ended; `null` while it is live. */
  get reason(): CollectorEndReason | null {
    return this.endReason;
  }

  /** What was collected and not taken, the oldest first. */
  get waiting(): readonly Value[] {
    return [...this.buffer];
  }

  get deadlineMs(): number | null {
    if (this.endReason !== null) return null;
    const dueMs = Math.min(this.timeoutDueMs, this.idleDueMs);
    return dueMs === Infinity ? null : dueMs;
  }

  /** Takes the oldest that waits. `undefined` when nothing does. */
  take(): Value | undefined {
    return this.buffer.shift();
  }

  handle(input: CollectorInput<Value>, nowMs: number): readonly CollectorAction[] {
    if (this.endReason !== null) return NOTHING;
    if (input.type === 'end') return [this.end(input.reason)];
    if (nowMs >= Math.min(this.timeoutDueMs, this.idleDueMs)) {
      return [this.end(this.timeoutDueMs <= this.idleDueMs ? 'timeout' : 'idle')];
    }
    if (input.type === 'accepted') return this.accept(input.value, nowMs);
    if (input.type === 'refused') this.refusedCount += 1;
    return NOTHING;
  }

  private get timeoutDueMs(): number {
    return this.startMs + this.bounds.timeoutMs;
  }

  private get idleDueMs(): number {
    return this.lastMs + this.bounds.idleMs;
  }

  private accept(value: Value, nowMs: number): readonly CollectorAction[] {
    this.acceptedCount += 1;
    this.lastMs = nowMs;
    const isFull = this.buffer.length >= this.bounds.bufferLimit;
    if (isFull) this.droppedCount += 1;
    if (isFull && this.bounds.overflow === 'end') return [this.end('overflow')];
    const isKept = !isFull || this.bounds.overflow === 'dropOldest';
    if (isFull && isKept) this.buffer.shift();
    if (isKept) this.buffer.push(value);
    const arrived = isKept ? [ARRIVED] : NOTHING;
    return this.acceptedCount >= this.bounds.max ? [...arrived, this.end('max')] : arrived;
  }

  private end(reason: CollectorEndReason): CollectorAction {
    this.endReason = reason;
    return { type: 'ended', reason };
  }
}
