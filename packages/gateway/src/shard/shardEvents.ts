import type { AplombError } from '@aplomb/base';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { GatewayClosedError } from '../errors.js';
import type { StoredSession } from '../session/SessionStore.js';
import type { ConnectionStage } from './ConnectionStage.js';
import type { ShardStageCause } from './stageCauses.js';

/** One step of a shard from a stage to the next. */
export interface ShardStageUpdateEvent {
  readonly shardId: number;
  readonly before: ConnectionStage;
  readonly after: ConnectionStage;
  /** Why. */
  readonly cause: ShardStageCause;
  /** The close code that came, when `cause` is a close frame. */
  readonly closeCode: number | null;
  /** How many connects in a row have failed. */
  readonly attempt: number;
  /** Milliseconds until the next connect; 0 unless `after` is `Backoff`. */
  readonly retryInMs: number;
}

/** A connection that had been open has ended. */
export interface ShardDisconnectEvent {
  readonly shardId: number;
  /** The close code that came, or 1006 when the socket ended without one; ours when we let it go. */
  readonly code: number;
  readonly reason: string;
  /** Whether the session goes on with the next connection. */
  readonly resumable: boolean;
}

/** Events between these two sequences may be missing: the session ended and could not be resumed. */
export interface SessionLostEvent {
  readonly shardId: number;
  /** The last delivered sequence of the lost session. */
  readonly from: number;
  /** Always `null` today: Discord does not tell how many events the lost session still had. */
  readonly to: number | null;
  readonly cause: string;
}

/** A dispatch that belongs to no sequence that we expected. */
export interface SequenceGapEvent {
  readonly shardId: number;
  readonly from: number;
  readonly to: number;
}

/** Everything a {@link Shard} tells its listeners. Listeners are called synchronously, in the order of the wire. */
export interface ShardEvents {
  /** A wanted dispatch. `replayed` is true between RESUME and RESUMED: it was missed when it happened. */
  dispatch: (packet: GatewayDispatchPayload, replayed: boolean) => void;
  /** Every whole message of the gateway, as JSON text. Listening costs a string a message. */
  message: (text: string) => void;
  /** A new session is set up; READY itself follows as `dispatch` when it is wanted. */
  ready: (event: {
    readonly shardId: number;
    readonly sessionId: string;
    readonly applicationId: string | null;
    readonly userId: string | null;
    readonly guildIds: readonly string[];
  }) => void;
  /** A session of an earlier process was found and will be resumed; no READY will come for it. */
  restored: (event: { readonly shardId: number; readonly session: StoredSession }) => void;
  /** Missed events have been replayed; what follows is live. */
  resumed: (event: { readonly shardId: number; readonly replayed: number }) => void;
  stage: (event: ShardStageUpdateEvent) => void;
  disconnect: (event: ShardDisconnectEvent) => void;
  sessionLost: (event: SessionLostEvent) => void;
  sequenceGap: (event: SequenceGapEvent) => void;
  /** READY has not come for 30 seconds; the connection is kept, as Discord asks in an outage. */
  waitingForReady: (event: { readonly shardId: number; readonly waitedMs: number }) => void;
  /** Discord refused this shard for good. It has stopped. */
  failed: (error: GatewayClosedError) => void;
  /** Something went wrong that the shard survives. */
  warn: (error: AplombError) => void;
  /** What happens inside, in a sentence, for those who look. */
  debug: (text: string) => void;
}
