import type { Bucket } from './Bucket.js';
import type { LimitedRoute } from './Lane.js';
import { LimitWindow, type WindowReport } from './LimitWindow.js';

/** What one route knows of the count in one bucket. */
export class Counter {
  readonly bucket: Bucket;
  readonly route: LimitedRoute;
  readonly window: LimitWindow;
  callsUnderWay = 0;
  writesUnderWay = 0;
  /** The last answer to a call of this route itself, and when it came. */
  private said: WindowReport | null = null;
  private saidAtMs = 0;
  private silentSince = 0;

  constructor(bucket: Bucket, route: LimitedRoute) {
    this.bucket = bucket;
    this.route = route;
    this.window = new LimitWindow(bucket.traits);
  }

  count(calls: number, writes: number): void {
    this.callsUnderWay += calls;
    this.writesUnderWay += writes;
  }

  learn(report: WindowReport, isAlone: boolean, nowMs: number): void {
    this.window.learn(report, isAlone, nowMs);
    if (this.said !== null && report.sentAtMs < this.said.sentAtMs) return;
    this.said = report;
    this.saidAtMs = nowMs;
    this.silentSince = 0;
  }

  countSilent(nowMs: number): void {
    this.window.countSilent(nowMs);
    this.silentSince += 1;
  }

  countLost(sentAtMs: number): void {
    this.window.countLost(sentAtMs);
    this.silentSince += 1;
  }

  /**
   * Whether an answer to another route, which came now, cannot come from the same count: it was sent after this one's last answer had come, and came before
   * this one's window could end; yet it says another limit or reset, or that as many are left.
   */
  contradicts({ limit, remaining, reset, sentAtMs }: WindowReport, nowMs: number): boolean {
    const { said } = this;
    if (said === null || sentAtMs < this.saidAtMs || nowMs >= said.reset.fromMs) return false;
    const isElsewhere = reset.fromMs > said.reset.toMs || reset.toMs < said.reset.fromMs;
    return isElsewhere || limit !== said.limit || remaining >= said.remaining;
  }

  /** Forgets what other routes told: they are counted apart. */
  recall(nowMs: number): void {
    this.window.forget();
    if (this.said === null) return;
    this.window.learn(this.said, false, this.saidAtMs);
    for (let count = 0; count < this.silentSince; count += 1) this.window.countSilent(nowMs);
  }
}
