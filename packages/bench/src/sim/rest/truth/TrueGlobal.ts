/** How the server counts all requests of the bot together. */
export interface TrueGlobal {
  /** From when on a request is taken. */
  freeAtMs(nowMs: number): number;
  /** Counts a request that was taken. */
  take(nowMs: number): void;
}

const SECOND_MS = 1_000;

/** The strictest reading of "50 per second": no more in any second, wherever it begins. */
export class RollingSecond implements TrueGlobal {
  private readonly takenMs: Float64Array;
  private next = 0;

  constructor(limit: number) {
    this.takenMs = new Float64Array(limit).fill(-Infinity);
  }

  freeAtMs(nowMs: number): number {
    const oldestMs = this.takenMs[this.next] ?? -Infinity;
    return Math.max(nowMs, oldestMs + SECOND_MS);
  }

  take(nowMs: number): void {
    this.takenMs[this.next] = nowMs;
    this.next = (this.next + 1) % this.takenMs.length;
  }
}

/** A mild reading: seconds that begin with the first request after the last one. */
export class FixedSecond implements TrueGlobal {
  private readonly limit: number;
  private resetMs = -Infinity;
  private count = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  freeAtMs(nowMs: number): number {
    return nowMs >= this.resetMs || this.count < this.limit ? nowMs : this.resetMs;
  }

  take(nowMs: number): void {
    if (nowMs >= this.resetMs) {
      this.resetMs = nowMs + SECOND_MS;
      this.count = 0;
    }
    this.count += 1;
  }
}

/** No global limit: what the buckets alone allow. */
export class NoGlobal implements TrueGlobal {
  freeAtMs(nowMs: number): number {
    return nowMs;
  }

  take(): void {
    // Nothing is counted.
  }
}
