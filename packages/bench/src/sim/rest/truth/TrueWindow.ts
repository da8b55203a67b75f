import type { Attempt } from '../Attempt.js';

/** A fixed window of a bucket: it began with the first request that was counted in it. */
export class TrueWindow {
  readonly limit: number;
  readonly perMs: number;
  readonly resetMs: number;
  /** What was counted in it, in the order of arrival. */
  readonly counted: Attempt[] = [];
  /** What it refused. */
  readonly refused: Attempt[] = [];

  constructor(limit: number, perMs: number, resetMs: number) {
    this.limit = limit;
    this.perMs = perMs;
    this.resetMs = resetMs;
  }

  get remaining(): number {
    return this.limit - this.counted.length;
  }
}
