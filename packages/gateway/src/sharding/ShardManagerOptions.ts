import { OptionsError, refuseUnknownOptions, systemClock, type Clock, Secret } from '@aplomb/base';
import type { IdentifyLedger } from '../identify/IdentifyLedger.js';
import type { IdentifyQueue } from '../identify/IdentifyQueue.js';
import type { PresenceData } from '../presence/PresenceData.js';
import { checkToken, resolveShardOptions, SHARD_OPTION_NAMES } from '../shard/resolveShardOptions.js';
import { Shard } from '../shard/Shard.js';
import type { EventFilter, ShardOptions } from '../shard/ShardOptions.js';
import type { VoiceGatewayManager } from '../voice/VoiceGatewayManager.js';
import { withVoiceEvents } from '../voice/VoiceLink.js';
import type { FetchGatewayInfo } from './GatewayInfo.js';
import type { ShardLike } from './ShardLike.js';
import { resolveShardScheme, type ShardScheme } from './shardScheme.js';

/** What a {@link ShardManager} is made of: all that its shards are made of, and how many there are. */
export interface ShardManagerOptions extends Omit<ShardOptions, 'id' | 'total' | 'presence' | 'session'> {
  /**
   * Asks `GET /gateway/bot`. The gateway speaks no REST, so it is given this.
   *
   * @defaultValue nobody is asked: then `scheme` cannot be `'recommended'`, and `max_concurrency` is 1
   */
  readonly fetchGatewayInfo?: FetchGatewayInfo;
  /**
   * Whether the last tenth of the day's IDENTIFYs may be spent. Of no effect with an `identifyQueue` of your own.
   *
   * @defaultValue `false`
   */
  readonly allowLastIdentifies?: boolean;
  /**
   * Makes a shard.
   *
   * @defaultValue `(options) => new Shard(options)`
   */
  readonly createShard?: (options: ShardOptions) => ShardLike;
  /**
   * Remembers IDENTIFYs beyond this process. Of no effect with an `identifyQueue` of your own. Two managers of one token in one process want one `identifyQueue` with it.
   *
   * @defaultValue memory
   */
  readonly identifyLedger?: IdentifyLedger;
  /** The presence to begin with, one for all shards or one for each. What is set later survives reconnects. */
  readonly presence?: PresenceData | ((shardId: number) => PresenceData | undefined);
  /**
   * Which shards run here.
   *
   * @defaultValue `'recommended'` with `fetchGatewayInfo`, else `'one'`
   */
  readonly scheme?: ShardScheme;
  /** A voice library, see {@link VoiceGatewayManager}. */
  readonly voice?: VoiceGatewayManager;
}

/** How a shutdown treats the sessions. */
export interface ShutdownOptions {
  /**
   * Whether the sessions are kept, for this process or with a session store for the next. Otherwise they end and the bot goes offline.
   *
   * @defaultValue `false`
   */
  readonly resumable?: boolean;
}

/** {@link ShardManagerOptions}, checked and filled. */
export interface ResolvedShardManagerOptions {
  readonly allowLastIdentifies: boolean;
  readonly clock: Clock;
  readonly createShard: (options: ShardOptions) => ShardLike;
  readonly fetchGatewayInfo: FetchGatewayInfo | undefined;
  readonly identifyLedger: IdentifyLedger | undefined;
  readonly identifyQueue: IdentifyQueue | undefined;
  readonly presenceOf: (shardId: number) => PresenceData | undefined;
  readonly random: () => number;
  readonly scheme: ShardScheme;
  /** What every shard shares. */
  readonly shard: Omit<ShardOptions, 'id' | 'total' | 'presence' | 'session' | 'token'> & { readonly token: Secret };
  readonly voice: VoiceGatewayManager | undefined;
}

const OWN_NAMES = ['allowLastIdentifies', 'createShard', 'fetchGatewayInfo', 'identifyLedger', 'scheme', 'voice'] as const;
/** A manager gives each shard its number and its session. */
const GIVEN_NAMES: readonly string[] = ['id', 'total', 'session'];
const SHARD_NAMES = SHARD_OPTION_NAMES.filter((name) => !GIVEN_NAMES.includes(name));

/** Checks and fills; throws before anything is opened or asked. */
export function resolveShardManagerOptions(options: ShardManagerOptions): ResolvedShardManagerOptions {
  refuseUnknownOptions('ShardManager', options, [...OWN_NAMES, ...SHARD_NAMES]);
  const { allowLastIdentifies, createShard, fetchGatewayInfo, identifyLedger, presence, scheme, voice, ...rest } = options;
  // Wrapped before it is kept: whoever prints a manager must not see it.
  const shared = { ...rest, ...sharedEvents(options), token: new Secret(checkToken(options.token)) };
  const resolved = {
    allowLastIdentifies: allowLastIdentifies ?? false,
    clock: options.clock ?? systemClock,
    createShard: createShard ?? ((shardOptions: ShardOptions) => new Shard(shardOptions)),
    fetchGatewayInfo,
    identifyLedger,
    identifyQueue: options.identifyQueue,
    presenceOf: typeof presence === 'function' ? presence : () => presence,
    random: options.random ?? Math.random,
    scheme: scheme ?? (fetchGatewayInfo === undefined ? 'one' : 'recommended'),
    shard: shared,
    voice,
  };
  checkScheme(resolved.scheme, fetchGatewayInfo);
  checkShardOptions(resolved);
  return Object.freeze(resolved);
}

/** One filter for all shards: what can be iterated once would be used up by the first. */
function sharedEvents({ events, voice }: ShardManagerOptions): { readonly events?: EventFilter } {
  const filter = events === undefined || 'has' in events ? events : new Set(events);
  const wanted = voice === undefined ? filter : withVoiceEvents(filter);
  return wanted === undefined ? {} : { events: wanted };
}

function checkScheme(scheme: ShardScheme, fetchGatewayInfo: FetchGatewayInfo | undefined): void {
  const [first = 0] = resolveShardScheme(scheme).ids;
  if (scheme !== 'recommended' || fetchGatewayInfo !== undefined || first !== 0) return;
  throw new OptionsError('MISSING_OPTION', {
    what: "The shard scheme is 'recommended', and there is no `fetchGatewayInfo` to ask.",
    cure: 'Give `fetchGatewayInfo`, or a scheme with a total.',
  });
}

/** A wrong token or intent is found here and not after the first request. */
function checkShardOptions({ shard, presenceOf, scheme }: ResolvedShardManagerOptions): void {
  const presence = presenceOf(resolveShardScheme(scheme).ids[0] ?? 0);
  resolveShardOptions({ ...shard, id: 0, total: 1, ...(presence === undefined ? {} : { presence }) });
}
