import type { ConnectionEnd } from '../transport/GatewayTransport.js';
import type { QueuedCommand } from './CommandQueue.js';
import type { Session } from './Session.js';

/** A session of an earlier process, with where to resume it. */
export interface RestoredSession extends Session {
  readonly resumeUrl: string | null;
}

/** What can happen to a shard. Inputs about a connection concern the present one: the socket's side filters out the voices of old ones. */
export type ShardInput =
  /** Connect. `session` continues an earlier process's. */
  | { readonly type: 'start'; readonly session?: RestoredSession | undefined }
  /** Close for good with this code. */
  | { readonly type: 'close'; readonly code: number; readonly reason: string }
  /** Give up the present connection and come back, with the session or without. */
  | { readonly type: 'reconnect'; readonly resume: boolean }
  /** Beat now. */
  | { readonly type: 'heartbeat' }
  | { readonly type: 'command'; readonly command: QueuedCommand }
  | { readonly type: 'presence'; readonly text: string; readonly payload: unknown }
  | { readonly type: 'voiceState'; readonly guildId: string; readonly text: string; readonly stays: boolean }
  /** The consumer of the events lags (`isOn`) or has caught up. */
  | { readonly type: 'backpressure'; readonly isOn: boolean }
  | { readonly type: 'opened' }
  | { readonly type: 'closed'; readonly end: ConnectionEnd }
  | { readonly type: 'pong' }
  /** Part of a message came and its rest is missing (`isOn`), or the rest has come. */
  | { readonly type: 'partial'; readonly isOn: boolean }
  /** Any gateway message but a dispatch. */
  | { readonly type: 'control'; readonly op: number; readonly d: unknown }
  | { readonly type: 'ready'; readonly d: unknown; readonly sequence: number }
  | { readonly type: 'resumed'; readonly sequence: number }
  /** A message could not be read. After `stream` nothing more can be read from this connection. */
  | { readonly type: 'unreadable'; readonly what: 'text' | 'stream'; readonly message: string }
  /** The network takes no more of what we write. */
  | { readonly type: 'stalled'; readonly bytesBuffered: number }
  /** The identify queue gave leave. */
  | { readonly type: 'permit' }
  /** The identify queue will not give leave. */
  | { readonly type: 'permitRefused'; readonly message: string }
  /** The deadline has come (or not: early, late and spurious ones are harmless). */
  | {
      readonly type: 'deadline';
      /** Wall-clock time, which shows whether the machine slept. */
      readonly wallMs: number;
      readonly bytesReceived: number;
      readonly bytesBuffered: number;
      /** The share of the daily IDENTIFYs that is left, 0 to 1. */
      readonly identifyBudgetLeft: number;
    };

/** What the connection says. */
export type HeardInput = Extract<
  ShardInput,
  { readonly type: 'opened' | 'closed' | 'pong' | 'partial' | 'control' | 'ready' | 'resumed' | 'unreadable' | 'stalled' }
>;
