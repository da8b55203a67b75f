import { ArrivalGuess } from './ArrivalGuess.js';
import { DueHeap, type Due } from './DueHeap.js';

/*
 * Discord counts a request when it arrives, which we do not see. What we see is when it was written to an open connection, and when its answer came. A later
 * request arrives no sooner than the fastest way there takes. So a place may be taken again one second after its last request was written, plus by how much that
 * request may have been longer on its way than the fastest. A request that waits for a connection keeps its place; one that is written has it no longer than
 * that, however long its answer takes: a server that hangs on some calls must not hold up all others.
 */

const SECOND_MS = 1_000;
const MARGIN_MS = 2;

/** One of the places, from when a request takes it until it is free again. */
export class GlobalPlace implements Due {
  dueMs = Infinity;
  place = -1;
  writtenAtMs: number | null = null;
}

/** The limit of all calls together: so many places, each of which is free again a second after its request was counted. No burst fits over the edge of a second. */
export class GlobalWindow {
  private readonly places: number;
  private readonly arrivals = new ArrivalGuess();
  private readonly freeing = new DueHeap<GlobalPlace>();
  /** Places of requests that are not written yet. */
  private unwritten = 0;

  /** @param perSecond how many requests a second takes; `Infinity` and what is no number above 0 switch the limit off */
  constructor(perSecond: number) {
    this.places = perSecond > 0 ? Math.max(1, Math.floor(perSecond)) : Infinity;
  }

  /** When the next request may go: `nowMs` for at once, `Infinity` while only the sender can tell. */
  nextMs(nowMs: number): number {
    while (this.freeing.takeDue(nowMs) !== undefined);
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
    this.freeing.set(place, this.arrivals.latestMs(nowMs, nowMs) + SECOND_MS + MARGIN_MS);
  }

  /** An answer came, also one to a call that is not counted. */
  measure(writtenAtMs: number, nowMs: number): void {
    if (this.places !== Infinity) this.arrivals.measure(writtenAtMs, nowMs);
  }

  /** A request was answered; `sentAtMs` for one whose writing nobody told. {@link GlobalWindow.measure} comes first. */
  answered(place: GlobalPlace, sentAtMs: number, nowMs: number): void {
    const wasWritten = place.writtenAtMs !== null;
    this.written(place, sentAtMs);
    // Its place may be free already, or somebody else's.
    if (wasWritten && place.place === -1) return;
    this.freeing.set(place, this.arrivals.latestOfAnsweredMs(place.writtenAtMs ?? sentAtMs, nowMs) + SECOND_MS + MARGIN_MS);
  }

  /** A request will not be answered. It may have arrived as late as any. */
  lost(place: GlobalPlace, nowMs: number): void {
    this.written(place, nowMs);
  }

  /** A place was taken for a request that was not sent. */
  giveBack(place: GlobalPlace): void {
    if (place.writtenAtMs === null) this.unwritten -= 1;
    else this.freeing.remove(place);
    place.writtenAtMs = -Infinity;
  }

  /** Discord counted more requests than we did. */
  exceeded(nowMs: number): void {
    this.arrivals.widen(nowMs);
  }
}
