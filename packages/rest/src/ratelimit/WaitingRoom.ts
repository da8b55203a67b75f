import { DueHeap } from './DueHeap.js';
import type { QueuedCall } from './QueuedCall.js';

/** All calls that wait, in whatever lane: how many, and who has waited too long. */
export class WaitingRoom {
  private readonly giveUps = new DueHeap<QueuedCall>();
  private readonly most: number;
  private others = 0;
  private interactions = 0;

  /** @param most how many may wait; calls of interactions are counted for themselves, so that no backlog keeps them out */
  constructor(most: number) {
    this.most = most;
  }

  get count(): number {
    return this.others + this.interactions;
  }

  /** When the first call gives up. */
  get nextGiveUpMs(): number {
    return this.giveUps.nextMs;
  }

  /** All that are kept, in no order. */
  [Symbol.iterator](): IterableIterator<QueuedCall> {
    return this.giveUps[Symbol.iterator]();
  }

  enter(call: QueuedCall): void {
    call.stage = 'waiting';
    call.lane.line.add(call);
    this.change(call, 1);
  }

  leave(call: QueuedCall): void {
    call.lane.line.remove(call);
    this.giveUps.remove(call);
    this.change(call, -1);
  }

  /** From here on a call comes due when it has waited too long. */
  keep(call: QueuedCall): void {
    this.giveUps.set(call, call.giveUpAtMs);
  }

  /** Whether a call that has just entered is one too many. */
  isTooFullFor({ ticket }: QueuedCall): boolean {
    return (ticket.isInteraction ? this.interactions : this.others) > this.most;
  }

  /** Who gives up first, if that is at `nowMs` or before. It stays until it leaves. */
  takeOverdue(nowMs: number): QueuedCall | undefined {
    return this.giveUps.takeDue(nowMs);
  }

  private change({ ticket }: QueuedCall, by: number): void {
    if (ticket.isInteraction) this.interactions += by;
    else this.others += by;
  }
}
