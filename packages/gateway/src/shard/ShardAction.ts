import type { GatewayClosedCode } from '../errors.js';
import type { SettledCommand } from './CommandQueue.js';
import type { Session } from './Session.js';
import type { SessionLostEvent, ShardDisconnectEvent, ShardStageUpdateEvent } from './shardEvents.js';

/** What a shard wants done, in order. */
export type ShardAction =
  | { readonly type: 'connect'; readonly url: string }
  /** Write this text. */
  | { readonly type: 'send'; readonly text: string }
  /** Write IDENTIFY; the token is added by whoever writes it, so that it never passes through here. */
  | { readonly type: 'identify'; readonly presence: unknown }
  /** Write RESUME; likewise. */
  | { readonly type: 'resume'; readonly session: Session }
  /** Send a web socket ping. */
  | { readonly type: 'ping' }
  /** Send a close frame and go on listening. */
  | { readonly type: 'closeSocket'; readonly code: number; readonly reason: string }
  /** Let the connection go; be deaf to it from now on. */
  | { readonly type: 'release'; readonly code: number; readonly reason: string }
  | { readonly type: 'requestPermit' }
  /** Withdraw the request, or give back the permit. */
  | { readonly type: 'withdrawPermit' }
  /** The IDENTIFY that the permit was for is written. */
  | { readonly type: 'permitSpent' }
  /** The IDENTIFY led to READY. */
  | { readonly type: 'permitReady' }
  /** The session began, ended, or has a new place to resume. `null` means: forget what is stored. */
  | { readonly type: 'saveSession'; readonly session: Session | null }
  | { readonly type: 'settle'; readonly command: SettledCommand }
  | { readonly type: 'stage'; readonly event: ShardStageUpdateEvent }
  | { readonly type: 'disconnect'; readonly event: ShardDisconnectEvent }
  | { readonly type: 'sessionLost'; readonly event: SessionLostEvent }
  | { readonly type: 'ready'; readonly sessionId: string | null }
  | { readonly type: 'resumed'; readonly replayed: number }
  | { readonly type: 'waitingForReady'; readonly waitedMs: number }
  /** Discord refused this shard for good. */
  | { readonly type: 'fail'; readonly code: GatewayClosedCode; readonly closeCode: number; readonly reason: string; readonly cure: string }
  /** The close asked for is complete. */
  | { readonly type: 'closed' }
  /** Something unexpected that is survived. */
  | { readonly type: 'note'; readonly note: ShardNote };

/** Unexpected things that a shard lives with; each kind is counted and can be looked at. */
export interface ShardNote {
  readonly kind:
    | 'ack missing'
    | 'close code of our making'
    | 'connect failed'
    | 'heartbeat refused'
    | 'message skipped'
    | 'ready without session'
    | 'resume url refused'
    | 'slept'
    | 'unexpected input'
    | 'unknown op';
  readonly text: string;
}
