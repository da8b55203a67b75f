import type { AplombError, Clock } from '@aplomb/base';
import type {
  ResolvedShardScheme,
  SequenceGapEvent,
  SessionLostEvent,
  ShardDisconnectEvent,
  ShardMessenger,
  ShardStageUpdateEvent,
  StoredSession,
} from '@aplomb/gateway';
import type { Cache, CacheChange } from '@aplomb/cache';
import type { APIUser, GatewayDispatchPayload } from 'discord-api-types/v10';
import type { CollectorHub } from './collectors/CollectorHub.js';
import type { Context } from './Context.js';
import type { Contexts } from './Contexts.js';
import { ClientError } from './errors.js';
import { eventOfDispatch } from './eventNames.js';
import type { Arrival, Departure, GuildArrivals } from './GuildArrivals.js';
import type { Emit, HandlerPacer } from './handlers/HandlerPacer.js';
import { SeenInteractions } from './handlers/SeenInteractions.js';
import type { SessionLost } from './events.js';
import type { PermissionWatch } from './PermissionWatch.js';
import type { Readiness } from './Readiness.js';
import { beforeOf, viewOf } from './structures/events/dispatchViews.js';
import type { Views } from './structures/Views.js';
import type { ClientVoice } from './voice/ClientVoice.js';

/** Who the bot is, as far as it is known. */
export interface Identity {
  /** From READY; `null` before, and as long as only a session of an earlier process was resumed. */
  readonly user: APIUser | null;
  readonly userId: string | null;
  readonly applicationId: string | null;
}

export interface ClientDispatchOptions<Data> {
  readonly arrivals: GuildArrivals;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly collectors: CollectorHub;
  readonly contexts: Contexts<Data>;
  readonly emit: Emit;
  readonly identify: (identity: Partial<Identity>) => void;
  /** Whether an event has a listener now. */
  readonly listens: (event: string) => boolean;
  readonly messengerOf: (shardId: number) => ShardMessenger | undefined;
  /** Has the handlers of dispatches wait for their turn; `null` when nothing limits them. */
  readonly pacer: HandlerPacer | null;
  readonly permissions: PermissionWatch;
  readonly readiness: Readiness;
  /** The bot's own id, as far as it is known. */
  readonly userId: () => string | null;
  readonly views: Views;
  readonly voice: Pick<ClientVoice, 'hear'>;
  readonly warn: (error: AplombError) => void;
}

/**
 * Brings what the shards tell to the client's handlers: first the cache is told, then the framework takes note, then `raw`, then the event itself, then
 * what the framework makes of it; and each first to those who wait for it, then to the handlers. Everything is synchronous and in the order of the
 * socket, unless handlers have limits: then they, and only they, may have to wait for their turn.
 */
export class ClientDispatch<Data> {
  private readonly options: ClientDispatchOptions<Data>;
  private readonly interactions = new SeenInteractions();
  /** The guilds that the bot left while it had no session, until READY's handlers were called. */
  private missed: string[] = [];

  constructor(options: ClientDispatchOptions<Data>) {
    this.options = options;
  }

  packet(shardId: number, packet: GatewayDispatchPayload, replayed: boolean): void {
    const context = this.contextOf(shardId, replayed);
    if (context === undefined) return;
    const { cache, emit, pacer } = this.options;
    const change = cache.apply(packet, context);
    const made = this.takeNote(shardId, packet);
    if (pacer === null) this.bring(packet, { change, context, emit, made });
    else {
      pacer.bring({ data: packet.d, shardId, type: packet.t }, (later) => {
        this.bring(packet, { change, context, emit: later, made });
      });
    }
    this.endOrphans(packet.t, change);
    if (packet.t === 'READY') this.tellMissed({ change, context, emit, made: null });
    this.follow(shardId, packet.t);
  }

  /** A new session is set up. READY itself follows as a dispatch. */
  ready(event: {
    readonly shardId: number;
    readonly userId: string | null;
    readonly applicationId: string | null;
    readonly guildIds: readonly string[];
  }): void {
    this.options.identify({ userId: event.userId, applicationId: event.applicationId });
    this.missed = [...this.options.arrivals.ready(event.shardId, event.guildIds)];
  }

  /** A session of an earlier process was found: what that process knew, this one knows. */
  restored({ shardId, session }: { readonly shardId: number; readonly session: StoredSession }): void {
    this.options.identify({ userId: session.userId, applicationId: session.applicationId });
    this.options.arrivals.restored(shardId, session.guildIds);
  }

  resumed(event: { readonly shardId: number; readonly replayed: number }): void {
    this.tell('shardResumed', event);
    this.options.readiness.shardConnected(event.shardId);
  }

  stage(event: ShardStageUpdateEvent): void {
    this.tell('shardStageUpdate', event);
  }

  disconnect(event: ShardDisconnectEvent): void {
    this.tell('shardDisconnect', event);
  }

  sessionLost(event: SessionLostEvent): void {
    // Until READY nothing is taken away: what is cached may be out of date, and is better than nothing.
    const lost: SessionLost = { ...event, staleGuildIds: this.options.arrivals.ofShard(event.shardId) };
    this.tell('sessionLost', lost);
  }

  waitingForReady(event: { readonly shardId: number; readonly waitedMs: number }): void {
    this.tell('waitingForReady', event);
  }

  resharded({ ids, total }: ResolvedShardScheme): void {
    this.options.arrivals.resharded(total);
    const event = { shardIds: ids, total };
    this.say('resharded', event, [event]);
  }

  sequenceGap({ shardId, from, to }: SequenceGapEvent): void {
    const error = new ClientError('SEQUENCE_GAP', {
      what: `Shard ${String(shardId)} got event ${String(to)} after event ${String(from)}: Discord left out what lies between.`,
      cure: 'Fetch what the bot must not miss.',
    });
    this.options.warn(error);
  }

  private bring(packet: GatewayDispatchPayload, delivery: Delivery<Data>): void {
    const { context, emit } = delivery;
    const event = eventOfDispatch.get(packet.t);
    if (this.isHeard('raw')) this.say('raw', packet, [packet, context], emit);
    if (event === undefined) this.say('unknownEvent', packet, [packet, context], emit);
    else if (!this.isRepeated(packet)) this.deliver(event, packet, delivery);
  }

  /** Two answers to one interaction would be one too many; a resumed session, or one that is handed over, may bring it again. */
  private isRepeated({ t, d }: GatewayDispatchPayload): boolean {
    const id = t === 'INTERACTION_CREATE' ? idOf(d) : null;
    return id !== null && this.interactions.isRepeated(id, this.options.clock.nowMs());
  }

  /** Most dispatches that the cache wants nobody listens to, nor waits for: then no view is made. */
  private deliver(event: string, packet: GatewayDispatchPayload, { change, context, emit, made }: Delivery<Data>): void {
    if (!this.isHeard(event) && (made === null || !this.isHeard(made))) return;
    const { views } = this.options;
    let args: readonly unknown[] | undefined;
    const argsOnce = (): readonly unknown[] => (args ??= [viewOf(packet, views), context, beforeOf(packet, change, views)]);
    this.hand(event, packet.d, argsOnce, emit);
    if (made !== null) this.hand(made, packet.d, argsOnce, emit);
  }

  /** Tells those who wait for an event, then its handlers, and makes what they get only if there is somebody. */
  private hand(event: string, data: unknown, args: () => readonly unknown[], emit: Emit): void {
    const { collectors, listens } = this.options;
    collectors.hear(event, data, args);
    if (listens(event)) emit(event, ...args());
  }

  /** Whether anybody may want an event. Collectors find out by themselves what they want of it. */
  private isHeard(event: string): boolean {
    const { collectors, listens } = this.options;
    return collectors.size > 0 || listens(event);
  }

  /** Nobody tells that the bot was removed from a guild while it had no session: only that READY does not name the guild any more. */
  private tellMissed({ change, context, emit }: Delivery<Data>): void {
    const { views } = this.options;
    for (const id of this.missed.splice(0)) {
      const packet = { t: 'GUILD_DELETE', d: { id } };
      const before = change.removed.guilds?.find((guild) => guild.id === id);
      const args = (): readonly unknown[] => [viewOf(packet, views), context, beforeOf(packet, { ...change, before }, views)];
      if (this.isHeard('guildLeave')) this.hand('guildLeave', packet.d, args, emit);
    }
  }

  /** Channels go with their guild, threads and messages with their channel, without events of their own. Other events take out what is only archived or too old. */
  private endOrphans(type: string, { removed }: CacheChange): void {
    const { collectors } = this.options;
    if (collectors.size === 0 || (type !== 'CHANNEL_DELETE' && type !== 'GUILD_DELETE')) return;
    collectors.parentGone('channel', idsOf(removed.channels));
    collectors.parentGone('thread', idsOf(removed.threads));
    collectors.parentGone('message', idsOf(removed.messages));
  }

  /** Tells those who wait for an event, then its handlers. */
  private say(event: string, data: unknown, args: readonly unknown[], emit: Emit = this.options.emit): void {
    this.options.collectors.hear(event, data, () => args);
    emit(event, ...args);
  }

  private tell(event: string, value: { readonly shardId: number }): void {
    const context = this.contextOf(value.shardId, false);
    if (context !== undefined) this.say(event, value, [value, context]);
  }

  /** What the handlers of a dispatch may rely on comes after it. */
  private follow(shardId: number, type: string): void {
    if (type === 'GUILD_CREATE' || type === 'GUILD_DELETE') this.options.readiness.guildsChanged();
    if (type !== 'READY') return;
    this.tell('shardReady', { shardId });
    this.options.readiness.shardConnected(shardId);
  }

  private contextOf(shardId: number, replayed: boolean): Context<Data> | undefined {
    const messenger = this.options.messengerOf(shardId);
    return messenger === undefined ? undefined : this.options.contexts.of(shardId, messenger, replayed);
  }

  private takeNote(shardId: number, { t, d }: GatewayDispatchPayload): Arrival | Departure | null {
    const { arrivals, identify, permissions, userId, voice } = this.options;
    permissions.hear(t, d, userId());
    voice.hear(t, d);
    if (t === 'READY') identify({ user: d.user });
    if (t === 'GUILD_CREATE') return noteGuild(d, (id, isUnavailable) => arrivals.created(shardId, id, isUnavailable));
    if (t === 'GUILD_DELETE') return noteGuild(d, (id, isUnavailable) => arrivals.deleted(shardId, id, isUnavailable));
    return null;
  }
}

interface Delivery<Data> {
  readonly change: CacheChange;
  readonly context: Context<Data>;
  readonly emit: Emit;
  /** What the framework makes of it. */
  readonly made: Arrival | Departure | null;
}

function noteGuild<Note>(data: unknown, note: (id: string, isUnavailable: boolean) => Note): Note | null {
  const id = idOf(data);
  return id === null ? null : note(id, (data as { readonly unavailable?: unknown }).unavailable === true);
}

function idOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : null;
}

function idsOf(records: readonly { readonly id: string }[] = []): readonly string[] {
  return records.map(({ id }) => id);
}
