import type { HashTraits } from './HashTraits.js';
import type { RateHeaders } from './RateFacts.js';

/*
 * What is known of a bucket's window. Discord counts requests from the first one of a window on and forgets them all at its reset. An answer says how many
 * are left and how long until the reset, as of some moment between our sending (s) and our receiving (r); so the reset lies between s + a and r + a of our
 * own clock, and no clock of Discord's is needed. Nothing more is sent before the later of the two. Several answers of one window narrow the span down.
 *
 * What is left is the least that any answer of this window said, less what is under way, and less what was sent and said nothing: an answer can be older than
 * another that came before it.
 */

/** Resets are told in whole milliseconds, and timers know no others. */
const MARGIN_MS = 2;

/** How long after its sending a call may arrive that nobody waits for any more. */
const LONGEST_WAY_MS = 5_000;

/** Between which two instants a window resets. */
interface ResetSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What one answer said of a window. */
export interface WindowReport {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
  readonly reset: ResetSpan;
  readonly sentAtMs: number;
}

/** What the headers of an answer that came now say of the window. */
export function windowReport({ limit, remaining, resetAfterMs }: RateHeaders, sentAtMs: number, nowMs: number): WindowReport {
  return { limit, remaining, resetAfterMs, reset: { fromMs: sentAtMs + resetAfterMs, toMs: nowMs + resetAfterMs }, sentAtMs };
}

/** One window, as far as answers told. */
export class LimitWindow {
  private readonly traits: HashTraits;
  /** How many requests a window takes, `null` while unknown. */
  private limit: number | null = null;
  private left = Infinity;
  private reset: ResetSpan | null = null;
  /** What the answers of another route say of the window after this one, which is not certainly over. */
  private following: WindowReport | null = null;
  /** Whether only answers of another route told of this window. */
  private isHearsay = false;
  /** How long a window lasts at least. */
  private lengthMs = 0;
  private learnedAtMs = -Infinity;
  /** When the last answer came of which this knows, its own or another route's. */
  private toldAtMs = -Infinity;
  /** Calls of this window that nobody answered, or not with headers, and when the last of them ended. */
  private silent = 0;
  private silentAtMs = -Infinity;
  /** Calls that were given up, and until when they may still arrive. Later answers need not have counted them. */
  private lost = 0;
  private lostUntilMs = -Infinity;

  constructor(traits: HashTraits) {
    this.traits = traits;
  }

  /**
   * When one more may be sent beside `underWay` others: `nowMs` or earlier for at once, `Infinity` while only an answer can tell. Where nothing is known, one
   * goes at a time.
   */
  freeAtMs(underWay: number, nowMs: number): number {
    this.roll(nowMs);
    if (this.limit !== null && this.left > underWay) return nowMs;
    if (this.limit !== null && this.reset !== null) return this.reset.toMs + MARGIN_MS;
    if (underWay > 0) return Infinity;
    if (this.limit !== null && this.lost > 0) return this.lostUntilMs;
    // Used up by calls that nobody answered, and no reset to wait for: the next answer will tell.
    this.forget();
    return nowMs;
  }

  /** The earliest instant at which a call with `ahead` others before it can go, if all of them are answered at once. */
  earliestMs(ahead: number, nowMs: number): number {
    this.roll(nowMs);
    if (this.limit === null || this.reset === null || ahead < this.left) return nowMs;
    return this.reset.fromMs + Math.floor((ahead - this.left) / this.limit) * this.lengthMs;
  }

  /** Whether nothing is known that would be missed. */
  isQuiet(nowMs: number): boolean {
    this.roll(nowMs);
    return this.reset === null;
  }

  /** Takes over what an answer says. `isAlone`: nothing else that is counted here was under way with it. */
  learn(report: WindowReport, isAlone: boolean, nowMs: number): void {
    this.roll(nowMs);
    this.traits.learnLimit(report.limit, report.sentAtMs);
    if (this.isOldNews(report)) return;
    const { limit, remaining, resetAfterMs, sentAtMs } = report;
    const isLatest = isAlone && sentAtMs >= this.toldAtMs;
    if (limit !== this.limit || this.isOtherWindow(report, isLatest)) this.begin(report);
    else this.goOn(report, isLatest);
    this.lengthMs = remaining === limit - 1 ? resetAfterMs : Math.max(this.lengthMs, resetAfterMs);
    this.learnedAtMs = this.toldAtMs = nowMs;
    this.isHearsay = false;
  }

  /** Takes over what another route was told that is most likely counted together with this one. It makes this one more careful, and nothing else. */
  hear(report: WindowReport, nowMs: number): void {
    this.roll(nowMs);
    this.toldAtMs = nowMs;
    const { reset } = this;
    if (reset !== null && report.reset.fromMs > reset.toMs) this.foresee(report);
    else if (reset === null || report.reset.toMs >= reset.fromMs) this.heed(report);
  }

  /** Discord said no: nothing is left until the reset. What was believed before was wrong, so it does not narrow this down. */
  exhaust({ limit, reset, sentAtMs }: WindowReport, nowMs: number): void {
    const isLate = sentAtMs < this.learnedAtMs && this.reset !== null && this.reset.toMs > reset.toMs;
    this.limit = limit;
    this.left = 0;
    if (!isLate) this.reset = reset;
    this.following = null;
    this.learnedAtMs = this.toldAtMs = nowMs;
  }

  /** Counts a call whose answer says nothing. */
  countSilent(nowMs: number): void {
    this.left = Math.max(0, this.left - 1);
    this.silent += 1;
    this.silentAtMs = nowMs;
  }

  /** Counts a call that was given up. It may have arrived, or may still do so, in this window or the next. */
  countLost(sentAtMs: number): void {
    this.left = Math.max(0, this.left - 1);
    this.lost += 1;
    this.lostUntilMs = Math.max(this.lostUntilMs, sentAtMs + LONGEST_WAY_MS);
  }

  /** Knows nothing any more: one at a time, until an answer tells. */
  forget(): void {
    this.limit = null;
    this.left = Infinity;
    this.reset = null;
    this.following = null;
    this.silent = 0;
  }

  /** Begins with what others know that are most likely counted together with this one: with the most careful of them. */
  copy(others: readonly LimitWindow[], nowMs: number): void {
    for (const other of others) {
      other.roll(nowMs);
      if (other.left < this.left) this.copyOne(other);
    }
  }

  /** The calls of another window that said nothing of theirs may have been counted in this one. */
  inherit({ lost, lostUntilMs, silent, silentAtMs }: LimitWindow): void {
    this.left = Math.max(0, this.left - silent - lost);
    this.silent += silent;
    this.silentAtMs = Math.max(this.silentAtMs, silentAtMs);
    this.lost += lost;
    this.lostUntilMs = Math.max(this.lostUntilMs, lostUntilMs);
  }

  private copyOne(other: LimitWindow): void {
    this.limit = other.limit;
    this.left = other.left;
    this.reset = other.reset;
    this.following = other.following;
    this.isHearsay = true;
    this.toldAtMs = other.toldAtMs;
    this.lengthMs = other.lengthMs;
    this.lost = other.lost;
    this.lostUntilMs = other.lostUntilMs;
  }

  /** Begins the next window when this one is certainly over. */
  roll(nowMs: number): void {
    if (nowMs >= this.lostUntilMs) this.lost = 0;
    while (this.reset !== null && nowMs >= this.reset.toMs + MARGIN_MS) {
      const { following } = this;
      this.following = null;
      this.silent = 0;
      this.limit = following?.limit ?? this.limit;
      this.left = Math.max(0, (following?.remaining ?? Math.min(this.limit ?? Infinity, this.traits.limit)) - this.lost);
      this.reset = following?.reset ?? null;
      this.isHearsay = true;
    }
  }

  /** An answer about a window that is over: it was overtaken by one that was sent later. */
  private isOldNews({ reset, sentAtMs }: WindowReport): boolean {
    return this.reset !== null && reset.toMs < this.reset.fromMs && sentAtMs < this.learnedAtMs;
  }

  private isOtherWindow(report: WindowReport, isLatest: boolean): boolean {
    if (this.reset === null) return false;
    if (report.reset.fromMs > this.reset.toMs) return true;
    if (report.reset.toMs < this.reset.fromMs) return !this.isHearsay;
    return isLatest && report.remaining >= this.left && !this.isCertainlySame(report);
  }

  /** The next window's reset is at least one window's length after this one's. */
  private isCertainlySame({ reset }: WindowReport): boolean {
    return !this.isHearsay && this.reset !== null && reset.toMs < this.reset.fromMs + this.lengthMs;
  }

  private begin(report: WindowReport): void {
    if (report.limit !== this.limit) this.lengthMs = 0;
    this.limit = report.limit;
    this.left = this.leftBy(report);
    this.reset = report.reset;
    this.following = null;
  }

  private goOn(report: WindowReport, isLatest: boolean): void {
    const { reset } = this;
    const isSame = (isLatest && !this.isHearsay && report.remaining < this.left) || this.isCertainlySame(report);
    this.left = Math.min(this.left, this.leftBy(report));
    if (reset === null) this.reset = report.reset;
    else if (isSame) this.reset = both(reset, report.reset);
    else if (report.reset.toMs >= reset.fromMs) this.reset = either(reset, report.reset);
  }

  /** For the other route the next window has begun; for this one it may have, or not. There must be room in both. */
  private foresee(report: WindowReport): void {
    this.following = laterOf(this.following, report);
    this.left = Math.min(this.left, this.following.remaining);
  }

  private heed(report: WindowReport): void {
    this.left = Math.min(this.left, this.leftBy(report));
    this.limit ??= report.limit;
    if (this.reset === null) this.isHearsay = true;
    this.reset = this.reset === null ? report.reset : either(this.reset, report.reset);
  }

  /** What an answer leaves. It may have been counted before the silent calls, unless it was sent after the last of them had ended. */
  private leftBy({ remaining, sentAtMs }: WindowReport): number {
    if (sentAtMs >= this.silentAtMs) this.silent = 0;
    return Math.max(0, remaining - this.silent - this.lost);
  }
}

/** What two answers together say of the later of their windows. */
function laterOf(known: WindowReport | null, report: WindowReport): WindowReport {
  if (known === null || report.reset.fromMs > known.reset.toMs) return report;
  if (report.reset.toMs < known.reset.fromMs) return known;
  return { ...report, remaining: Math.min(known.remaining, report.remaining), reset: either(known.reset, report.reset) };
}

function both(one: ResetSpan, other: ResetSpan): ResetSpan {
  return { fromMs: Math.max(one.fromMs, other.fromMs), toMs: Math.min(one.toMs, other.toMs) };
}

function either(one: ResetSpan, other: ResetSpan): ResetSpan {
  return { fromMs: Math.min(one.fromMs, other.fromMs), toMs: Math.max(one.toMs, other.toMs) };
}
