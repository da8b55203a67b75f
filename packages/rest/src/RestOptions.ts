import { OptionsError, refuseUnknownOptions, Secret, systemClock, type Clock } from '@aplomb/base';
import type { Dispatcher } from 'undici';
import { DEFAULT_ALLOWED_MENTIONS, type AllowedMentions } from './AllowedMentions.js';
import { VERSION } from './version.js';

/** A 429 that is about to be waited for, or that became a {@link RateLimitError}. */
export interface RestRateLimitedEvent {
  readonly method: string;
  readonly path: string;
  /** How long Discord asks to wait, in milliseconds. */
  readonly retryAfterMs: number;
  /** Whether the limit concerns every route of the bot. */
  readonly isGlobal: boolean;
}

/** What a {@link Rest} is made of. */
export interface RestOptions {
  /** The bot's token, with or without `Bot ` before it. It is never printed, and goes to the host of `baseUrl` only. */
  readonly token: string;
  /**
   * Whom messages may ping that do not say it themselves.
   *
   * @defaultValue `{ parse: ['users'], repliedUser: true }`
   */
  readonly allowedMentions?: AllowedMentions;
  /**
   * Everything before the route.
   *
   * @defaultValue `'https://discord.com/api/v10'`
   */
  readonly baseUrl?: string;
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * An undici dispatcher: a proxy, a pool, a mock. It stays yours: `close()` leaves it open.
   *
   * @defaultValue an agent of its own
   */
  readonly dispatcher?: Dispatcher;
  /**
   * How long one call may wait for rate limits in all, in milliseconds, before it rejects with `REST_RATE_LIMITED`.
   *
   * @defaultValue `60_000`
   */
  readonly maxWaitMs?: number;
  /** Hears about every 429. */
  readonly onRateLimited?: (event: RestRateLimitedEvent) => void;
  /**
   * Randomness for jitter, in [0, 1).
   *
   * @defaultValue `Math.random`
   */
  readonly random?: () => number;
  /**
   * How often a GET is tried again after a 5xx (but 501 and 505, which will not pass) or a network error, with growing random pauses. Other methods
   * are never repeated: Discord may have carried them out.
   *
   * @defaultValue `3`
   */
  readonly retries?: number;
  /**
   * How long one attempt may take over connect, headers and body together, in milliseconds.
   *
   * @defaultValue `10_000`
   */
  readonly timeoutMs?: number;
  /**
   * Free text after the name and version in the `User-Agent`.
   *
   * @defaultValue none
   * @see {@link https://docs.discord.com/developers/reference#user-agent | User agent}
   */
  readonly userAgentSuffix?: string;
}

/** The defaults that can be written down. */
export const REST_DEFAULTS = Object.freeze({
  allowedMentions: DEFAULT_ALLOWED_MENTIONS,
  baseUrl: 'https://discord.com/api/v10',
  maxWaitMs: 60_000,
  retries: 3,
  timeoutMs: 10_000,
});

/** The names of all {@link RestOptions}. */
export const REST_OPTION_NAMES: readonly (keyof RestOptions)[] = [
  'allowedMentions',
  'baseUrl',
  'clock',
  'dispatcher',
  'maxWaitMs',
  'onRateLimited',
  'random',
  'retries',
  'timeoutMs',
  'token',
  'userAgentSuffix',
];

/** {@link RestOptions}, validated, filled and frozen. */
export interface ResolvedRestOptions {
  readonly allowedMentions: AllowedMentions;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher | undefined;
  readonly maxWaitMs: number;
  readonly onRateLimited: (event: RestRateLimitedEvent) => void;
  readonly random: () => number;
  readonly retries: number;
  readonly timeoutMs: number;
  readonly token: Secret;
  readonly userAgent: string;
}

/**
 * Validates, fills and freezes.
 *
 * @throws {@link OptionsError} `MISSING_OPTION`, `UNKNOWN_OPTION`, `INVALID_TOKEN` or `INVALID_OPTION`
 */
export function resolveRestOptions(options: RestOptions): ResolvedRestOptions {
  refuseUnknownOptions('Rest', options, REST_OPTION_NAMES);
  return Object.freeze({
    allowedMentions: options.allowedMentions ?? REST_DEFAULTS.allowedMentions,
    baseUrl: resolveBaseUrl(options.baseUrl ?? REST_DEFAULTS.baseUrl),
    clock: options.clock ?? systemClock,
    dispatcher: options.dispatcher,
    maxWaitMs: numberFrom('maxWaitMs', options.maxWaitMs ?? REST_DEFAULTS.maxWaitMs, 0),
    onRateLimited: options.onRateLimited ?? (() => undefined),
    random: options.random ?? Math.random,
    retries: numberFrom('retries', options.retries ?? REST_DEFAULTS.retries, 0),
    timeoutMs: numberFrom('timeoutMs', options.timeoutMs ?? REST_DEFAULTS.timeoutMs, 1),
    token: resolveToken(options.token),
    userAgent: resolveUserAgent(options.userAgentSuffix),
  });
}

/** Whatever is no header text could smuggle a second header in. */
const TOKEN = /^[\w.-]{1,200}$/;

function resolveToken(token: unknown): Secret {
  if (token === undefined)
    throw new OptionsError('MISSING_OPTION', { what: 'Rest was given no `token`.', cure: 'Give the bot token of the Developer Portal.' });
  const bare = typeof token === 'string' ? token.replace(/^Bot /, '') : '';
  if (TOKEN.test(bare)) return new Secret(bare);
  throw new OptionsError('INVALID_TOKEN', {
    what: 'The `token` does not have the shape of a bot token.',
    cure: 'Copy it anew from the Developer Portal, without quotes or line breaks.',
  });
}

function resolveBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const isUsable = url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  if (isUsable) return url.href.replace(/\/+$/, '');
  throw new OptionsError('INVALID_OPTION', {
    what: `\`baseUrl\` is \`${baseUrl}\`, which no route can be added to.`,
    cure: `Give an http or https URL without query and user, as in "${REST_DEFAULTS.baseUrl}".`,
  });
}

function numberFrom(name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is ${String(value)}.`,
    cure: `Give a number of ${String(least)} or more.`,
  });
}

function resolveUserAgent(suffix: string | undefined): string {
  const own = `DiscordBot (https://github.com/aplomb-discord/aplomb, ${VERSION})`;
  if (suffix === undefined) return own;
  if (/^[\x20-\x7e]{1,200}$/.test(suffix)) return `${own} ${suffix}`;
  throw new OptionsError('INVALID_OPTION', {
    what: '`userAgentSuffix` cannot stand in a header.',
    cure: 'Give up to 200 printable ASCII characters.',
  });
}
