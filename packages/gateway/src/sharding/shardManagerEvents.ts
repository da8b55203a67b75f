import type { AplombError } from '@aplomb/base';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { GatewayClosedError } from '../errors.js';
import type { ShardEvents } from '../shard/shardEvents.js';
import type { ResolvedShardScheme } from './shardScheme.js';

/** One event of one shard: what a {@link ShardManager} yields. */
export interface ShardEvent {
  readonly shardId: number;
  readonly event: GatewayDispatchPayload;
}

/** Discord refuses a shard because the bot has grown too large for its total (4011). */
export interface ReshardNeededEvent {
  readonly shardId: number;
  /** How many shards there are. */
  readonly total: number;
  /** How many Discord recommends. */
  readonly recommendedTotal: number;
  readonly error: GatewayClosedError;
  /**
   * Begins a new layout: `recommendedTotal` shards, of which here those run that get this instance's guilds. Call it before the listener returns; when no
   * listener does, the manager fails. The promise settles as that of {@link ShardManager.setShards} does.
   */
  reshard(): Promise<void>;
}

/** Everything a {@link ShardManager} tells. What comes from a shard carries its `shardId`; listeners are called synchronously, in the order of the wire. */
export interface ShardManagerEvents extends Pick<
  ShardEvents,
  'ready' | 'restored' | 'resumed' | 'stage' | 'disconnect' | 'sessionLost' | 'sequenceGap' | 'waitingForReady'
> {
  /** A wanted dispatch. */
  dispatch: (packet: GatewayDispatchPayload, shardId: number, isReplayed: boolean) => void;
  /** Every shard of this instance was connected once since the start. */
  shardsReady: (event: ResolvedShardScheme) => void;
  reshardNeeded: (event: ReshardNeededEvent) => void;
  /** Another layout has taken over. */
  resharded: (event: ResolvedShardScheme) => void;
  /** The manager has stopped for good: every shard is shut down. */
  failed: (error: unknown) => void;
  /** Something went wrong that the manager survives. */
  warn: (error: AplombError) => void;
  /** What happens inside, in a sentence, for those who look. */
  debug: (text: string) => void;
}
