import { RecentLeast } from './RecentLeast.js';

/** By how much a request on an open connection may be later there than the fastest one: what networks do, not what servers do. */
const LEAST_SPREAD_MS = 20;
const MOST_SPREAD_MS = 800;
const CALM_MS = 60_000;
/** The same, while too little was answered to know the fastest: connections open, both ends warm up. */
const COLD_SPREAD_MS = 500;
/** By how much the clocks of Discord's servers may differ, and be rounded. What differs by more was set meanwhile. */
const CLOCK_JITTER_MS = 25;

/**
 * When a request has arrived at the latest, as far as anybody on this side can tell. It was written at `w` and answered at `r`; it arrived in between, but the
 * better part of that may be the server's own work, after it was counted. Many answers tell what the server's clock showed when it counted. That less `w` is
 * the way there and by how much the two clocks differ; the least of it belongs to the fastest way; so what it is more for one request is by how much that
 * one was late. Only differences are used: it does not matter which time the server thinks it is.
 *
 * Nothing of that is believed beyond `r`. Where the server says nothing of its clock, a request is taken to have been on its way by at most a *spread* longer
 * than the fastest. Whenever Discord counts more than we did, the spread doubles, and it halves again with each calm minute.
 */
export class ArrivalGuess {
  private readonly roundTrip = new RecentLeast();
  private wayThere = new RecentLeast();
  private spreadMs = LEAST_SPREAD_MS;
  private calmAtMs = Infinity;

  /** An answer came: it tells how fast the network is. @param serverAtMs what the server's clock showed when it counted, `null` when it did not say */
  measure(writtenAtMs: number, nowMs: number, serverAtMs: number | null): void {
    const roundTripMs = nowMs - writtenAtMs;
    this.roundTrip.add(roundTripMs, nowMs);
    if (serverAtMs === null) return;
    const wayMs = serverAtMs - writtenAtMs;
    if (this.isOtherTime(wayMs, roundTripMs, nowMs)) this.wayThere = new RecentLeast();
    this.wayThere.add(wayMs, nowMs);
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

  /** For a request that is answered now, and {@link ArrivalGuess.measure}d before. */
  latestOfAnsweredMs(writtenAtMs: number, nowMs: number, serverAtMs: number | null): number {
    const slowMs = nowMs - writtenAtMs - (this.roundTrip.at(nowMs) ?? 0);
    return writtenAtMs + Math.max(0, Math.min(slowMs, this.lateMs(writtenAtMs, nowMs, serverAtMs)));
  }

  /** A server that tells its time, but not this time, leaves all between question and answer possible. */
  private lateMs(writtenAtMs: number, nowMs: number, serverAtMs: number | null): number {
    const leastMs = this.wayThere.at(nowMs);
    if (serverAtMs !== null && leastMs !== null) return serverAtMs - writtenAtMs - leastMs;
    return this.wayThere.isEmpty(nowMs) ? this.mostMs(nowMs) : Infinity;
  }

  /** A clock was set, here or there: no request is later than its answer, and no way grows shorter by much. Then the fastest is to be learnt anew. */
  private isOtherTime(wayMs: number, roundTripMs: number, nowMs: number): boolean {
    const leastMs = this.wayThere.at(nowMs);
    return leastMs !== null && (wayMs > leastMs + roundTripMs + CLOCK_JITTER_MS || wayMs < leastMs - CLOCK_JITTER_MS);
  }

  private mostMs(nowMs: number): number {
    const spreadMs = this.spreadAt(nowMs);
    return this.roundTrip.at(nowMs) === null ? Math.max(COLD_SPREAD_MS, spreadMs) : spreadMs;
  }

  private spreadAt(nowMs: number): number {
    while (nowMs >= this.calmAtMs) {
      this.spreadMs = Math.max(LEAST_SPREAD_MS, this.spreadMs / 2);
      this.calmAtMs = this.spreadMs === LEAST_SPREAD_MS ? Infinity : this.calmAtMs + CALM_MS;
    }
    return this.spreadMs;
  }
}
