import { OptionsError, refuseUnknownOptions } from '@aplomb/base';
import { RoutePattern } from '../RoutePattern.js';
import { RateLimits } from './RateLimits.js';
import { ROUTE_BUCKETS } from './routeBuckets.js';
import type { RouteLimit } from './RouteLimit.js';

/** How REST is limited. Every option may be left out. */
export interface RateLimitsOptions {
  /**
   * How many requests a bot may make in any second, besides those that answer interactions; `Infinity` for any number.
   *
   * @defaultValue 50, as Discord has it
   * @see {@link https://docs.discord.com/developers/topics/rate-limits#global-rate-limit | Global rate limit}
   */
  readonly globalPerSecond?: number;
  /**
   * How many requests in ten minutes may be answered with 401, 403 or 429 before Cloudflare shuts the bot out.
   *
   * @defaultValue 10,000, as Discord has it
   * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit}
   */
  readonly invalidRequestsMax?: number;
  /**
   * The buckets of routes that are to have others than they would: `{ 'POST /channels/:id/messages': { limit: 50, perMs: 5_000 } }`; `false` for none.
   * Where two fit a request, the later one counts.
   *
   * @defaultValue none. Discord documents no numbers: without this, routes have those that bot authors have met
   */
  readonly routes?: Readonly<Record<string, RouteLimit | false>>;
}

/** What Discord documents. */
const GLOBAL_PER_SECOND = 50;
const INVALID_REQUESTS_MAX = 10_000;

/** @throws {@link OptionsError} `UNKNOWN_OPTION` or `INVALID_OPTION` */
export function checkRateLimits(given: RateLimitsOptions): void {
  refuseUnknownOptions('rateLimits', given, ['globalPerSecond', 'invalidRequestsMax', 'routes']);
  requirePositive('globalPerSecond', given.globalPerSecond ?? 1);
  requirePositive('invalidRequestsMax', given.invalidRequestsMax ?? 1);
  for (const [route, limit] of Object.entries(given.routes ?? {})) {
    new RoutePattern(route);
    if (limit === false) continue;
    refuseUnknownOptions(`rateLimits.routes[${JSON.stringify(route)}]`, limit, ['limit', 'perMs']);
    requirePositive(`routes[${JSON.stringify(route)}].limit`, limit.limit);
    requirePositive(`routes[${JSON.stringify(route)}].perMs`, limit.perMs);
  }
}

/** The limits that were asked for. */
export function makeRateLimits(options: RateLimitsOptions | false): RateLimits {
  if (options === false) return new RateLimits({ buckets: {}, globalPerSecond: Infinity });
  const limits = new RateLimits({ buckets: ROUTE_BUCKETS, globalPerSecond: options.globalPerSecond ?? GLOBAL_PER_SECOND });
  for (const [route, limit] of Object.entries(options.routes ?? {})) limits.change(new RoutePattern(route), limit === false ? null : limit);
  return limits;
}

/** How many invalid requests are borne. */
export function invalidRequestsMax(options: RateLimitsOptions | false): number {
  return options === false ? Infinity : (options.invalidRequestsMax ?? INVALID_REQUESTS_MAX);
}

function requirePositive(name: string, value: number): void {
  if (typeof value === 'number' && value >= 1) return;
  throw new OptionsError('INVALID_OPTION', { what: `\`rateLimits.${name}\` is ${String(value)}.`, cure: 'Give a number of at least 1.' });
}
