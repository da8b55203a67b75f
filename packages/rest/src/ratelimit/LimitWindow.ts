import type { RateHeaders } from './RateFacts.js';

/*
 * What is known of a bucket's window. Discord counts requests from the first one of a window on and forgets them all at its reset. An answer says how many
 * are left and how long until the reset, as of some moment between our sending (s) and our receiving (r); so the reset lies between s + a and r + a of our
 * own clock, and no clock of Discord's is needed. Nothing more is sent before the later of the two. Several answers of one window narrow the span down.
 *
 * What is left is the least that any answer of this window said, less what is under way: an answer can be older than another that came before it.
 */

/** Resets are told in whole milliseconds, and timers know no others. */
const MARGIN_MS = 2;

/** Between which two instants a window resets. */
interface ResetSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One bucket's window, as far as answers told. */
export class LimitWindow {
  /** How many requests a window takes, `null` while unknown. */
  limit: number | null = null;
  private left = Infinity;
  private reset: ResetSpan | null = null;
  /** How long a window lasts at least. */
  private lengthMs = 0;
  private learnedAtMs = -Infinity;

  /**
   * When one more may be sent beside `underWay` others: `nowMs` or earlier for at once, `Infinity` while only an answer can tell. An unknown bucket takes
   * one at a time.
   */
  freeAtMs(underWay: number, nowMs: number): number {
    this.roll(nowMs);
    if (this.limit !== null && this.left > underWay) return nowMs;
    if (this.limit !== null && this.reset !== null) return this.reset.toMs + MARGIN_MS;
    if (underWay > 0) return Infinity;
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

  /** Takes over what an answer says. `isAlone`: nothing else of this bucket was under way with it. */
  learn(headers: RateHeaders, sentAtMs: number, isAlone: boolean, nowMs: number): void {
    this.roll(nowMs);
    const { remaining, resetAfterMs } = headers;
    const seen = { fromMs: sentAtMs + resetAfterMs, toMs: nowMs + resetAfterMs };
    if (this.isOldNews(seen, sentAtMs)) return;
    const isOther = headers.limit !== this.limit || this.isOtherWindow(seen, remaining, isAlone);
    if (isOther) this.begin(headers, seen);
    else this.goOn(remaining, seen, isAlone);
    this.lengthMs = remaining === headers.limit - 1 ? resetAfterMs : Math.max(this.lengthMs, resetAfterMs);
    this.learnedAtMs = nowMs;
  }

  /** Discord said no: nothing is left for `waitMs`. What was believed before was wrong, so it does not narrow this down. */
  exhaust(limit: number, waitMs: number, sentAtMs: number, nowMs: number): void {
    const seen = { fromMs: sentAtMs + waitMs, toMs: nowMs + waitMs };
    const isLate = sentAtMs < this.learnedAtMs && this.reset !== null && this.reset.toMs > seen.toMs;
    this.limit = limit;
    this.left = 0;
    if (!isLate) this.reset = seen;
    this.learnedAtMs = nowMs;
  }

  /** Counts a call that was sent, and whose answer says nothing, or never came. */
  countSilent(): void {
    this.left = Math.max(0, this.left - 1);
  }

  /** Knows nothing any more: one at a time, until an answer tells. */
  forget(): void {
    this.limit = null;
    this.left = Infinity;
    this.reset = null;
  }

  /** Begins with what another window knows: calls that move to a bucket nobody has seen yet go no faster than before. */
  copy(other: LimitWindow): void {
    this.limit = other.limit;
    this.left = other.left;
    this.reset = other.reset;
    this.lengthMs = other.lengthMs;
    this.learnedAtMs = other.learnedAtMs;
  }

  private roll(nowMs: number): void {
    if (this.reset === null || nowMs < this.reset.toMs + MARGIN_MS) return;
    this.reset = null;
    this.left = this.limit ?? Infinity;
  }

  /** An answer about a window that is over: it was overtaken by one that was sent later. */
  private isOldNews(seen: ResetSpan, sentAtMs: number): boolean {
    return this.reset !== null && seen.toMs < this.reset.fromMs && sentAtMs < this.learnedAtMs;
  }

  private isOtherWindow(seen: ResetSpan, remaining: number, isAlone: boolean): boolean {
    if (this.reset === null) return false;
    if (seen.fromMs > this.reset.toMs || seen.toMs < this.reset.fromMs) return true;
    return isAlone && remaining >= this.left && !this.isCertainlySame(seen);
  }

  /** The next window's reset is at least one window's length after this one's. */
  private isCertainlySame(seen: ResetSpan): boolean {
    return this.reset !== null && seen.toMs < this.reset.fromMs + this.lengthMs;
  }

  private begin({ limit, remaining }: RateHeaders, seen: ResetSpan): void {
    if (limit !== this.limit) this.lengthMs = 0;
    this.limit = limit;
    this.left = remaining;
    this.reset = seen;
  }

  private goOn(remaining: number, seen: ResetSpan, isAlone: boolean): void {
    const { reset } = this;
    const isSame = reset !== null && ((isAlone && remaining < this.left) || this.isCertainlySame(seen));
    this.left = Math.min(this.left, remaining);
    if (reset === null) this.reset = seen;
    else if (isSame) this.reset = { fromMs: Math.max(reset.fromMs, seen.fromMs), toMs: Math.min(reset.toMs, seen.toMs) };
    else this.reset = { fromMs: Math.min(reset.fromMs, seen.fromMs), toMs: Math.max(reset.toMs, seen.toMs) };
  }
}
