/** For how long a fast answer counts. The way to Discord may change. */
const EPOCH_MS = 60_000;

/** The shortest time from a request to its answer in the last minute or two: what the network takes when nothing delays it. */
export class LeastRoundTrip {
  private thisEpochMs = Infinity;
  private lastEpochMs = Infinity;
  private epochEndsMs = -Infinity;

  add(roundTripMs: number, nowMs: number): void {
    this.turn(nowMs);
    this.thisEpochMs = Math.min(this.thisEpochMs, roundTripMs);
  }

  /** 0 while nothing was answered. */
  at(nowMs: number): number {
    this.turn(nowMs);
    const leastMs = Math.min(this.thisEpochMs, this.lastEpochMs);
    return leastMs === Infinity ? 0 : leastMs;
  }

  private turn(nowMs: number): void {
    if (nowMs < this.epochEndsMs) return;
    this.lastEpochMs = nowMs < this.epochEndsMs + EPOCH_MS ? this.thisEpochMs : Infinity;
    this.thisEpochMs = Infinity;
    this.epochEndsMs = nowMs + EPOCH_MS;
  }
}
