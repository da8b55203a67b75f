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
  /** When that was said. */
  hashAtMs: number;
  /** By major parameter. */
  readonly lanes: Map<string, Lane>;
}

/** How often a lane follows the others of its route in vain before it goes by its own answers only. */
const MOST_MISLED = 3;

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
  heldBy: RateLimitScope | 'host' = 'user';
  /** 429s since the last other answer. */
  limitsInARow = 0;
  /** The bucket that the last answer in this lane named, and when. */
  ownHash: string | null = null;
  hashAtMs = -Infinity;
  /** How often it went where other lanes of its route find themselves, and its own answer brought it back. */
  misled = 0;
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

  get isIdle(): boolean {
    return this.line.length === 0 && this.callsUnderWay === 0;
  }

  /** Whether it goes where other lanes of its route find themselves. Not where Discord sorts a route by its major parameter. */
  get isFollowing(): boolean {
    return this.misled < MOST_MISLED;
  }

  /** Whether its route was found in another bucket, and nothing that is under way will tell whether that holds here too. */
  get isStray(): boolean {
    const { hash } = this.route;
    return hash !== this.counter.bucket.hash && hash !== null && this.isFollowing && this.callsUnderWay === 0;
  }

  /** What it knows of the bucket that an answer named; `null` when it knows nothing of that one any more. */
  counterBy(hash: string | null): Counter | null {
    if (hash === null || hash === this.bucket.hash) return this.counter;
    return this.haunts.find((haunt) => haunt.bucket.hash === hash) ?? null;
  }

  /** Counts a call that goes (1) or is back (-1). */
  count(isRead: boolean, by: number): void {
    const writes = isRead ? 0 : by;
    this.callsUnderWay += by;
    this.writesUnderWay += writes;
    this.counter.callsUnderWay += by;
    this.counter.writesUnderWay += writes;
  }

  /** Stands in another bucket from now on, with what is under way. */
  moveTo(counter: Counter, nowMs: number): void {
    const old = this.counter;
    old.callsUnderWay -= this.callsUnderWay;
    old.writesUnderWay -= this.writesUnderWay;
    counter.callsUnderWay += this.callsUnderWay;
    counter.writesUnderWay += this.writesUnderWay;
    this.counter = counter;
    this.haunts = [...this.haunts, old].filter((haunt) => haunt !== counter && !haunt.window.isQuiet(nowMs));
  }

  hold(untilMs: number, scope: RateLimitScope | 'host'): void {
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
