import { Bucket } from './Bucket.js';
import { bucketKeyOf } from './bucketKeyOf.js';
import type { Counter } from './Counter.js';
import { IdleLanes } from './IdleLanes.js';
import { Lane, type LimitedRoute } from './Lane.js';
import type { RateTicket } from './RateTicket.js';
import { Separations } from './Separations.js';

/** How many routes, and how many hashes, are remembered without a call of theirs: more than Discord has. */
const MOST_QUIET = 512;
/** How many routes are looked at to find one to forget. */
const LOOKS = 4;

/**
 * Which route belongs to which bucket. A lane stands in the bucket of its route and major parameter until an answer names Discord's own; then it moves, with
 * all that waits in it, and again when a later answer names another. What is not used is forgotten.
 */
export class LimitBook {
  private readonly routes = new Map<string, LimitedRoute>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly separations = new Map<string, Separations>();
  private readonly idle = new IdleLanes();
  private lanes = 0;

  get bucketCount(): number {
    return this.buckets.size;
  }

  get laneCount(): number {
    return this.lanes;
  }

  get routeCount(): number {
    return this.routes.size;
  }

  /** The lane of a call; it counts as used until {@link LimitBook.rest}. */
  laneOf(ticket: RateTicket, nowMs: number): Lane {
    const route = this.routeOf(ticket);
    const lane = route.lanes.get(ticket.majorKey) ?? this.open(route, ticket);
    this.idle.remove(lane);
    for (const counter of lane.leaveHaunts(nowMs)) this.drop(counter);
    return lane;
  }

  /** Takes over which bucket an answer named. Returns whether the lane has moved. An answer that was overtaken by a later one of its lane moves nothing. */
  place(lane: Lane, hash: string, sentAtMs: number, nowMs: number): boolean {
    if (sentAtMs < lane.hashAtMs) return false;
    lane.hashAtMs = nowMs;
    if (sentAtMs >= lane.route.hashAtMs) {
      lane.route.hash = hash;
      lane.route.hashAtMs = nowMs;
    }
    if (lane.bucket.hash === hash) return false;
    this.move(lane, hash, nowMs);
    return true;
  }

  /** Brings a lane to where its route was found since. */
  follow(lane: Lane, nowMs: number): void {
    if (lane.route.hash !== null) this.move(lane, lane.route.hash, nowMs);
  }

  /** Nothing waits in a lane any more, and nothing is under way. */
  rest(lane: Lane, nowMs: number): void {
    this.idle.add(lane, nowMs);
  }

  /** Forgets a little of what was not used for a while. Called with each input, it keeps up with whatever comes. */
  sweep(nowMs: number): void {
    const lane = this.idle.takeStale(nowMs);
    if (lane === null) return;
    lane.route.lanes.delete(lane.majorKey);
    this.lanes -= 1;
    lane.bucket.lanes.splice(lane.bucket.lanes.indexOf(lane), 1);
    for (const counter of lane.counters) this.drop(counter);
  }

  private routeOf({ routeKey, subKey }: RateTicket): LimitedRoute {
    const key = subKey === '' ? routeKey : `${routeKey} ${subKey}`;
    const known = this.routes.get(key);
    if (known !== undefined) return known;
    const route: LimitedRoute = { key, hash: null, hashAtMs: -Infinity, lanes: new Map() };
    this.routes.set(key, route);
    if (this.routes.size > MOST_QUIET) this.forgetRoute();
    return route;
  }

  /** Forgets a route that has no lanes, if one is found among the oldest. Those that have some go to the end. */
  private forgetRoute(): void {
    let looks = LOOKS;
    for (const route of this.routes.values()) {
      if (looks === 0) return;
      looks -= 1;
      this.routes.delete(route.key);
      if (route.lanes.size === 0) return;
      this.routes.set(route.key, route);
    }
  }

  private open(route: LimitedRoute, ticket: RateTicket): Lane {
    const bucket = this.bucketOf(route.hash, ticket);
    const lane = new Lane(route, ticket.majorKey, bucket.counterOf(route));
    bucket.lanes.push(lane);
    route.lanes.set(lane.majorKey, lane);
    this.lanes += 1;
    return lane;
  }

  private move(lane: Lane, hash: string, nowMs: number): void {
    const { bucket, majorKey, route } = lane;
    const target = this.bucketOf(hash, { majorKey, routeKey: route.key });
    bucket.lanes.splice(bucket.lanes.indexOf(lane), 1);
    for (const counter of lane.moveTo(target.counterOf(route), nowMs)) this.drop(counter);
    target.lanes.push(lane);
  }

  private drop(counter: Counter): void {
    const { bucket } = counter;
    bucket.dropCounter(counter);
    if (bucket.isEmpty) this.buckets.delete(bucket.key);
  }

  private bucketOf(hash: string | null, place: Pick<RateTicket, 'majorKey' | 'routeKey'>): Bucket {
    const key = bucketKeyOf(hash, place);
    const known = this.buckets.get(key);
    if (known !== undefined) return known;
    const bucket = new Bucket(key, hash, hash === null ? new Separations() : this.separationsOf(hash));
    this.buckets.set(key, bucket);
    return bucket;
  }

  private separationsOf(hash: string): Separations {
    const known = this.separations.get(hash);
    const separations = known ?? new Separations();
    if (known !== undefined) this.separations.delete(hash);
    this.separations.set(hash, separations);
    const [oldest] = this.separations.keys();
    if (this.separations.size > MOST_QUIET && oldest !== undefined) this.separations.delete(oldest);
    return separations;
  }
}
