import { OptionsError, refuseUnknownOptions, systemClock } from '@aplomb/base';
import type { Clock } from '@aplomb/base';
import type { GatewayStateOptions } from './gateway/GatewayState.js';
import { isOnThisMachine } from './http-interactions/post.js';
import { checkRateLimits } from './rest/limits/RateLimitsOptions.js';
import type { RateLimitsOptions } from './rest/limits/RateLimitsOptions.js';
import type { PrivilegedIntent } from './world/World.js';

/** How many sessions a bot may start, as `GET /gateway/bot` tells it and the gateway enforces it. */
export interface SessionStartLimit {
  /** IDENTIFYs per 5 seconds, and the number of rate limit keys. */
  readonly maxConcurrency: number;
  /** IDENTIFYs left until the reset. */
  readonly remaining: number;
  /** Milliseconds until the reset. */
  readonly resetAfterMs: number;
  /** IDENTIFYs per day. */
  readonly total: number;
}

/** The gateway's own options, without those that a {@link FakeDiscord} settles itself. */
export type MoreGatewayOptions = Omit<
  GatewayStateOptions,
  'heartbeatIntervalMs' | 'helloDelayMs' | 'privilegedIntents' | 'random' | 'startLimit' | 'token' | 'world'
>;

/** How a fake Discord is to be. Every option may be left out. */
export interface FakeDiscordOptions {
  /**
   * The bot's name.
   *
   * @defaultValue `'robot'`
   */
  readonly botName?: string;
  /**
   * Where time comes from: heartbeats, windows, the times in ids and messages. Give the bot the same clock. One that is moved by hand (a `ManualClock`) moves
   * connections too; with any other, `discord.advance()` moves only what happens in the world.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * More about the gateway: how long sessions can be resumed, how much is replayed, how many guilds a shard may have …
   *
   * @defaultValue Discord's values
   */
  readonly gateway?: MoreGatewayOptions;
  /**
   * The heartbeat interval that HELLO tells, in milliseconds.
   *
   * @defaultValue `41_250`
   */
  readonly heartbeatIntervalMs?: number;
  /**
   * How long the server waits before HELLO, in milliseconds.
   *
   * @defaultValue `0`
   */
  readonly helloDelayMs?: number;
  /**
   * An HTTP endpoint of this machine that gets the interactions instead of the gateway. It is not asked whether it is one, since it cannot know the key before
   * the start: `discord.interactionsEndpoint.set()` does that.
   *
   * @defaultValue `null`: interactions go to the gateway
   */
  readonly interactionsEndpointUrl?: string | null;
  /**
   * How many messages of a channel are kept; when more come, the oldest are forgotten as if they had been deleted, without an event.
   *
   * @defaultValue `1_000`
   */
  readonly messagesPerChannel?: number;
  /**
   * Whether the gateway hides the names of channels that the bot cannot see, as Discord does since 2026-11-16.
   *
   * @defaultValue `true`
   * @see {@link https://github.com/discord/discord-api-docs/pull/8454 | Channel obfuscation}
   */
  readonly obfuscateHiddenChannels?: boolean;
  /**
   * The port on 127.0.0.1 for HTTP and WebSocket; 0 takes a free one.
   *
   * @defaultValue `0`
   */
  readonly port?: number;
  /**
   * The privileged intents that are switched on in the application's settings.
   *
   * @defaultValue all three
   */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  /**
   * How REST is limited: the buckets of routes, the global limit, and the ban for invalid requests. `false` limits nothing, and no answer tells of a
   * bucket; faults still can.
   *
   * @defaultValue `{}`: Discord's global limit and ban, and the buckets that bot authors have met
   */
  readonly rateLimits?: RateLimitsOptions | false;
  /**
   * Makes everything random (token, session ids) the same in every run with the same number.
   *
   * @defaultValue none: every start is another
   */
  readonly seed?: number;
  /**
   * How many sessions may be started.
   *
   * @defaultValue `{ total: 1_000, remaining: total, resetAfterMs: 86_400_000, maxConcurrency: 1 }`
   */
  readonly sessionStartLimit?: Partial<SessionStartLimit>;
  /**
   * How long an act waits for everything that it leads to, in milliseconds of real time, before it rejects with `FAKE_UNSETTLED`.
   *
   * @defaultValue `5_000`
   */
  readonly settleTimeoutMs?: number;
  /**
   * How many shards `GET /gateway/bot` recommends.
   *
   * @defaultValue `1`
   */
  readonly shards?: number;
}

/** Options with every gap filled. */
export type ResolvedFakeDiscordOptions = Omit<Required<FakeDiscordOptions>, 'seed' | 'sessionStartLimit'> & {
  readonly random: () => number;
  readonly sessionStartLimit: SessionStartLimit;
};

const PRIVILEGED: readonly PrivilegedIntent[] = ['GuildMembers', 'GuildPresences', 'MessageContent'];
const DAY_MS = 86_400_000;
const PORT_MAX = 65_535;

const DEFAULTS: Omit<ResolvedFakeDiscordOptions, 'random' | 'sessionStartLimit'> = {
  botName: 'robot',
  clock: systemClock,
  gateway: {},
  heartbeatIntervalMs: 41_250,
  helloDelayMs: 0,
  interactionsEndpointUrl: null,
  messagesPerChannel: 1_000,
  obfuscateHiddenChannels: true,
  port: 0,
  privilegedIntents: PRIVILEGED,
  rateLimits: {},
  settleTimeoutMs: 5_000,
  shards: 1,
};

/** The least value of each option that is a number. */
const LEAST = { heartbeatIntervalMs: 1, helloDelayMs: 0, messagesPerChannel: 1, port: 0, settleTimeoutMs: 1, shards: 1 } as const;
const LEAST_OF_LIMIT = { maxConcurrency: 1, remaining: 0, resetAfterMs: 0, total: 0 } as const;

/**
 * Fills what was left out.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION` or `INVALID_OPTION`
 */
export function resolveFakeDiscordOptions(given: FakeDiscordOptions): ResolvedFakeDiscordOptions {
  refuseUnknownOptions('FakeDiscord', given, [...Object.keys(DEFAULTS), 'seed', 'sessionStartLimit']);
  const { seed, sessionStartLimit, ...rest } = given;
  const options = { ...DEFAULTS, ...rest };
  for (const [name, least] of Object.entries(LEAST)) requireWhole(name, options[name as keyof typeof LEAST], least);
  if (options.port > PORT_MAX) throw invalid('port', options.port, `Give 0 for a free one, or a port up to ${String(PORT_MAX)}.`);
  for (const intent of options.privilegedIntents) requirePrivileged(intent);
  if (options.interactionsEndpointUrl !== null) requireLocal(options.interactionsEndpointUrl);
  if (options.rateLimits !== false) checkRateLimits(options.rateLimits);
  return { ...options, random: seed === undefined ? Math.random : seeded(seed), sessionStartLimit: resolveLimit(sessionStartLimit ?? {}) };
}

function resolveLimit(given: Partial<SessionStartLimit>): SessionStartLimit {
  refuseUnknownOptions('sessionStartLimit', given, Object.keys(LEAST_OF_LIMIT));
  const limit = { total: 1_000, remaining: given.total ?? 1_000, resetAfterMs: DAY_MS, maxConcurrency: 1, ...given };
  for (const [name, least] of Object.entries(LEAST_OF_LIMIT))
    requireWhole(`sessionStartLimit.${name}`, limit[name as keyof SessionStartLimit], least);
  return limit;
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw invalid(name, value, `Give a whole number of at least ${String(least)}.`);
}

function invalid(name: string, value: number, cure: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${String(value)}.`, cure });
}

function requireLocal(url: string): void {
  if (isOnThisMachine(url)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`interactionsEndpointUrl\` is "${url}".`,
    cure: 'Give an endpoint of this machine, such as "http://127.0.0.1:8080/".',
  });
}

function requirePrivileged(intent: PrivilegedIntent): void {
  if (PRIVILEGED.includes(intent)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `"${intent}" is not a privileged intent.`,
    cure: `Choose among ${PRIVILEGED.join(', ')}.`,
  });
}

/** mulberry32: small, fast, and good enough for a play. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
