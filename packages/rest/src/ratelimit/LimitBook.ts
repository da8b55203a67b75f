import { Bucket } from './Bucket.js';
import { bucketKeyOf } from './bucketKeyOf.js';
import { IdleLanes } from './IdleLanes.js';
import { Lane, type LimitedRoute } from './Lane.js';
import type { RateTicket } from './RateTicket.js';

/** How many routes are remembered without a call of theirs: more than Discord has. */
const MOST_QUIET_ROUTES = 512;
/** How many routes are looked at to find one to forget. */
const LOOKS = 4;

/**
 * Which route belongs to which bucket. A lane stands in the bucket of its route and major parameter until an answer names Discord's own; then it moves, with
 * all that waits in it, and again when a later answer names another. What is not used is forgotten.
 */
export class LimitBook {
  private readonly routes = new Map<string, LimitedRoute>();
  private readonly buckets = new Map<string, Bucket>();
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
  laneOf(ticket: RateTicket): Lane {
    const route = this.routeOf(ticket);
    const lane = route.lanes.get(ticket.majorKey) ?? this.open(route, ticket);
    this.idle.remove(lane);
    return lane;
  }

  /** Takes over which bucket an answer named. Returns the bucket that the lane has left, `null` when it stays. */
  place(lane: Lane, hash: string): Bucket | null {
    const { ownHash } = lane;
    lane.ownHash = hash;
    if (lane.bucket.hash === hash) return null;
    // Led away by others of its route, and back by its own answer: here the major parameter decides.
    if (ownHash === hash) lane.isFollowing = false;
    if (lane.isFollowing) lane.route.hash = hash;
    return this.move(lane, hash);
  }

  /** Brings a lane to where its route was found since. It knows no more there than it knew here. */
  follow(lane: Lane): void {
    const { hash } = lane.route;
    if (hash === null) return;
    const { window, heldUntilMs } = lane.bucket;
    const isNew = !this.buckets.has(bucketKeyOf(hash, { majorKey: lane.majorKey, routeKey: lane.route.key }));
    this.move(lane, hash);
    if (!isNew) return;
    lane.bucket.window.copy(window);
    lane.bucket.heldUntilMs = heldUntilMs;
  }

  /** Nothing waits in a lane any more, and nothing is under way. */
  rest(lane: Lane, nowMs: number): void {
    this.idle.add(lane, nowMs);
  }

  /** Forgets a little of what was not used for a while. Called with each input, it keeps up with whatever comes. */
  sweep(nowMs: number): void {
    const lane = this.idle.takeStale(nowMs);
    if (lane !== null) this.close(lane);
  }

  private routeOf({ routeKey, subKey }: RateTicket): LimitedRoute {
    const key = subKey === '' ? routeKey : `${routeKey} ${subKey}`;
    const known = this.routes.get(key);
    if (known !== undefined) return known;
    const route: LimitedRoute = { key, hash: null, lanes: new Map() };
    this.routes.set(key, route);
    if (this.routes.size > MOST_QUIET_ROUTES) this.forgetRoute();
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
    const lane = new Lane(route, ticket.majorKey, this.bucketOf(route.hash, ticket));
    lane.bucket.add(lane);
    route.lanes.set(lane.majorKey, lane);
    this.lanes += 1;
    return lane;
  }

  private close(lane: Lane): void {
    lane.route.lanes.delete(lane.majorKey);
    this.lanes -= 1;
    this.leave(lane);
  }

  private move(lane: Lane, hash: string): Bucket {
    const old = lane.bucket;
    this.leave(lane);
    lane.bucket = this.bucketOf(hash, { majorKey: lane.majorKey, routeKey: lane.route.key });
    lane.bucket.add(lane);
    return old;
  }

  private leave(lane: Lane): void {
    lane.bucket.remove(lane);
    if (lane.bucket.lanes.length === 0) this.buckets.delete(lane.bucket.key);
  }

  private bucketOf(hash: string | null, place: Pick<RateTicket, 'majorKey' | 'routeKey'>): Bucket {
    const key = bucketKeyOf(hash, place);
    const known = this.buckets.get(key);
    if (known !== undefined) return known;
    const bucket = new Bucket(key, hash);
    this.buckets.set(key, bucket);
    return bucket;
  }
}
