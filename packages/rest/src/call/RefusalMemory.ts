import type { DiscordApiError } from '../errors.js';
import type { LimitRoute } from '../ratelimit/LimitRoute.js';

/** Webhook gone. */
const UNKNOWN_WEBHOOK = 10_015;
const MISSING_ACCESS = 50_001;
const MISSING_PERMISSIONS = 50_013;
/** How long a 403 counts. */
const MEMORY_MS = 60_000;
/** How many of them go to Discord in that time for one path, and for one route of a channel or guild where that is known to be the same for all. */
const MOST_OF_ONE = 2;
/**
 * A missing permission in a channel may spare some paths: whoever may not delete messages may delete their own. So more are asked for before it is held for all,
 * and one that passes counts more than all that did not.
 */
const MOST_OF_CHANNEL = 5;
const MOST_REMEMBERED = 1_000;

/** A call as this memory knows it. */
export interface RememberedCall {
  readonly method: string;
  /** The path with its ids, without its query. */
  readonly barePath: string;
  readonly route: LimitRoute;
}

/** The last times that Discord said 403 to the same thing. */
interface Forbidden {
  readonly error: DiscordApiError;
  readonly path: string;
  /** How many may go in a minute. */
  readonly most: number;
  /** The last `most` times. */
  readonly timesMs: readonly number[];
}

/**
 * What Discord has refused and will refuse again: each such call counts towards the ban of the host (10,000 in ten minutes). A webhook that is gone
 * stays gone; a missing permission may be given, so it is asked for twice a minute.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit}
 */
export class RefusalMemory {
  /** By webhook, with its token where the call had it. */
  private readonly dead = new Map<string, DiscordApiError>();
  /** By method and path, and by route and major parameter. */
  private readonly forbidden = new Map<string, Forbidden>();

  /** How many refusals are remembered. */
  get size(): number {
    return this.dead.size + this.forbidden.size;
  }

  /** The refusal that this call would meet again, or `null` when it may be made. */
  recall(call: RememberedCall, nowMs: number): DiscordApiError | null {
    if (this.size === 0) return null;
    const gone = this.dead.get(call.route.majorKey);
    if (gone !== undefined) return gone;
    return this.known(pathKeyOf(call), nowMs) ?? this.known(routeKeyOf(call), nowMs);
  }

  /** Discord has refused this call. */
  remember(call: RememberedCall, error: DiscordApiError, nowMs: number): void {
    if (isDead(call.route, error)) keep(this.dead, call.route.majorKey, error);
    const { discordCode, status } = error;
    if (status !== 403 || (discordCode !== MISSING_ACCESS && discordCode !== MISSING_PERMISSIONS)) return;
    this.note(pathKeyOf(call), { error, path: call.barePath, most: MOST_OF_ONE }, nowMs);
    const most = mostOfRoute(call, discordCode);
    if (most !== null) this.note(routeKeyOf(call), { error, path: call.barePath, most }, nowMs);
  }

  /** Discord has not refused this call. */
  passed(call: RememberedCall): void {
    if (this.forbidden.size > 0) this.forbidden.delete(routeKeyOf(call));
  }

  /** Forgets missing permissions, those of all calls or of those with `id` in their path; and that the webhook `id` is gone. */
  forget(id?: string): void {
    if (id === undefined) {
      this.forbidden.clear();
      return;
    }
    for (const [key, { path }] of this.forbidden) if (path.split('/').includes(id)) this.forbidden.delete(key);
    for (const key of this.dead.keys()) if (key.split('/')[1] === id) this.dead.delete(key);
  }

  private known(key: string, nowMs: number): DiscordApiError | null {
    const known = this.forbidden.get(key);
    if (known === undefined || known.timesMs.length < known.most) return null;
    return nowMs - (known.timesMs[0] ?? -Infinity) < MEMORY_MS ? known.error : null;
  }

  private note(key: string, refused: Omit<Forbidden, 'timesMs'>, nowMs: number): void {
    const before = this.forbidden.get(key)?.timesMs ?? [];
    keep(this.forbidden, key, { ...refused, timesMs: [...before, nowMs].slice(-refused.most) });
  }
}

/** `null` where a refusal of one says nothing of the others: whom a member may kick depends on whom. */
function mostOfRoute({ route }: RememberedCall, discordCode: number): number | null {
  if (route.majorKey === '') return null;
  if (discordCode === MISSING_ACCESS) return MOST_OF_ONE;
  return route.majorKey.startsWith('channels/') ? MOST_OF_CHANNEL : null;
}

/**
 * A token that got a 401 stays bad. A 404 means that a webhook is gone, but not for an interaction's token: Discord says so before the first answer
 * to it, too, and changes its mind after.
 */
function isDead({ hasOwnToken, isInteraction, majorKey }: LimitRoute, { discordCode, status }: DiscordApiError): boolean {
  if (status === 401) return hasOwnToken;
  return status === 404 && discordCode === UNKNOWN_WEBHOOK && !isInteraction && majorKey.startsWith('webhooks/');
}

function pathKeyOf({ barePath, method }: RememberedCall): string {
  return `${method} ${barePath}`;
}

function routeKeyOf({ route }: RememberedCall): string {
  return `${route.routeKey} of ${route.majorKey}`;
}

/** The oldest make room. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST_REMEMBERED) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
