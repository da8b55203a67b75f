import { checkPorts, OptionsError, refuseUnknownOptions, Secret, shown, systemClock, type Clock, type PortShapes } from '@aplomb/base';
import type { Dispatcher } from 'undici';
import { DEFAULT_ALLOWED_MENTIONS, type AllowedMentions } from './AllowedMentions.js';
import type { RateLimitStore } from './ratelimit/RateLimitStore.js';
import { VERSION } from './version.js';

/** What a {@link Rest} is made of. */
export interface RestOptions {
  /**
   * Whom messages may ping that do not say it themselves.
   *
   * @defaultValue `{ parse: ['users'], repliedUser: true }`
   */
  readonly allowedMentions?: AllowedMentions;
  /**
   * Everything before the route: Discord, or a proxy that speaks for it. The token goes to its host only, and no redirect is followed.
   *
   * @defaultValue `'https://discord.com/api/v10'`
   * @see {@link https://docs.discord.com/developers/reference#api-reference | Base URL}
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
   * @defaultValue a pool of its own
   * @see {@link https://undici.nodejs.org/#/docs/api/Dispatcher | Dispatcher}
   */
  readonly dispatcher?: Dispatcher;
  /**
   * How many requests may leave in any second, over all routes. Answers to interactions are not counted. 0 counts nothing: for a proxy that does.
   *
   * @defaultValue `50`
   * @see {@link https://docs.discord.com/developers/topics/rate-limits#global-rate-limit | Global rate limit}
   */
  readonly globalRequestsPerSecond?: number;
  /**
   * How many requests may be under way at once. Answers to interactions are not counted.
   *
   * @defaultValue `128`
   */
  readonly maxInFlight?: number;
  /**
   * How long one call may wait for rate limits in all, in milliseconds, before it rejects with `REST_RATE_LIMITED`. A call whose wait is known to be
   * longer rejects at once.
   *
   * @defaultValue `60_000`
   */
  readonly maxWaitMs?: number;
  /**
   * How many calls may wait for rate limits at once; those beyond reject with `REST_QUEUE_FULL`.
   *
   * @defaultValue `10_000`
   */
  readonly maxWaitingCalls?: number;
  /**
   * Randomness for jitter, in [0, 1).
   *
   * @defaultValue `Math.random`
   */
  readonly random?: () => number;
  /**
   * Where several instances that share a token, or an IP, count together.
   *
   * @defaultValue none: this instance counts alone
   */
  readonly rateLimitStore?: RateLimitStore;
  /**
   * Whether calls that Discord refuses again and again are refused here: a webhook that is gone, and what was forbidden (403) twice within a minute.
   * Each of them would bring the host nearer to a ban.
   *
   * @defaultValue `true`
   * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit}
   */
  readonly remembersRefusals?: boolean;
  /**
   * How often a call is tried again after a 5xx (but 501 and 505, which will not pass) or a network error, with growing random pauses: GET, PUT,
   * DELETE, messages with an enforced nonce, and whatever certainly was not sent; nothing that took its whole `timeoutMs`. All repetitions together
   * stay below a tenth of all calls.
   *
   * @defaultValue `3`
   */
  readonly retries?: number;
  /**
   * How long one attempt may take over connect, headers and body together, in milliseconds. Uploads have as long as they go on.
   *
   * @defaultValue `10_000`
   */
  readonly timeoutMs?: number;
  /**
   * The bot's token, with or without `Bot ` before it. It is never printed, and goes to the host of `baseUrl` only.
   *
   * @defaultValue none: only webhooks, interactions and a few public routes can be called
   */
  readonly token?: string;
  /**
   * Free text after the name and version in the `User-Agent`.
   *
   * @defaultValue none
   * @see {@link https://docs.discord.com/developers/reference#user-agent | User agent}
   */
  readonly userAgentSuffix?: string;
  /**
   * Whether bodies are checked against Discord's documented limits before they are sent.
   *
   * @defaultValue `true`
   */
  readonly validatesBodies?: boolean;
}

/** The defaults that can be written down. */
export const REST_DEFAULTS = Object.freeze({
  allowedMentions: DEFAULT_ALLOWED_MENTIONS,
  baseUrl: 'https://discord.com/api/v10',
  globalRequestsPerSecond: 50,
  maxInFlight: 128,
  maxWaitMs: 60_000,
  maxWaitingCalls: 10_000,
  remembersRefusals: true,
  retries: 3,
  timeoutMs: 10_000,
  validatesBodies: true,
});

/** The names of all {@link RestOptions}. */
export const REST_OPTION_NAMES: readonly (keyof RestOptions)[] = [
  'allowedMentions',
  'baseUrl',
  'clock',
  'dispatcher',
  'globalRequestsPerSecond',
  'maxInFlight',
  'maxWaitMs',
  'maxWaitingCalls',
  'random',
  'rateLimitStore',
  'remembersRefusals',
  'retries',
  'timeoutMs',
  'token',
  'userAgentSuffix',
  'validatesBodies',
];

/** {@link RestOptions}, validated, filled and frozen. */
export interface ResolvedRestOptions {
  readonly allowedMentions: AllowedMentions;
  /** The header that carries the token, or `null` without one. */
  readonly authorization: Secret | null;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher | undefined;
  readonly globalRequestsPerSecond: number;
  readonly maxInFlight: number;
  readonly maxWaitMs: number;
  readonly maxWaitingCalls: number;
  readonly random: () => number;
  readonly rateLimitStore: RateLimitStore | undefined;
  readonly remembersRefusals: boolean;
  readonly retries: number;
  readonly timeoutMs: number;
  readonly userAgent: string;
  readonly validatesBodies: boolean;
}

/** What must be there of the ports, so that a wrong one is found here and not in the middle of a call. */
const PORTS: PortShapes = {
  clock: ['nowMs', 'wallMs', 'after'],
  dispatcher: ['dispatch'],
  random: [],
  rateLimitStore: ['take', 'learn', 'holdAll', 'countInvalid'],
};

/**
 * Validates, fills and freezes.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_TOKEN` or `INVALID_OPTION`
 */
export function resolveRestOptions(options: RestOptions): ResolvedRestOptions {
  refuseUnknownOptions('Rest', options, REST_OPTION_NAMES);
  checkPorts(options, PORTS);
  const given = { ...REST_DEFAULTS, ...definedOf(options) };
  return Object.freeze({
    allowedMentions: given.allowedMentions,
    authorization: resolveToken(given.token),
    baseUrl: resolveBaseUrl(given.baseUrl),
    clock: given.clock ?? systemClock,
    dispatcher: given.dispatcher,
    globalRequestsPerSecond: atLeast('globalRequestsPerSecond', given.globalRequestsPerSecond, 0),
    maxInFlight: wholeFrom('maxInFlight', given.maxInFlight, 1),
    maxWaitMs: atLeast('maxWaitMs', given.maxWaitMs, 0),
    maxWaitingCalls: wholeFrom('maxWaitingCalls', given.maxWaitingCalls, 1),
    random: given.random ?? Math.random,
    rateLimitStore: given.rateLimitStore,
    remembersRefusals: flag('remembersRefusals', given.remembersRefusals),
    retries: wholeFrom('retries', given.retries, 0),
    timeoutMs: atLeast('timeoutMs', given.timeoutMs, 1),
    userAgent: resolveUserAgent(given.userAgentSuffix),
    validatesBodies: flag('validatesBodies', given.validatesBodies),
  });
}

/** Whatever is no header text could smuggle a second header in. */
const TOKEN = /^[\w.-]{1,200}$/;

/** The whole header, so that the token is kept once only. */
function resolveToken(token: unknown): Secret | null {
  if (token === undefined) return null;
  const bare = typeof token === 'string' ? token.replace(/^Bot /, '') : '';
  if (TOKEN.test(bare)) return new Secret(`Bot ${bare}`);
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
    what: `\`baseUrl\` is \`${baseUrl.replace(/\/\/[^/@]*@/, '//…@')}\`, which no route can be added to.`,
    cure: `Give an http or https URL without query and user, as in "${REST_DEFAULTS.baseUrl}".`,
  });
}

/** @throws {@link OptionsError} `INVALID_OPTION` for what is no finite number of `least` or more. */
export function atLeast(name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is ${shown(value)}.`,
    cure: `Give a finite number of ${String(least)} or more.`,
  });
}

function wholeFrom(name: string, value: number, least: number): number {
  if (Number.isInteger(value)) return atLeast(name, value, least);
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is ${String(value)}.`,
    cure: `Give a whole number of ${String(least)} or more.`,
  });
}

function flag(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is of type ${typeof value}.`,
    cure: 'Give true or false, or leave it out.',
  });
}

/** An option that is there and `undefined` is one that was left out. */
function definedOf(options: RestOptions): RestOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
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
