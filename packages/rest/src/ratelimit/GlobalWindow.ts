import { ArrivalGuess } from './ArrivalGuess.js';
import { DueHeap, type Due } from './DueHeap.js';

/*
 * Discord counts a request when it arrives, which we do not see. What we see is when it was written to an open connection, when its answer came, and what that
 * says of the server's clock. A later request arrives no sooner than the fastest way there takes. So a place may be taken again one second after its last
 * request was written, plus by how much that request was longer on its way than the fastest.
 *
 * A request that waits for a connection keeps its place. One that is written should have arrived a moment later; if it is not answered when its place could be
 * taken again, it is *overdue*. It may be on its way still, and would then arrive together with whatever took its place. Or the server has it and hangs, as it
 * may do on many calls at once, which must not hold up all others. So a few that are overdue keep their places, for some seconds.
 */

const SECOND_MS = 1_000;
/** Discord rounds its times, and so does every clock. */
const MARGIN_MS = 3;
/** How many overdue requests keep their places: 6 % of the 50 that Discord grants, and no larger share of fewer. */
const MOST_OVERDUE = 3;
const OVERDUE_SHARE = 1 / 16;
/** How late a request may arrive while it is not answered. */
const LONGEST_WAY_MS = 6_000;

/** One of the places, from when a request takes it until it is free again. */
export class GlobalPlace implements Due {
  dueMs = Infinity;
  place = -1;
  writtenAtMs: number | null = null;
  /** Whether it may be taken again once it is due. Otherwise it is overdue then. */
  isSettled = false;
}

/** The limit of all calls together: so many places, each of which is free again a second after its request was counted. No burst fits over the edge of a second. */
export class GlobalWindow {
  private readonly places: number;
  private readonly mostOverdue: number;
  private readonly arrivals = new ArrivalGuess();
  private readonly freeing = new DueHeap<GlobalPlace>();
  /** Oldest first, and never more than a few. */
  private readonly overdue: GlobalPlace[] = [];
  /** Places of requests that are not written yet. */
  private unwritten = 0;

  /** @param perSecond how many requests a second takes; `Infinity` and what is no number above 0 switch the limit off */
  constructor(perSecond: number) {
    this.places = perSecond > 0 ? Math.max(1, Math.floor(perSecond)) : Infinity;
    this.mostOverdue = Math.min(MOST_OVERDUE, Math.floor(this.places * OVERDUE_SHARE));
  }

  /** When the next request may go: `nowMs` for at once, `Infinity` while only the sender can tell. */
  nextMs(nowMs: number): number {
    for (let place = this.freeing.takeDue(nowMs); place !== undefined; place = this.freeing.takeDue(nowMs)) {
      if (place.isSettled) this.forget(place);
      else this.keep(place);
    }
    if (this.unwritten + this.freeing.size < this.places) return nowMs;
    return this.freeing.nextMs;
  }

  /** Takes a place, `null` where there is no limit. */
  take(): GlobalPlace | null {
    if (this.places === Infinity) return null;
    this.unwritten += 1;
    return new GlobalPlace();
  }

  written(place: GlobalPlace, nowMs: number): void {
    if (place.writtenAtMs !== null) return;
    this.unwritten -= 1;
    place.writtenAtMs = nowMs;
    this.freeing.set(place, freeMs(this.arrivals.latestMs(nowMs, nowMs)));
  }

  /** An answer came, also one to a call that is not counted. @param serverAtMs what the server's clock showed when it counted, `null` when it did not say */
  measure(writtenAtMs: number, nowMs: number, serverAtMs: number | null): void {
    if (this.places !== Infinity) this.arrivals.measure(writtenAtMs, nowMs, serverAtMs);
  }

  /** A request was answered; `sentAtMs` for one whose writing nobody told. {@link GlobalWindow.measure} comes first. */
  answered(place: GlobalPlace, sentAtMs: number, nowMs: number, serverAtMs: number | null): void {
    this.written(place, sentAtMs);
    this.settle(place, this.arrivals.latestOfAnsweredMs(place.writtenAtMs ?? sentAtMs, nowMs, serverAtMs));
  }

  /** A request will not be answered. It may have arrived at any time until now. */
  lost(place: GlobalPlace, nowMs: number): void {
    this.written(place, nowMs);
    this.settle(place, nowMs);
  }

  /** A place was taken for a request that was not sent. */
  giveBack(place: GlobalPlace): void {
    if (place.writtenAtMs === null) this.unwritten -= 1;
    place.writtenAtMs = -Infinity;
    this.freeing.remove(place);
    this.forget(place);
  }

  /** Discord counted more requests than we did. */
  exceeded(nowMs: number): void {
    this.arrivals.widen(nowMs);
  }

  /** No more will be heard of a request, but its place may be free already, or somebody else's. */
  private settle(place: GlobalPlace, countedAtMs: number): void {
    if (place.place === -1) return;
    this.forget(place);
    place.isSettled = true;
    this.freeing.set(place, freeMs(countedAtMs));
  }

  /** Keeps the place of an overdue request, in exchange for the oldest such where there are too many. */
  private keep(place: GlobalPlace): void {
    place.isSettled = true;
    this.freeing.set(place, freeMs((place.writtenAtMs ?? 0) + LONGEST_WAY_MS));
    this.overdue.push(place);
    if (this.overdue.length <= this.mostOverdue) return;
    const oldest = this.overdue.shift();
    if (oldest !== undefined) this.freeing.remove(oldest);
  }

  /** It is overdue no longer. */
  private forget(place: GlobalPlace): void {
    const index = this.overdue.indexOf(place);
    if (index !== -1) this.overdue.splice(index, 1);
  }
}

/** When the place of a request is free again. */
function freeMs(countedAtMs: number): number {
  return countedAtMs + SECOND_MS + MARGIN_MS;
}
