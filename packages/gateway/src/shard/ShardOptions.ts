import type { Clock, Secret } from '@aplomb/base';
import type { GatewayIdentifyProperties } from 'discord-api-types/v10';
import type { IdentifyQueue } from '../identify/IdentifyQueue.js';
import type { IntentsResolvable } from '../intents/Intents.js';
import type { PresenceData } from '../presence/PresenceData.js';
import type { SessionStore, StoredSession } from '../session/SessionStore.js';
import type { TransportCompression } from '../transport/FrameDecoder.js';
import type { GatewayTransport } from '../transport/GatewayTransport.js';
import type { ConnectPacer } from './ConnectPacer.js';
import type { Session } from './Session.js';

/** Says which dispatches are wanted. A `Set` of names is one; a live object may change its mind at any time. */
export interface EventFilter {
  has(type: string): boolean;
}

/** What a {@link Shard} is made of. */
export interface ShardOptions {
  /** This shard's number, from 0 to `total - 1`. */
  readonly id: number;
  /** The intents: names, or their sum as a number. */
  readonly intents: IntentsResolvable;
  /** The bot's token, with or without `Bot ` before it, or wrapped already. It is never printed. */
  readonly token: string | Secret;
  /** How many shards there are. */
  readonly total: number;
  /**
   * Is awaited between the loading of a stored session and its RESUME: the time to put back what belongs to that session, before Discord sends what was
   * missed. It decides nothing: when it rejects, that is told as a warning. The shard waits for it without a bound.
   *
   * @defaultValue nothing is awaited
   */
  readonly beforeResume?: (session: StoredSession) => Promise<void>;
  /**
   * Capability bits of IDENTIFY.
   *
   * @defaultValue none
   */
  readonly capabilities?: number;
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * How long a command may wait for a connection and for its turn, in milliseconds, before its promise rejects with `COMMAND_EXPIRED`.
   *
   * @defaultValue `30_000`
   */
  readonly commandTimeoutMs?: number;
  /**
   * Transport compression. `auto` takes the best that this Node has: `zstd-stream`, else `zlib-stream`.
   *
   * @defaultValue `'auto'`
   */
  readonly compression?: TransportCompression | 'auto';
  /**
   * Spreads connects over time; shards that share one share its limit.
   *
   * @defaultValue one for the process: 50 connects a second
   */
  readonly connectPacer?: ConnectPacer;
  /**
   * One deadline over DNS, TCP, TLS and the upgrade, in milliseconds.
   *
   * @defaultValue `10_000`
   */
  readonly connectTimeoutMs?: number;
  /**
   * The dispatches that are parsed and delivered. All others only move the sequence, which costs almost nothing. READY, RESUMED and the answers to
   * requests of this shard are understood in any case.
   *
   * @defaultValue all
   */
  readonly events?: Iterable<string> | EventFilter;
  /**
   * Whether RESUME goes to the URL that READY gave. A gateway proxy wants `false`: then every connection goes to `url`.
   *
   * @defaultValue `true`
   */
  readonly followsResumeUrl?: boolean;
  /**
   * How long HELLO may take after the socket opened, in milliseconds. When it passes, the socket is dropped and the shard tries again; the session stays.
   *
   * @defaultValue `5_000`
   * @see {@link https://docs.discord.com/developers/events/gateway#hello-event | Hello event}
   */
  readonly helloTimeoutMs?: number;
  /** What IDENTIFY says about this program. `os` is the platform, `browser` and `device` are `aplomb` unless given. */
  readonly identifyProperties?: Partial<GatewayIdentifyProperties>;
  /**
   * Paces IDENTIFY.
   *
   * @defaultValue one for the process and token: `max_concurrency` 1, 1,000 a day
   */
  readonly identifyQueue?: IdentifyQueue;
  /**
   * Up to this many members a guild comes with its offline members, 50 to 250.
   *
   * @defaultValue `50`, and `250` when GuildPresences is among the intents
   * @see {@link https://docs.discord.com/developers/events/gateway-events#identify | Identify}
   */
  readonly largeThreshold?: number;
  /**
   * How many events wait for a lagging `for await` before the socket is paused.
   *
   * @defaultValue `10_000`
   */
  readonly maxBufferedEvents?: number;
  /**
   * Turns one JSON text into a value: the payload of a dispatch, or a whole message.
   *
   * @defaultValue `JSON.parse`
   */
  readonly parse?: (text: string) => unknown;
  /** The presence to begin with, said in IDENTIFY. What is set later survives reconnects. */
  readonly presence?: PresenceData;
  /**
   * Randomness for jitter, in [0, 1).
   *
   * @defaultValue `Math.random`
   */
  readonly random?: () => number;
  /**
   * Whether commands wait for Discord's limit of 120 in 60 seconds. With `false` they are written at once, and Discord closes a shard that sends too many (4008).
   *
   * @defaultValue `true`
   * @see {@link https://docs.discord.com/developers/events/gateway#rate-limiting | Rate limiting}
   */
  readonly rateLimitCommands?: boolean;
  /**
   * How long READY may be missing on a link that lives, in milliseconds, before the shard identifies again. In an outage Discord says: keep beating, the session
   * comes later; so another IDENTIFY is only spent while more than half of the day's are left.
   *
   * @defaultValue `300_000`
   */
  readonly readyTimeoutMs?: number;
  /**
   * How long RESUMED may take without any dispatch, in milliseconds, before the shard tries to resume once more.
   *
   * @defaultValue `15_000`
   */
  readonly resumedTimeoutMs?: number;
  /** A session to resume, from an earlier {@link Shard.close}. It comes before one of `sessionStore`. */
  readonly session?: Session & { readonly resumeUrl?: string | null };
  /**
   * Keeps the session for the next process.
   *
   * @defaultValue none: the session lives as long as this object
   */
  readonly sessionStore?: SessionStore;
  /**
   * Opens the sockets.
   *
   * @defaultValue a `WsTransport`
   */
  readonly transport?: GatewayTransport;
  /**
   * The gateway's URL without its query, as `GET /gateway/bot` gives it. `ws:` is allowed on loopback only.
   *
   * @defaultValue `'wss://gateway.discord.gg'`
   */
  readonly url?: string;
}
