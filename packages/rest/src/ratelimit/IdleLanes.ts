import type { Lane } from './Lane.js';

/** How long a lane is kept after its last call. */
const KEPT_MS = 10_000;
/** How many are kept although what they know still matters (a limit that lasts for hours); then the oldest goes all the same. */
const MOST_KEPT = 20_000;

/** The lanes that nobody uses, longest unused first, in a list from which each can be taken at no cost. */
export class IdleLanes {
  private first: Lane | null = null;
  private last: Lane | null = null;
  private count = 0;

  add(lane: Lane, nowMs: number): void {
    if (lane.idleSinceMs !== null) return;
    lane.idleSinceMs = nowMs;
    this.join(this.last, lane);
    this.join(lane, null);
    this.count += 1;
  }

  /** Takes a lane out; one that is not in does nothing. */
  remove(lane: Lane): void {
    if (lane.idleSinceMs === null) return;
    lane.idleSinceMs = null;
    this.join(lane.previousIdle, lane.nextIdle);
    lane.previousIdle = lane.nextIdle = null;
    this.count -= 1;
  }

  /** Takes out a lane that can be forgotten, if the one that is unused longest can. Otherwise that one is kept for another while. */
  takeStale(nowMs: number): Lane | null {
    const lane = this.first;
    if (lane?.idleSinceMs == null) return null;
    const isFull = this.count > MOST_KEPT;
    if (!isFull && nowMs - lane.idleSinceMs < KEPT_MS) return null;
    this.remove(lane);
    if (isFull || lane.isQuiet(nowMs)) return lane;
    this.add(lane, nowMs);
    return null;
  }

  private join(before: Lane | null, after: Lane | null): void {
    if (before === null) this.first = after;
    else before.nextIdle = after;
    if (after === null) this.last = before;
    else after.previousIdle = before;
  }
}
