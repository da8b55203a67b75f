import type { RequestLine, RoutePattern } from '../RoutePattern.js';
import { opaqueHash } from '../../opaqueHash.js';
import { RollingCount } from './RollingCount.js';
import type { RouteBucket, RouteLimit, SubLimit } from './RouteLimit.js';
import { Windows } from './Windows.js';

/** Whose limit it is: the bot's on this route, the resource's, or the bot's on everything. */
export type LimitScope = 'global' | 'shared' | 'user';

/** A request as limits see it. */
export interface LimitedCall extends RequestLine {
  /** The names of the fields in its body. Asked for only where a part of the route has a limit of its own. */
  readonly fields: () => readonly string[];
  readonly hasToken: boolean;
  /** Whether it answers an interaction: the global limit does not know those. */
  readonly isInteraction: boolean;
  /** The channel, guild or webhook (with its token) of the path, or nothing. Buckets are kept apart by it. */
  readonly major: string;
  /** The route that it fits, such as `GET /channels/:channelId`. */
  readonly route: string;
}

/** What headers tell of a bucket. */
export interface BucketState {
  readonly hash: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAtMs: number;
}

/** Why a call was not let in, and for how long. */
export interface LimitRefusal {
  readonly retryAfterMs: number;
  readonly scope: LimitScope;
}

/** What the limits say to a call. `bucket` is `null` where the route has none. */
export interface LimitVerdict {
  readonly bucket: BucketState | null;
  readonly refusal: LimitRefusal | null;
}

/** How limited a fake Discord is. */
export interface RateLimitsSetup {
  readonly buckets: Readonly<Record<string, RouteBucket>>;
  readonly globalPerSecond: number;
}

/** A limit in the place of the one that a route has, or beside it. */
export interface LimitChange extends RouteLimit {
  /**
   * Whether it stands beside the route's own bucket and no header tells of it, as Discord limits the renaming of channels.
   *
   * @defaultValue `false`
   */
  readonly isSubLimit?: boolean;
  /**
   * What the 429 says of whose limit it is.
   *
   * @defaultValue `'user'`
   */
  readonly scope?: Exclude<LimitScope, 'global'>;
}

interface PlannedChange extends LimitChange {
  readonly name: string;
  readonly pattern: RoutePattern;
}

/** A bucket in force: Discord's, as experience knows it, with all changes. */
interface Bucket extends RouteLimit {
  readonly hash: string;
  readonly scope: LimitScope;
}

const SECOND_MS = 1_000;
const FREE: LimitVerdict = { bucket: null, refusal: null };

/**
 * Discord's limits as this fake keeps them. A request falls into the bucket of its route *and* the channel, guild or webhook in its path; several
 * routes may share a bucket, which is then known by one hash. A bucket is a fixed window: it opens with a request and is whole again when its time has
 * passed. Beside it there are limits that headers do not show: on some uses of a route ({@link SubLimit}), on resources (`shared`), and on everything.
 *
 * Discord says "50 requests per second" and not which second: here it is any.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits | Rate limits}
 */
export class RateLimits {
  private readonly buckets: Readonly<Record<string, RouteBucket>>;
  private changes: readonly PlannedChange[] = [];
  private closedUntilMs = -Infinity;
  private readonly global: Readonly<Record<'bot' | 'ip', RollingCount>>;
  private readonly held = new Map<string, { readonly untilMs: number; readonly scope: LimitScope }>();
  private renamed: readonly { readonly hash: string; readonly pattern: RoutePattern }[] = [];
  private readonly windows = new Windows();

  constructor({ buckets, globalPerSecond }: RateLimitsSetup) {
    this.buckets = buckets;
    const count = (): RollingCount => new RollingCount(globalPerSecond, SECOND_MS);
    this.global = { bot: count(), ip: count() };
  }

  /** Counts a call for the global limit, which is asked before anything else. */
  enter({ hasToken, isInteraction }: LimitedCall, nowMs: number): LimitRefusal | null {
    if (isInteraction) return null;
    // Without a token it is the address that is limited.
    const count = this.global[hasToken ? 'bot' : 'ip'];
    const retryAfterMs = Math.max(count.waitMs(nowMs), this.closedUntilMs - nowMs);
    if (retryAfterMs > 0) return { scope: 'global', retryAfterMs };
    count.add(nowMs);
    return null;
  }

  /** Counts a call for its bucket and what stands beside it. */
  take(call: LimitedCall, nowMs: number): LimitVerdict {
    const bucket = this.bucketOf(call);
    const state = bucket === null ? null : this.windows.take(windowKey(bucket, call), bucket, nowMs);
    const seen = bucket === null || state === null ? null : seenState(bucket, state, nowMs);
    if (bucket !== null && state?.hasRoom === false) {
      return { bucket: seen, refusal: { scope: bucket.scope, retryAfterMs: state.resetAtMs - nowMs } };
    }
    const refusal = this.heldBy(call, nowMs) ?? this.passedSubLimit(call, nowMs);
    return seen === null && refusal === null ? FREE : { bucket: seen, refusal };
  }

  /** Refuses what this call asks for, and every other like it, for so long. What headers would tell of it is returned. */
  close(call: LimitedCall, { retryAfterMs, scope }: LimitRefusal, nowMs: number): BucketState | null {
    const untilMs = nowMs + retryAfterMs;
    if (scope === 'global') {
      this.closeGlobally(untilMs);
      return null;
    }
    const bucket = this.bucketOf(call);
    if (bucket !== null && scope === 'user') this.windows.exhaust(windowKey(bucket, call), bucket.limit, untilMs);
    else this.held.set(routeKey(call), { untilMs, scope });
    return this.peek(call, nowMs);
  }

  /** Refuses everything but answers to interactions until then. */
  closeGlobally(untilMs: number): void {
    this.closedUntilMs = untilMs;
  }

  /** What headers would tell if nothing were counted. */
  peek(call: LimitedCall, nowMs: number): BucketState | null {
    const bucket = this.bucketOf(call);
    return bucket === null ? null : seenState(bucket, this.windows.peek(windowKey(bucket, call), bucket, nowMs), nowMs);
  }

  /** Puts a limit in the place of those that the routes have, under a hash of its own as a changed limit has on Discord. The last one counts. */
  change(pattern: RoutePattern, change: LimitChange | null): () => void {
    const planned = { ...(change ?? { limit: Infinity, perMs: SECOND_MS }), pattern, name: `${pattern.text} ${JSON.stringify(change)}` };
    this.changes = [planned, ...this.changes];
    return () => {
      this.changes = this.changes.filter((other) => other !== planned);
    };
  }

  /** Gives the bucket of routes another hash. With the hash of another bucket the two become one. */
  rename(pattern: RoutePattern, hash: string): () => void {
    const planned = { pattern, hash };
    this.renamed = [planned, ...this.renamed];
    return () => {
      this.renamed = this.renamed.filter((other) => other !== planned);
    };
  }

  private bucketOf(call: LimitedCall): Bucket | null {
    const own = this.buckets[call.route];
    const change = this.changes.find((each) => each.isSubLimit !== true && each.pattern.matches(call));
    const limits = change ?? own;
    if (limits === undefined || limits.limit === Infinity) return null;
    const name = `${own?.name ?? call.route}${change === undefined ? '' : ` ${change.name}`}`;
    const hash = this.renamed.find(({ pattern }) => pattern.matches(call))?.hash ?? opaqueHash(name);
    return { hash, limit: limits.limit, perMs: limits.perMs, scope: change?.scope ?? 'user' };
  }

  private heldBy(call: LimitedCall, nowMs: number): LimitRefusal | null {
    const key = routeKey(call);
    const held = this.held.get(key);
    if (held === undefined) return null;
    if (held.untilMs > nowMs) return { scope: held.scope, retryAfterMs: held.untilMs - nowMs };
    this.held.delete(key);
    return null;
  }

  private passedSubLimit(call: LimitedCall, nowMs: number): LimitRefusal | null {
    for (const { key, scope, ...limit } of this.subLimitsOf(call)) {
      const { hasRoom, resetAtMs } = this.windows.take(key, limit, nowMs);
      if (!hasRoom) return { scope, retryAfterMs: resetAtMs - nowMs };
    }
    return null;
  }

  private subLimitsOf(call: LimitedCall): readonly (RouteLimit & { readonly key: string; readonly scope: LimitScope })[] {
    const own = this.buckets[call.route]?.subLimits ?? [];
    const given = this.changes.filter(({ isSubLimit, pattern }) => isSubLimit === true && pattern.matches(call));
    if (own.length === 0 && given.length === 0) return [];
    return [
      ...given.map(({ limit, name, perMs, scope = 'user' }) => ({ limit, perMs, scope, key: `${name} ${call.major}` })),
      ...own
        .filter((sub) => concerns(sub, call))
        .map((sub) => ({ ...sub, scope: 'user' as const, key: `${call.route} ${sub.fields.join()} ${call.major}` })),
    ];
  }
}

function concerns({ fields }: SubLimit, call: LimitedCall): boolean {
  return call.fields().some((name) => fields.includes(name));
}

/** The hash says which limit, not which method: routes of one hash count together. */
function windowKey({ hash }: Bucket, { major }: LimitedCall): string {
  return `${hash} ${major}`;
}

function routeKey({ major, route }: LimitedCall): string {
  return `${route} ${major}`;
}

function seenState({ hash }: Bucket, { limit, remaining, resetAtMs }: Omit<BucketState, 'hash'>, nowMs: number): BucketState {
  return { hash, limit, remaining, resetAtMs: Math.max(resetAtMs, nowMs) };
}
