/** What each call adds: at most one request in ten is a repetition. */
const SHARE = 0.1;
/** What there always is, so that a bot that calls once a minute may repeat, too. It comes back within ten seconds. */
const RESERVE = 10;
const RESERVE_PER_MS = 0.001;
/** What a busy hour can save up for a bad minute. */
const MOST = 100;

/** How many repetitions all calls together may still make: when Discord is down, they must not make it worse. */
export class RetryBudget {
  private balance = RESERVE;
  private countedToMs = 0;

  /** A call was made that is no repetition. */
  deposit(): void {
    this.balance = Math.min(MOST, this.balance + SHARE);
  }

  /** Takes one repetition, or says that there is none left. */
  withdraw(nowMs: number): boolean {
    const refilled = this.balance + (nowMs - this.countedToMs) * RESERVE_PER_MS;
    this.balance = Math.max(this.balance, Math.min(RESERVE, refilled));
    this.countedToMs = nowMs;
    if (this.balance < 1) return false;
    this.balance -= 1;
    return true;
  }
}
