import type { Bucket } from './Bucket.js';
import { CallLine } from './CallLine.js';
import type { RateLimitScope } from './RateFacts.js';

/** A route, with the bucket that Discord last said it belongs to. */
export interface LimitedRoute {
  /** The route, and what sorts its calls further. */
  readonly key: string;
  /** `null` until the first answer. */
  hash: string | null;
  /** By major parameter. */
  readonly lanes: Map<string, Lane>;
}

/** The calls of one route and one major parameter, in order. Each lane belongs to one bucket at a time, and a bucket has one lane or several. */
export class Lane {
  readonly route: LimitedRoute;
  readonly majorKey: string;
  readonly line = new CallLine();
  bucket: Bucket;
  callsUnderWay = 0;
  writesUnderWay = 0;
  /** Nothing goes before this instant: a limit of this lane alone, which does not concern the rest of its bucket. */
  heldUntilMs = 0;
  heldBy: RateLimitScope = 'user';
  /** 429s since the last other answer. */
  limitsInARow = 0;
  /** The bucket that the last answer in this lane named. */
  ownHash: string | null = null;
  /** Whether it goes where other lanes of its route find themselves. Not where Discord sorts a route by its major parameter. */
  isFollowing = true;
  /** Where it stands among the lanes that nobody uses; `null` while somebody does. */
  idleSinceMs: number | null = null;
  previousIdle: Lane | null = null;
  nextIdle: Lane | null = null;

  constructor(route: LimitedRoute, majorKey: string, bucket: Bucket) {
    this.route = route;
    this.majorKey = majorKey;
    this.bucket = bucket;
  }

  /** Counts a call that goes (1) or is back (-1). */
  count(isRead: boolean, by: number): void {
    this.callsUnderWay += by;
    this.bucket.callsUnderWay += by;
    if (isRead) return;
    this.writesUnderWay += by;
    this.bucket.writesUnderWay += by;
  }

  hold(untilMs: number, scope: RateLimitScope): void {
    if (untilMs <= this.heldUntilMs) return;
    this.heldUntilMs = untilMs;
    this.heldBy = scope;
  }

  get isIdle(): boolean {
    return this.line.length === 0 && this.callsUnderWay === 0;
  }

  /** Whether its route was found in another bucket, and nothing that is under way will tell whether that holds here too. */
  get isStray(): boolean {
    const { hash } = this.route;
    return hash !== this.bucket.hash && hash !== null && this.isFollowing && this.callsUnderWay === 0;
  }
}
