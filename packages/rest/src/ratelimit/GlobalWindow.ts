import { InstantHeap } from './InstantHeap.js';
import { LeastRoundTrip } from './LeastRoundTrip.js';

/*
 * Discord counts a request when it arrives, which we do not see: it arrives at some moment between sending and answer. A later request arrives no sooner than
 * the fastest way there takes. So a place may be taken again one second after its last request was *sent*, plus by how much that request's round trip was
 * longer than the fastest: had all of the delay been on the way there, the two would still be one second apart. A request without an answer keeps its place.
 */

const SECOND_MS = 1_000;
const MARGIN_MS = 2;

/** The limit of all calls together: so many places, each of which is free again a second after its request was counted. No burst fits over the edge of a second. */
export class GlobalWindow {
  private readonly places: number;
  private readonly freeAt = new InstantHeap();
  private readonly roundTrip = new LeastRoundTrip();
  private unanswered = 0;

  /** @param perSecond how many requests a second takes; `Infinity` and what is no number above 0 switch the limit off */
  constructor(perSecond: number) {
    this.places = perSecond > 0 ? Math.max(1, Math.floor(perSecond)) : Infinity;
  }

  /** When the next request may go: `nowMs` for at once, `Infinity` while only an answer can tell. */
  nextMs(nowMs: number): number {
    while (this.freeAt.nextMs <= nowMs) this.freeAt.take();
    if (this.unanswered + this.freeAt.size < this.places) return nowMs;
    return this.freeAt.nextMs;
  }

  take(): void {
    this.unanswered += 1;
  }

  /** An answer came, also one to a call that is not counted: it tells how fast the network is. */
  measure(sentAtMs: number, nowMs: number): void {
    this.roundTrip.add(nowMs - sentAtMs, nowMs);
  }

  /** A counted request was answered. {@link GlobalWindow.measure} comes first. */
  answered(nowMs: number): void {
    this.release(nowMs - this.roundTrip.at(nowMs));
  }

  /** A counted request will not be answered. It may have arrived as late as now. */
  lost(nowMs: number): void {
    this.release(nowMs);
  }

  /** A place was taken for a request that was not sent. */
  giveBack(): void {
    this.unanswered -= 1;
  }

  private release(countedAtMs: number): void {
    this.unanswered -= 1;
    if (this.places !== Infinity) this.freeAt.add(countedAtMs + SECOND_MS + MARGIN_MS);
  }
}
