/** For how long a small value counts. The way to Discord may change. */
const EPOCH_MS = 60_000;
/** How much must have been seen before the least of it is taken for the least there is: the answers of one burst, on connections that open, are all late. */
const ENOUGH_VALUES = 100;
const ENOUGH_MS = 3_000;

/** The least of what was measured in the last minute or two: what something takes when nothing delays it. */
export class RecentLeast {
  private thisEpoch = Infinity;
  private lastEpoch = Infinity;
  private epochEndsMs = -Infinity;
  private firstAtMs = 0;
  private values = 0;

  add(value: number, nowMs: number): void {
    this.turn(nowMs);
    if (this.values === 0) this.firstAtMs = nowMs;
    this.values += 1;
    this.thisEpoch = Math.min(this.thisEpoch, value);
  }

  /** `null` while too little was measured to tell. */
  at(nowMs: number): number | null {
    this.turn(nowMs);
    const isEnough = this.values >= ENOUGH_VALUES && nowMs - this.firstAtMs >= ENOUGH_MS;
    return isEnough ? Math.min(this.thisEpoch, this.lastEpoch) : null;
  }

  /** Whether nothing at all was measured lately. */
  isEmpty(nowMs: number): boolean {
    this.turn(nowMs);
    return this.values === 0;
  }

  private turn(nowMs: number): void {
    if (nowMs < this.epochEndsMs) return;
    const isNext = nowMs < this.epochEndsMs + EPOCH_MS;
    this.lastEpoch = isNext ? this.thisEpoch : Infinity;
    this.thisEpoch = Infinity;
    this.epochEndsMs = nowMs + EPOCH_MS;
    if (this.lastEpoch === Infinity) this.values = 0;
  }
}
