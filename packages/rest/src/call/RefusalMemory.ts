import type { DiscordApiError } from '../errors.js';
import type { LimitRoute } from '../ratelimit/LimitRoute.js';

/** Webhook gone. */
const UNKNOWN_WEBHOOK = 10_015;
/** Missing access, missing permissions. */
const FORBIDDEN: ReadonlySet<number> = new Set([50_001, 50_013]);
/** How long a 403 counts, and how many of them go to Discord in that time. */
const MEMORY_MS = 60_000;
const MOST_REMEMBERED = 1_000;

/** A call as this memory knows it. */
export interface RememberedCall {
  readonly method: string;
  /** The path with its ids, without its query. */
  readonly barePath: string;
  readonly route: LimitRoute;
}

/** The last two times that Discord said 403 to the same method and path. */
interface Forbidden {
  readonly error: DiscordApiError;
  readonly path: string;
  readonly atMs: number;
  readonly beforeMs: number;
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
  /** By method and path. */
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
    const known = this.forbidden.get(keyOf(call));
    return known !== undefined && nowMs - known.beforeMs < MEMORY_MS ? known.error : null;
  }

  /** Discord has refused this call. */
  remember(call: RememberedCall, error: DiscordApiError, nowMs: number): void {
    if (isDead(call.route, error)) keep(this.dead, call.route.majorKey, error);
    if (error.status !== 403 || !FORBIDDEN.has(error.discordCode)) return;
    const beforeMs = this.forbidden.get(keyOf(call))?.atMs ?? -Infinity;
    keep(this.forbidden, keyOf(call), { error, path: call.barePath, atMs: nowMs, beforeMs });
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
}

/**
 * A token that got a 401 stays bad. A 404 means that a webhook is gone, but not for an interaction's token: Discord says so before the first answer
 * to it, too, and changes its mind after.
 */
function isDead({ hasOwnToken, isInteraction, majorKey }: LimitRoute, { discordCode, status }: DiscordApiError): boolean {
  if (status === 401) return hasOwnToken;
  return status === 404 && discordCode === UNKNOWN_WEBHOOK && !isInteraction && majorKey.startsWith('webhooks/');
}

function keyOf({ barePath, method }: RememberedCall): string {
  return `${method} ${barePath}`;
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
