import type { AplombError } from '@aplomb/base';
import type { DispatchEventName, ReshardNeededEvent, SessionLostEvent, ShardDisconnectEvent, ShardStageUpdateEvent } from '@aplomb/gateway';
import type { RestRateLimitedEvent } from '@aplomb/rest';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Context } from './Context.js';
import type { CamelCase } from './eventNames.js';
import type { BeforeView, DispatchView } from './structures/events/dispatchViews.js';

/** One event for each dispatch. `before` is what the cache knew before an update or a deletion; `undefined` where it knew nothing. */
export type DispatchEvents<Data = undefined> = {
  [Name in DispatchEventName as CamelCase<Name>]: (event: DispatchView<Name>, context: Context<Data>, before: BeforeView<Name>) => void;
};

/** A handler that threw or whose promise rejected. */
export interface ErrorEvent {
  /** The event whose handler failed. */
  readonly event: string;
  /** The shard that the event came through, or `null` for an event of no shard. */
  readonly shardId: number | null;
  readonly cause: unknown;
}

/** A dispatch that Discord does not document yet. */
export interface UnknownPacket {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** All guilds of this instance's shards have arrived, or have kept us waiting. */
export interface CacheReadyEvent {
  /** The guilds that have not arrived: they are down, and come with `guildAvailable` later. */
  readonly unavailable: readonly string[];
}

/** A session ended and could not be resumed. */
export interface SessionLost extends SessionLostEvent {
  /**
   * The guilds of the shard. The cache keeps what it knows of them, marks them as unavailable with READY, and replaces each by its GUILD_CREATE; those
   * that READY does not name are gone.
   */
  readonly staleGuildIds: readonly string[];
}

/** What the framework itself tells. */
export interface FrameworkEvents<Data = undefined> {
  /** Every dispatch, parsed, known or not. Listening makes every dispatch be parsed. */
  raw: (packet: GatewayDispatchPayload | UnknownPacket, context: Context<Data>) => void;
  /** A dispatch that Discord does not document yet. */
  unknownEvent: (packet: UnknownPacket, context: Context<Data>) => void;

  /** The bot was added to a guild. Follows `guildCreate`. */
  guildJoin: (guild: DispatchView<'GUILD_CREATE'>, context: Context<Data>) => void;
  /** A guild that the bot is in arrived after the start, or came back from an outage. Follows `guildCreate`. */
  guildAvailable: (guild: DispatchView<'GUILD_CREATE'>, context: Context<Data>) => void;
  /** The bot left a guild or was removed from it. Follows `guildDelete`, or a `ready` that does not name the guild any more. */
  guildLeave: (guild: DispatchView<'GUILD_DELETE'>, context: Context<Data>, before: BeforeView<'GUILD_DELETE'>) => void;
  /** A guild went down. Follows `guildDelete`, or a `guildCreate` that says so. */
  guildUnavailable: (
    guild: DispatchView<'GUILD_CREATE'> | DispatchView<'GUILD_DELETE'>,
    context: Context<Data>,
    before: BeforeView<'GUILD_DELETE'>,
  ) => void;

  /** A shard went from one stage to the next: every transition, with its cause. */
  shardStageUpdate: (event: ShardStageUpdateEvent, context: Context<Data>) => void;
  /** A shard has a new session. */
  shardReady: (event: { readonly shardId: number }, context: Context<Data>) => void;
  /** A shard went on with its session; `replayed` counts the missed events that came again. */
  shardResumed: (event: { readonly shardId: number; readonly replayed: number }, context: Context<Data>) => void;
  /** A connection that had been open has ended. */
  shardDisconnect: (event: ShardDisconnectEvent, context: Context<Data>) => void;
  /** A session ended and could not be resumed: what happened since `from` is lost. It tells which guilds of the cache may be out of date for a while. */
  sessionLost: (event: SessionLost, context: Context<Data>) => void;
  /** READY has not come for 30 seconds. The shard keeps waiting, as Discord asks in an outage. */
  waitingForReady: (event: { readonly shardId: number; readonly waitedMs: number }, context: Context<Data>) => void;
  /** All shards of this instance have been connected. Once. */
  shardsReady: (event: { readonly shardIds: readonly number[]; readonly total: number }) => void;
  /** Discord refuses a shard because the bot has grown too large for its total (4011). Call `event.reshard()` before the listener returns, or the client ends. */
  reshardNeeded: (event: ReshardNeededEvent) => void;
  /** Another number of shards has taken over. */
  resharded: (event: { readonly shardIds: readonly number[]; readonly total: number }) => void;
  /** All their guilds have arrived, or 15 seconds have passed since the last. Once. */
  cacheReady: (event: CacheReadyEvent) => void;

  /** A REST call met a rate limit. The gateway's own is `rateLimited`. */
  restRateLimited: (event: RestRateLimitedEvent) => void;
  /** A handler threw or rejected. The other handlers ran all the same. Without a listener it is logged. */
  error: (event: ErrorEvent) => void;
  /** Something that the client survives, with its cure. Without a listener it is logged. */
  warn: (error: AplombError) => void;
  /** What happens inside, in a sentence. */
  debug: (text: string) => void;
}

/** Every event of a client. Each handler gets `(event, context, before)`, as far as there is a context and a before. */
export type ClientEvents<Data = undefined> = DispatchEvents<Data> & FrameworkEvents<Data>;
