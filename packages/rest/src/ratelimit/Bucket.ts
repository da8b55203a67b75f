import type { Due } from './DueHeap.js';
import type { Lane } from './Lane.js';
import { LimitWindow } from './LimitWindow.js';
import type { QueuedCall } from './QueuedCall.js';

/**
 * One limit of Discord's: a hash with a major parameter, or a route with one while its hash is unknown. It holds one lane, or those of all routes that share
 * it. It comes due when something in it may go that cannot now.
 */
export class Bucket implements Due {
  readonly key: string;
  readonly hash: string | null;
  readonly lanes: Lane[] = [];
  readonly window = new LimitWindow();
  dueMs = Infinity;
  place = -1;
  callsUnderWay = 0;
  writesUnderWay = 0;
  /** Nothing goes before this instant: Discord said no, and nothing of the window. */
  heldUntilMs = 0;
  /** Whether it stands among those that wait for what all calls share. */
  isReady = false;
  /** The same, for a call of an interaction. */
  isUrgent = false;
  /** When {@link Bucket.next} may have another answer, if nothing else happens before. */
  wakeAtMs = Infinity;
  /** Who would be next, but for a limit that lasts until {@link Bucket.wakeAtMs}. */
  limitedCall: QueuedCall | null = null;
  /** Up to which limit it was looked for calls that cannot wait so long. */
  searchedToMs = 0;

  constructor(key: string, hash: string | null) {
    this.key = key;
    this.hash = hash;
  }

  /**
   * Who may go now: whoever asked first, if its lane is not held, nothing is under way that it must not overtake, and the window has room. A GET goes beside
   * other GETs; a write goes alone, since only then do two writes arrive in order.
   */
  next(nowMs: number): QueuedCall | null {
    this.wakeAtMs = Infinity;
    this.limitedCall = null;
    const first = this.first(nowMs);
    if (first === null || (first.ticket.isRead ? this.writesUnderWay : this.callsUnderWay) > 0) return null;
    const freeAtMs = Math.max(this.heldUntilMs, this.window.freeAtMs(this.callsUnderWay, nowMs));
    if (freeAtMs <= nowMs) return first;
    this.wakeAtMs = Math.min(this.wakeAtMs, freeAtMs);
    if (freeAtMs !== Infinity) this.limitedCall = first;
    return null;
  }

  /** The earliest instant at which the last call in the line of `lane` can go, if all others go as fast as they can. */
  earliestMs(lane: Lane, nowMs: number): number {
    let ahead = -1;
    for (const one of this.lanes) if (one.heldUntilMs <= nowMs) ahead += one.line.length;
    return Math.max(this.heldUntilMs, lane.heldUntilMs, this.window.earliestMs(Math.max(0, ahead), nowMs));
  }

  /** When its limit lets go of whoever is first, at the earliest; a past instant when it holds nobody. */
  limitedUntilMs(nowMs: number): number {
    return Math.max(this.heldUntilMs, this.window.earliestMs(0, nowMs));
  }

  /** Discord said no, and nothing of the window. */
  hold(untilMs: number): void {
    this.window.forget();
    this.heldUntilMs = Math.max(this.heldUntilMs, untilMs);
  }

  /** Whether it can be forgotten without sending anything too early later. */
  isQuiet(nowMs: number): boolean {
    return this.heldUntilMs <= nowMs && this.window.isQuiet(nowMs);
  }

  add(lane: Lane): void {
    this.lanes.push(lane);
    this.callsUnderWay += lane.callsUnderWay;
    this.writesUnderWay += lane.writesUnderWay;
  }

  remove(lane: Lane): void {
    this.lanes.splice(this.lanes.indexOf(lane), 1);
    this.callsUnderWay -= lane.callsUnderWay;
    this.writesUnderWay -= lane.writesUnderWay;
  }

  private first(nowMs: number): QueuedCall | null {
    let first: QueuedCall | null = null;
    for (const lane of this.lanes) {
      const head = lane.line.first;
      if (head === null) continue;
      if (lane.heldUntilMs > nowMs) this.wakeAtMs = Math.min(this.wakeAtMs, lane.heldUntilMs);
      else if (first === null || head.order < first.order) first = head;
    }
    return first;
  }
}
