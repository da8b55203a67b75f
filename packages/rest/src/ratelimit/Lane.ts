import type { Bucket } from './Bucket.js';
import { CallLine } from './CallLine.js';
import type { Counter } from './Counter.js';
import type { RateLimitScope } from './RateFacts.js';

/** A route, with the bucket that Discord last said it belongs to. */
export interface LimitedRoute {
  /** The route, and what sorts its calls further. */
  readonly key: string;
  /** `null` until the first answer. */
  hash: string | null;
  /** When the call was sent whose answer said so. */
  hashSentAtMs: number;
  /** By major parameter. */
  readonly lanes: Map<string, Lane>;
}

/** In how many buckets a lane may have stood before that still count: more than Discord has for any route. */
const MOST_HAUNTS = 8;

/** The calls of one route and one major parameter, in order. Each lane stands in one bucket at a time, and a bucket has one lane or several. */
export class Lane {
  readonly route: LimitedRoute;
  readonly majorKey: string;
  readonly line = new CallLine();
  /** What it knows of the count in the bucket in which it stands. */
  counter: Counter;
  /** The same of buckets in which it stood, while their windows run: its next call may be counted there again. */
  haunts: readonly Counter[] = [];
  callsUnderWay = 0;
  writesUnderWay = 0;
  /** Nothing goes before this instant: a limit of this lane alone, which does not concern the rest of its bucket. */
  heldUntilMs = 0;
  /** Whose limit it is; `null` for none: a call in it is about to be repeated. */
  heldBy: RateLimitScope | 'host' | null = 'user';
  /** 429s since the last other answer. */
  limitsInARow = 0;
  /** Where it stands among the lanes that nobody uses; `null` while somebody does. */
  idleSinceMs: number | null = null;
  previousIdle: Lane | null = null;
  nextIdle: Lane | null = null;

  constructor(route: LimitedRoute, majorKey: string, counter: Counter) {
    this.route = route;
    this.majorKey = majorKey;
    this.counter = counter;
  }

  get bucket(): Bucket {
    return this.counter.bucket;
  }

  /** Wherever Discord may count its calls. */
  get counters(): readonly Counter[] {
    return this.haunts.length === 0 ? [this.counter] : [this.counter, ...this.haunts];
  }

  get isIdle(): boolean {
    return this.line.length === 0 && this.callsUnderWay === 0;
  }

  /** Whether its route was found in another bucket than the one in which it stands. */
  get isStray(): boolean {
    const { hash } = this.route;
    return hash !== null && hash !== this.counter.bucket.hash;
  }

  /** What it knows of the bucket that an answer named; `null` when it knows nothing of that one any more. */
  counterBy(hash: string | null): Counter | null {
    if (hash === null || hash === this.bucket.hash) return this.counter;
    return this.haunts.find((haunt) => haunt.bucket.hash === hash) ?? null;
  }

  /** Counts a call that goes (1) or is back (-1), wherever Discord may count it. */
  count(isRead: boolean, by: number): void {
    const writes = isRead ? 0 : by;
    this.callsUnderWay += by;
    this.writesUnderWay += writes;
    this.counter.count(by, writes);
    for (const haunt of this.haunts) haunt.count(by, writes);
  }

  /** Stands in another bucket from now on, with what is under way. Returns what it has no use for any more. */
  moveTo(counter: Counter, nowMs: number): readonly Counter[] {
    const before = this.counters;
    if (!before.includes(counter)) {
      counter.count(this.callsUnderWay, this.writesUnderWay);
      counter.window.inherit(this.counter.window);
    }
    this.counter = counter;
    return this.keepHaunts(before, nowMs);
  }

  /** Some of its calls are counted in a bucket in which it does not stand. Returns what it has no use for any more. */
  haunt(counter: Counter, nowMs: number): readonly Counter[] {
    counter.count(this.callsUnderWay, this.writesUnderWay);
    return this.keepHaunts([counter, ...this.haunts], nowMs, counter);
  }

  /** Gives up the buckets whose windows are over, if nothing is under way that they may count. Returns what it has no use for any more. */
  leaveHaunts(nowMs: number): readonly Counter[] {
    if (this.haunts.length === 0 || this.callsUnderWay > 0) return [];
    const left = this.haunts.filter((haunt) => haunt.window.isQuiet(nowMs));
    if (left.length > 0) this.haunts = this.haunts.filter((haunt) => !left.includes(haunt));
    return left;
  }

  /** Keeps of `among` where something is under way or remembered, and `fresh` in any case. */
  private keepHaunts(among: readonly Counter[], nowMs: number, fresh: Counter | null = null): readonly Counter[] {
    const isOfUse = (one: Counter): boolean => one === fresh || this.callsUnderWay > 0 || !one.window.isQuiet(nowMs);
    const others = among.filter((one) => one !== this.counter);
    this.haunts = others.filter(isOfUse).slice(0, MOST_HAUNTS);
    const left = others.filter((one) => !this.haunts.includes(one));
    for (const one of left) one.count(-this.callsUnderWay, -this.writesUnderWay);
    return left;
  }

  hold(untilMs: number, scope: RateLimitScope | 'host' | null): void {
    if (untilMs <= this.heldUntilMs) return;
    this.heldUntilMs = untilMs;
    this.heldBy = scope;
  }

  /** Whether it can be forgotten without sending anything too early later. */
  isQuiet(nowMs: number): boolean {
    const isCounted = !this.counter.window.isQuiet(nowMs) || this.haunts.some((haunt) => !haunt.window.isQuiet(nowMs));
    return !isCounted && this.heldUntilMs <= nowMs && this.bucket.heldUntilMs <= nowMs;
  }
}
