import type { ConnectPacer } from './ConnectPacer.js';
import type { SilenceOptions } from './Silence.js';

/** What a {@link ShardProtocol} knows from the start. Durations in milliseconds; the defaults stand in `protocolDefaults`. */
export interface ShardProtocolOptions {
  readonly id: number;
  /** The gateway's URL, query included. */
  readonly url: string;
  readonly followsResumeUrl: boolean;
  readonly presence: unknown;
  readonly rateLimitCommands: boolean;
  readonly random: () => number;
  readonly pacer: ConnectPacer;
  /** DNS, TCP, TLS and upgrade together. */
  readonly connectTimeoutMs: number;
  readonly helloTimeoutMs: number;
  /** RESUMED, without any dispatch. */
  readonly resumedTimeoutMs: number;
  /** How long READY may be missing before it is remarked on. */
  readonly readyNoticeMs: number;
  /** How long READY may be missing before another IDENTIFY is considered. */
  readonly readyTimeoutMs: number;
  /** How long a link must be up before earlier failures are forgotten. */
  readonly healthyAfterMs: number;
  /** How long the events' consumer may lag before the connection is given up. */
  readonly lagTimeoutMs: number;
  /** How long a closing handshake may take. */
  readonly closeTimeoutMs: number;
  readonly silence: SilenceOptions;
}

/** The settled numbers; `docs/topics/shard-lifecycle.md` gives the reason for each. */
export const protocolDefaults = {
  connectTimeoutMs: 10_000,
  helloTimeoutMs: 5_000,
  resumedTimeoutMs: 15_000,
  readyNoticeMs: 30_000,
  readyTimeoutMs: 300_000,
  healthyAfterMs: 30_000,
  lagTimeoutMs: 30_000,
  closeTimeoutMs: 1_000,
  silence: { quietMs: 10_000, pingMs: 3_000, beatMs: 4_000, frameMs: 30_000 },
} as const satisfies Partial<ShardProtocolOptions>;
