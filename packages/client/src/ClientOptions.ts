import { checkPorts, OptionsError, refuseUnknownOptions, Secret, shown, systemClock, type Clock, type PortShapes } from '@aplomb/base';
import type { CachePolicy, CacheSnapshotStore } from '@aplomb/cache';
import {
  resolveIntents,
  type IdentifyLedger,
  type IdentifyQueue,
  type IntentsResolvable,
  type PresenceData,
  type SessionStore,
  type ShardManagerOptions,
  type VoiceGatewayManager,
} from '@aplomb/gateway';
import type { AllowedMentions, RestOptions } from '@aplomb/rest';
import {
  HANDLER_LIMIT_OPTION_NAMES,
  resolveHandlerLimits,
  type HandlerLimitOptions,
  type HandlerLimits,
} from './handlers/HandlerLimits.js';
import { defaultLogger, type Logger } from './ClientLog.js';

/** What a client passes on to its {@link Rest}; the client itself gives the rest. */
export type ClientRestOptions = Omit<RestOptions, 'allowedMentions' | 'clock' | 'random' | 'token'>;

/** What a client passes on to its shards; the client itself gives the rest. All are optional. */
export interface GatewayOptions extends Pick<
  ShardManagerOptions,
  | 'allowLastIdentifies'
  | 'capabilities'
  | 'commandTimeoutMs'
  | 'compression'
  | 'connectTimeoutMs'
  | 'helloTimeoutMs'
  | 'identifyProperties'
  | 'parse'
  | 'rateLimitCommands'
  | 'resumedTimeoutMs'
  | 'transport'
> {
  /**
   * Up to this many members a guild comes with its offline members, 50 to 250.
   *
   * @defaultValue 50, and 250 when GuildPresences is among the intents
   */
  readonly largeThreshold?: number;
  /**
   * How long READY may be missing on a link that lives, in milliseconds, before a shard identifies again: see {@link ShardOptions.readyTimeoutMs}.
   *
   * @defaultValue `300_000`
   */
  readonly shardReadyTimeoutMs?: number;
  /**
   * Where to connect instead of where `GET /gateway/bot` says: a gateway proxy. It wins over resume URLs too.
   *
   * @defaultValue what `GET /gateway/bot` says
   */
  readonly url?: string;
}

/** What a {@link Client} is made of. */
export interface ClientOptions<Data = undefined> extends HandlerLimitOptions {
  /**
   * The bot's token, with or without `Bot ` before it. It is never printed. `undefined` is what an environment variable is that was not set: it is refused with
   * `MISSING_OPTION`.
   */
  readonly token: string | undefined;
  /**
   * Whom messages may ping that do not say it themselves.
   *
   * @defaultValue `{ parse: ['users'], repliedUser: true }`
   */
  readonly allowedMentions?: AllowedMentions;
  /**
   * What the cache keeps, by kind of entity: `false` for nothing at all. See {@link CachePolicy}.
   *
   * @defaultValue everything but presences and the members of threads, within bounds
   */
  readonly cache?: CachePolicy | false;
  /**
   * Keeps snapshots of the cache for the next process, beside `sessionStore`: after a resumed session Discord sends no GUILD_CREATE. Without it, the
   * guilds of a resumed session are fetched over REST, which takes four calls a guild.
   *
   * @defaultValue none
   * @example
   * ```ts
   * import { Client, FileCacheSnapshotStore, FileSessionStore } from 'aplomb';
   *
   * const client = new Client({
   *   token: process.env.DISCORD_TOKEN,
   *   sessionStore: new FileSessionStore({ directory: '.aplomb/sessions' }),
   *   cacheSnapshot: new FileCacheSnapshotStore({ directory: '.aplomb/cache' }),
   * });
   * ```
   */
  readonly cacheSnapshot?: CacheSnapshotStore;
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /** Anything that handlers want at hand: it is `client.data` and `context.data`. */
  readonly data?: Data;
  /** What is passed on to the shards. */
  readonly gateway?: GatewayOptions;
  /**
   * Remembers IDENTIFYs, so that a crash loop of the process cannot spend the daily budget.
   *
   * @defaultValue in memory
   */
  readonly identifyLedger?: IdentifyLedger;
  /**
   * Paces IDENTIFYs. Bring your own when several processes share one token.
   *
   * @defaultValue one for all clients of this process that have the same token
   */
  readonly identifyQueue?: IdentifyQueue;
  /**
   * What the bot wants to hear about: names, or their sum. Left out, they are derived from the listeners that exist at the start; a privileged
   * intent is never derived.
   *
   * @defaultValue derived from the listeners, with Guilds as long as the cache keeps guilds
   * @see {@link https://docs.discord.com/developers/events/gateway#gateway-intents | Gateway intents}
   */
  readonly intents?: IntentsResolvable;
  /**
   * Where log lines go: a pino logger, or whatever has its methods.
   *
   * @defaultValue pino at level `warn` on stderr
   */
  readonly logger?: Logger;
  /** How the bot looks from the start. What is set later survives reconnects. */
  readonly presence?: PresenceData;
  /**
   * Randomness for jitter, in [0, 1).
   *
   * @defaultValue `Math.random`
   */
  readonly random?: () => number;
  /** What is passed on to {@link Rest}. */
  readonly rest?: ClientRestOptions;
  /**
   * Keeps sessions for the next process, which then resumes instead of starting anew.
   *
   * @defaultValue in memory
   */
  readonly sessionStore?: SessionStore;
  /** Gets what a voice library needs to hear. */
  readonly voice?: VoiceGatewayManager;
}

/** The names of all {@link ClientOptions}. */
export const CLIENT_OPTION_NAMES: readonly (keyof ClientOptions)[] = [
  'allowedMentions',
  'cache',
  'cacheSnapshot',
  'clock',
  'data',
  'gateway',
  ...HANDLER_LIMIT_OPTION_NAMES,
  'identifyLedger',
  'identifyQueue',
  'intents',
  'logger',
  'presence',
  'random',
  'rest',
  'sessionStore',
  'token',
  'voice',
];

/** The names of all {@link GatewayOptions}. */
export const GATEWAY_OPTION_NAMES: readonly (keyof GatewayOptions)[] = [
  'allowLastIdentifies',
  'capabilities',
  'commandTimeoutMs',
  'compression',
  'connectTimeoutMs',
  'helloTimeoutMs',
  'identifyProperties',
  'largeThreshold',
  'parse',
  'rateLimitCommands',
  'resumedTimeoutMs',
  'shardReadyTimeoutMs',
  'transport',
  'url',
];

/** {@link ClientOptions}, validated, filled and frozen. */
export interface ResolvedClientOptions<Data> {
  readonly cache: CachePolicy;
  readonly cacheSnapshot: CacheSnapshotStore | undefined;
  readonly clock: Clock;
  readonly data: Data;
  readonly gateway: GatewayOptions;
  /** `null`: nothing limits the handlers. */
  readonly handlerLimits: HandlerLimits | null;
  readonly identifyLedger: IdentifyLedger | undefined;
  readonly identifyQueue: IdentifyQueue | undefined;
  /** `undefined`: derive them. */
  readonly intents: number | undefined;
  readonly logger: Logger;
  readonly presence: PresenceData | undefined;
  readonly random: () => number;
  readonly rest: ClientRestOptions & { readonly allowedMentions?: AllowedMentions };
  readonly sessionStore: SessionStore | undefined;
  readonly token: Secret;
  readonly voice: VoiceGatewayManager | undefined;
}

/**
 * Validates, fills and freezes.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `MISSING_OPTION`, `INVALID_TOKEN`, `UNKNOWN_INTENT` or `INVALID_INTENTS`
 */
export function resolveClientOptions<Data>(options: ClientOptions<Data>): ResolvedClientOptions<Data> {
  // JavaScript may call without any.
  if ((options as ClientOptions<Data> | null | undefined) == null) throw missingToken();
  refuseUnknownOptions('Client', options, CLIENT_OPTION_NAMES);
  checkPorts(options, PORTS);
  const { allowedMentions, clock = systemClock, data, gateway = {}, intents, logger, random = Math.random, rest = {} } = options;
  checkGroup('gateway', gateway);
  checkGroup('rest', rest);
  refuseUnknownOptions('Client `gateway`', gateway, GATEWAY_OPTION_NAMES);
  return Object.freeze({
    cache: checkCache(options.cache),
    cacheSnapshot: checkSnapshot(options),
    clock,
    data: data as Data,
    gateway: Object.freeze({ ...gateway }),
    handlerLimits: resolveHandlerLimits(options),
    identifyLedger: options.identifyLedger,
    identifyQueue: options.identifyQueue,
    intents: intents === undefined ? undefined : resolveIntents(intents),
    logger: logger ?? defaultLogger(),
    presence: options.presence,
    random,
    rest: Object.freeze({ ...rest, ...(allowedMentions === undefined ? {} : { allowedMentions }) }),
    sessionStore: options.sessionStore,
    token: resolveToken(options.token),
    voice: options.voice,
  });
}

/** Without guilds nothing of a guild is kept. */
const NOTHING_KEPT: CachePolicy = { guilds: false, privateChannels: false, users: false, messages: false, threadMembers: false };

const PORTS: PortShapes = {
  cacheSnapshot: ['load', 'save', 'delete'],
  clock: ['nowMs', 'wallMs', 'after'],
  identifyLedger: ['read', 'record', 'withdraw', 'markReady'],
  identifyQueue: ['acquire'],
  logger: ['debug', 'info', 'warn', 'error', 'fatal'],
  random: [],
  sessionStore: ['load', 'save', 'delete'],
  voice: ['initialise', 'registerShard', 'deregisterShard', 'serverUpdate', 'stateUpdate'],
};

/** A session that nobody keeps is never resumed by another process. */
/** What a policy holds is checked by the cache. */
function checkCache(cache: unknown = {}): CachePolicy {
  if (cache === false) return NOTHING_KEPT;
  if (typeof cache === 'object' && cache !== null) return cache;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`cache\` is ${shown(cache)}.`,
    cure: 'Leave it out for the defaults, give what is to be kept of each kind, or `false` for nothing.',
  });
}

function checkSnapshot({
  cacheSnapshot,
  sessionStore,
}: Pick<ClientOptions, 'cacheSnapshot' | 'sessionStore'>): CacheSnapshotStore | undefined {
  if (cacheSnapshot === undefined || sessionStore !== undefined) return cacheSnapshot;
  throw new OptionsError('INVALID_OPTION', {
    what: '`cacheSnapshot` is given, and no `sessionStore`.',
    cure: 'Give a `sessionStore`, too: a snapshot is put back when the session is resumed that it belongs to.',
  });
}

function checkGroup(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is ${String(value)}.`,
    cure: 'Give an object with options, or leave it out.',
  });
}

/** Whatever passes here is caught by `redact` too, which knows tokens by the same shape. */
const TOKEN = /^(?:Bot )?([\w-]{20,40}\.[\w-]{5,8}\.[\w-]{25,120})$/;

function resolveToken(token: unknown): Secret {
  if (token === undefined || token === '') throw missingToken();
  const bare = typeof token === 'string' ? TOKEN.exec(token)?.[1] : undefined;
  if (bare !== undefined) return new Secret(bare);
  throw new OptionsError('INVALID_TOKEN', {
    what: 'The `token` does not have the shape of a bot token: three parts with dots between them.',
    cure: 'Copy it from the page "Bot" of the Developer Portal; the application id, the public key and the client secret are something else.',
  });
}

function missingToken(): OptionsError {
  return new OptionsError('MISSING_OPTION', {
    what: 'The client was given no `token`.',
    cure: 'Give the bot token of the Developer Portal, for example `token: process.env.DISCORD_TOKEN`, and look whether that variable is set.',
  });
}
