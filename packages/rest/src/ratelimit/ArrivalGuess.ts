import { LeastRoundTrip } from './LeastRoundTrip.js';

/** By how much a request on an open connection may be later there than the fastest one: what networks do, not what servers do. */
const LEAST_SPREAD_MS = 25;
const MOST_SPREAD_MS = 800;
const CALM_MS = 60_000;
/** The same, while too little was answered to know the fastest: connections open, both ends warm up. */
const COLD_SPREAD_MS = 500;

/**
 * When a request has arrived at the latest, as far as anybody on this side can tell. It was written at `w` and answered at `r`; it arrived in between, but the
 * better part of that is mostly the server's own work, after it was counted. So it is taken to have been on its way by at most a *spread* longer than the fastest.
 * Whenever Discord counts more than we did, the spread doubles, and it halves again with each calm minute.
 */
export class ArrivalGuess {
  private readonly roundTrip = new LeastRoundTrip();
  private spreadMs = LEAST_SPREAD_MS;
  private calmAtMs = Infinity;

  /** An answer came: it tells how fast the network is. */
  measure(writtenAtMs: number, nowMs: number): void {
    this.roundTrip.add(nowMs - writtenAtMs, nowMs);
  }

  /** Discord counted more than we did. */
  widen(nowMs: number): void {
    this.spreadMs = Math.min(MOST_SPREAD_MS, this.spreadAt(nowMs) * 2);
    this.calmAtMs = nowMs + CALM_MS;
  }

  /** For a request that has no answer yet, and may never have one. */
  latestMs(writtenAtMs: number, nowMs: number): number {
    return writtenAtMs + this.mostMs(nowMs);
  }

  /** For a request that is answered now. */
  latestOfAnsweredMs(writtenAtMs: number, nowMs: number): number {
    return writtenAtMs + Math.min(Math.max(0, nowMs - writtenAtMs - this.roundTrip.at(nowMs)), this.mostMs(nowMs));
  }

  private mostMs(nowMs: number): number {
    const spreadMs = this.spreadAt(nowMs);
    return this.roundTrip.at(nowMs) === 0 ? Math.max(COLD_SPREAD_MS, spreadMs) : spreadMs;
  }

  private spreadAt(nowMs: number): number {
    while (nowMs >= this.calmAtMs) {
      this.spreadMs = Math.max(LEAST_SPREAD_MS, this.spreadMs / 2);
      this.calmAtMs = this.spreadMs === LEAST_SPREAD_MS ? Infinity : this.calmAtMs + CALM_MS;
    }
    return this.spreadMs;
  }
}
