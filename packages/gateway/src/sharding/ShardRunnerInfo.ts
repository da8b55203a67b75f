import type { CommandBudgetState } from '../shard/Shard.js';
import type { ConnectionStage } from '../shard/ConnectionStage.js';
import type { Latency } from '../shard/Latency.js';
import type { Session } from '../shard/Session.js';
import type { InflaterCounts } from '../transport/FrameDecoder.js';
import type { ShardMessenger } from './ShardMessenger.js';

/** How a shard is doing. Every property is asked when it is read, so it is never out of date. */
export interface ShardRunnerInfo {
  readonly shardId: number;
  readonly shardTotal: number;
  readonly stage: ConnectionStage;
  readonly latency: Latency;
  readonly session: Session | null;
  /** The sequence of the last dispatch, or `null` without a session. */
  readonly sequence: number | null;
  readonly resumeUrl: string | null;
  readonly commandBudget: CommandBudgetState;
  /** Speaks to the shard. */
  readonly shard: ShardMessenger;
}

/** {@link ShardRunnerInfo} at one moment, as plain JSON: for dashboards and logs. */
export interface ShardSnapshot {
  readonly shardId: number;
  readonly shardTotal: number;
  readonly stage: ConnectionStage;
  readonly latencyMs: { readonly last: number | null; readonly mean: number | null; readonly recent: readonly number[] };
  readonly sessionId: string | null;
  readonly sequence: number | null;
  readonly resumeUrl: string | null;
  readonly commandBudget: CommandBudgetState;
  /** Bytes off the wire and bytes of JSON made of them, on this connection. */
  readonly inflater: InflaterCounts;
}
