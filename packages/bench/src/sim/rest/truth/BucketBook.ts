import type { SeededRandom } from '../../world/SeededRandom.js';
import { Group } from './Group.js';
import { ROUTES, type GroupSpec, type RouteSpec } from './routes.js';
import { TrueBucket } from './TrueBucket.js';

/** A change of what belongs together. */
export type BucketChange = 'rename' | 'split' | 'merge' | 'restore' | 'relimit';

/** Whose bucket is looked for. */
export interface BucketPlace {
  readonly route: RouteSpec;
  readonly major: string;
  /** Which of the route's groups counts this call. */
  readonly trueKind: number;
}

const ALL_ROUTES = Object.values<RouteSpec>(ROUTES) as [RouteSpec, ...RouteSpec[]];
const CHANGES: [BucketChange, ...BucketChange[]] = ['rename', 'split', 'merge', 'restore', 'relimit'];

/**
 * Which bucket counts a call at the moment: hashes are renamed, routes leave a hash and join another one, limits change, and old hashes
 * come back.
 */
export class BucketBook {
  changes = 0;
  /** How many buckets there were in all. */
  seen = 0;
  private readonly originals = new Map<GroupSpec, Group>();
  private readonly groups = new Map<RouteSpec, Group[]>();
  private readonly buckets = new Map<string, TrueBucket>();
  private readonly random: SeededRandom;
  private hashes = 0;

  constructor(random: SeededRandom) {
    this.random = random;
    for (const route of ALL_ROUTES) {
      this.groups.set(
        route,
        route.groups.map((spec) => this.original(spec)),
      );
    }
  }

  bucketFor({ major, route, trueKind }: BucketPlace): TrueBucket {
    const group = this.groupOf(route, trueKind);
    const key = group.spec.countsApart === true ? `${group.hash}|${major}|${route.name}` : `${group.hash}|${major}`;
    const known = this.buckets.get(key);
    if (known !== undefined) return known;
    this.seen += 1;
    const bucket = new TrueBucket(key, group);
    this.buckets.set(key, bucket);
    return bucket;
  }

  /** Forgets the buckets whose window is over: the next request would begin a new one anyway. */
  sweep(nowMs: number): void {
    for (const [key, { window }] of this.buckets) if (window.resetMs < nowMs) this.buckets.delete(key);
  }

  /** Changes something at random. */
  changeSomething(): void {
    this.change(this.random.pick(CHANGES), this.random.pick(ALL_ROUTES));
  }

  change(change: BucketChange, route: RouteSpec): void {
    this.changes += 1;
    const kind = this.random.whole(0, route.groups.length - 1);
    const present = this.groupOf(route, kind);
    if (change === 'rename') this.rename(present);
    else if (change === 'split') this.put(route, kind, new Group(present.spec, this.newHash()));
    else if (change === 'merge') this.join(route, kind, this.siblingOf(route));
    else if (change === 'restore') this.put(route, kind, this.original(route.groups[kind] ?? route.groups[0]));
    else present.limit = this.otherLimit(present.spec);
  }

  /** From now on `route` is counted where `other` is. */
  join(route: RouteSpec, kind: number, other: RouteSpec): void {
    this.put(route, kind, this.groupOf(other, 0));
  }

  private groupOf(route: RouteSpec, kind: number): Group {
    return this.groups.get(route)?.[kind] ?? this.original(route.groups[0]);
  }

  private put(route: RouteSpec, kind: number, group: Group): void {
    const groups = this.groups.get(route);
    if (groups !== undefined) groups[kind] = group;
  }

  private rename(group: Group): void {
    const renamed = new Group(group.spec, this.newHash());
    renamed.limit = group.limit;
    for (const groups of this.groups.values()) {
      for (const [kind, present] of groups.entries()) if (present === group) groups[kind] = renamed;
    }
  }

  /** The group as it was in the beginning, with the hash that it had: old hashes come back. */
  private original(spec: GroupSpec): Group {
    const known = this.originals.get(spec);
    if (known !== undefined) return known;
    const group = new Group(spec, this.newHash());
    this.originals.set(spec, group);
    return group;
  }

  /** Another route that is counted by the same kind of parameter. */
  private siblingOf(route: RouteSpec): RouteSpec {
    return this.random.pick(ALL_ROUTES.filter(({ major }) => major === route.major) as [RouteSpec, ...RouteSpec[]]);
  }

  private otherLimit({ limit }: GroupSpec): number {
    return this.random.pick([limit, limit + 1, Math.max(1, limit - 1), limit * 2]);
  }

  private newHash(): string {
    this.hashes += 1;
    return `${this.hashes.toString(16).padStart(4, '0')}${this.random.whole(0, 0xffff_ffff).toString(16).padStart(8, '0')}`;
  }
}
