/** For how long a fast answer counts. The way to Discord may change. */
const EPOCH_MS = 60_000;
/** How much must have been seen before the least of it is taken for the least there is: the answers of one burst, on connections that open, are all late. */
const ENOUGH_ANSWERS = 100;
const ENOUGH_MS = 3_000;

/** The shortest time from a request to its answer in the last minute or two: what the network takes when nothing delays it. */
export class LeastRoundTrip {
  private thisEpochMs = Infinity;
  private lastEpochMs = Infinity;
  private epochEndsMs = -Infinity;
  private firstAtMs = 0;
  private answers = 0;

  add(roundTripMs: number, nowMs: number): void {
    this.turn(nowMs);
    if (this.answers === 0) this.firstAtMs = nowMs;
    this.answers += 1;
    this.thisEpochMs = Math.min(this.thisEpochMs, roundTripMs);
  }

  /** 0 while too little was answered to tell. */
  at(nowMs: number): number {
    this.turn(nowMs);
    const isEnough = this.answers >= ENOUGH_ANSWERS && nowMs - this.firstAtMs >= ENOUGH_MS;
    return isEnough ? Math.min(this.thisEpochMs, this.lastEpochMs) : 0;
  }

  private turn(nowMs: number): void {
    if (nowMs < this.epochEndsMs) return;
    const isNext = nowMs < this.epochEndsMs + EPOCH_MS;
    this.lastEpochMs = isNext ? this.thisEpochMs : Infinity;
    this.thisEpochMs = Infinity;
    this.epochEndsMs = nowMs + EPOCH_MS;
    if (this.lastEpochMs === Infinity) this.answers = 0;
  }
}
