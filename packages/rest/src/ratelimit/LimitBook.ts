import { Bucket } from './Bucket.js';
import { bucketKeyOf } from './bucketKeyOf.js';
import type { Counter } from './Counter.js';
import { HashTraits } from './HashTraits.js';
import { IdleLanes } from './IdleLanes.js';
import { Lane, type LimitedRoute } from './Lane.js';
import type { RateTicket } from './RateTicket.js';

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
  private readonly majors = new Map<string, Lane[]>();
  private readonly traits = new Map<string, HashTraits>();
  /** Buckets in which somebody may go because somebody else has left. */
  private left: Bucket[] = [];
  private readonly idle = new IdleLanes();
  private lanes = 0;
  /** How often a route was found in another bucket. */
  private changes = 0;

  get bucketCount(): number {
    return this.buckets.size;
  }

  get laneCount(): number {
    return this.lanes;
  }

  get routeCount(): number {
    return this.routes.size;
  }

  /** The lane of a call, where its route was found last; it counts as used until {@link LimitBook.rest}. */
  laneOf(ticket: RateTicket, nowMs: number): Lane {
    const route = this.routeOf(ticket);
    const lane = route.lanes.get(ticket.majorKey) ?? this.open(route, ticket, nowMs);
    this.idle.remove(lane);
    for (const counter of lane.leaveHaunts(nowMs)) this.drop(counter);
    if (lane.isStray) this.follow(lane, nowMs);
    return lane;
  }

  /** Takes over which bucket an answer named. One that was overtaken by a later answer of its route says only where that one call was counted. */
  place(lane: Lane, hash: string, sentAtMs: number, nowMs: number): void {
    const { route } = lane;
    if (sentAtMs >= route.hashSentAtMs) {
      if (route.hash !== hash) this.changes += 1;
      route.hash = hash;
      route.hashSentAtMs = sentAtMs;
      if (lane.isStray) this.follow(lane, nowMs);
    } else if (lane.counterBy(hash) === null) {
      for (const counter of lane.haunt(this.counterIn(lane, hash, nowMs), nowMs)) this.drop(counter);
    }
  }

  /** Brings the lanes of a bucket's major parameter to where their routes were found since. Returns the buckets that this concerns. */
  gather(bucket: Bucket, nowMs: number): readonly Bucket[] {
    if (bucket.changesSeen === this.changes) return [];
    bucket.changesSeen = this.changes;
    const concerned = new Set<Bucket>();
    for (const lane of this.majors.get(bucket.majorKey) ?? []) {
      if (!lane.isStray || lane.isIdle) continue;
      concerned.add(lane.bucket);
      this.follow(lane, nowMs);
      concerned.add(lane.bucket);
    }
    return [...concerned];
  }

  /** The buckets in which somebody may go because somebody else has left, since this was asked last. */
  takeLeft(): readonly Bucket[] {
    const { left } = this;
    if (left.length > 0) this.left = [];
    return left;
  }

  /** Nothing waits in a lane any more, and nothing is under way. */
  rest(lane: Lane, nowMs: number): void {
    this.idle.add(lane, nowMs);
  }

  /** Forgets a little of what was not used for a while. Called with each input, it keeps up with whatever comes. */
  sweep(nowMs: number): void {
    const lane = this.idle.takeStale(nowMs);
    if (lane === null) return;
    const beside = this.majors.get(lane.majorKey) ?? [];
    beside.splice(beside.indexOf(lane), 1);
    if (beside.length === 0) this.majors.delete(lane.majorKey);
    lane.route.lanes.delete(lane.majorKey);
    this.lanes -= 1;
    lane.bucket.lanes.splice(lane.bucket.lanes.indexOf(lane), 1);
    for (const counter of lane.counters) this.drop(counter);
  }

  private routeOf({ routeKey, subKey }: RateTicket): LimitedRoute {
    const key = subKey === '' ? routeKey : `${routeKey} ${subKey}`;
    const known = this.routes.get(key);
    if (known !== undefined) return known;
    const route: LimitedRoute = { key, hash: null, hashSentAtMs: -Infinity, lanes: new Map() };
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

  private open(route: LimitedRoute, ticket: RateTicket, nowMs: number): Lane {
    const bucket = this.bucketOf(route.hash, ticket);
    const lane = new Lane(route, ticket.majorKey, bucket.counterOf(route, nowMs));
    bucket.lanes.push(lane);
    route.lanes.set(lane.majorKey, lane);
    const beside = this.majors.get(lane.majorKey);
    if (beside === undefined) this.majors.set(lane.majorKey, [lane]);
    else beside.push(lane);
    this.lanes += 1;
    return lane;
  }

  /** Moves a lane to where its route was found. */
  private follow(lane: Lane, nowMs: number): void {
    const { bucket, route } = lane;
    if (route.hash === null) return;
    bucket.lanes.splice(bucket.lanes.indexOf(lane), 1);
    for (const counter of lane.moveTo(this.counterIn(lane, route.hash, nowMs), nowMs)) this.drop(counter);
    lane.bucket.lanes.push(lane);
  }

  private counterIn({ majorKey, route }: Lane, hash: string, nowMs: number): Counter {
    return this.bucketOf(hash, { majorKey, routeKey: route.key }).counterOf(route, nowMs);
  }

  private drop(counter: Counter): void {
    const { bucket } = counter;
    bucket.dropCounter(counter);
    if (bucket.isEmpty) this.buckets.delete(bucket.key);
    else this.left.push(bucket);
  }

  private bucketOf(hash: string | null, place: Pick<RateTicket, 'majorKey' | 'routeKey'>): Bucket {
    const key = bucketKeyOf(hash, place);
    const known = this.buckets.get(key);
    if (known !== undefined) return known;
    const bucket = new Bucket(key, hash, place.majorKey, hash === null ? new HashTraits() : this.traitsOf(hash));
    this.buckets.set(key, bucket);
    return bucket;
  }

  private traitsOf(hash: string): HashTraits {
    const known = this.traits.get(hash);
    const traits = known ?? new HashTraits();
    if (known !== undefined) this.traits.delete(hash);
    this.traits.set(hash, traits);
    const [oldest] = this.traits.keys();
    if (this.traits.size > MOST_QUIET && oldest !== undefined) this.traits.delete(oldest);
    return traits;
  }
}
