/** How late a deadline must be to show that this process did not run. */
const LATE_MS = 5_000;
/** How far the two clocks must drift apart to show that the machine did not run: monotonic time stands still in suspend. */
const DRIFT_MS = 2_000;

/** Notices that this process or its whole machine stood still: a stopped container, a suspended laptop, a loop that was blocked. */
export class SleepWatch {
  private apartMs: number | null = null;

  /** Looks at the clocks at a deadline that was due at `dueMs`; true when there was a sleep since the last look. */
  look(nowMs: number, wallMs: number, dueMs: number | null): boolean {
    const apartMs = wallMs - nowMs;
    const driftMs = this.apartMs === null ? 0 : apartMs - this.apartMs;
    this.apartMs = apartMs;
    return driftMs > DRIFT_MS || (dueMs !== null && nowMs - dueMs > LATE_MS);
  }
}
