import type { Clock } from '@aplomb/base';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { MemberRequests } from '../members/MemberRequests.js';
import type { SessionKeeper } from './SessionKeeper.js';
import type { ShardInput } from './ShardInput.js';
import type { EventFilter } from './ShardOptions.js';
import type { ShardProtocol } from './ShardProtocol.js';
import type { ShardStreams } from './ShardStreams.js';
import type { ShardTeller } from './ShardTeller.js';

/** What a {@link ShardDelivery} works with. */
export interface ShardDeliveryOptions {
  readonly clock: Clock;
  /** The dispatches that users want; all when left out. */
  readonly events: EventFilter | undefined;
  readonly feed: (input: ShardInput) => void;
  readonly keeper: SessionKeeper | null;
  readonly members: MemberRequests;
  readonly protocol: ShardProtocol;
  readonly shardId: number;
  readonly streams: ShardStreams;
  readonly teller: ShardTeller;
}

/** The way of a dispatch from the reader to the listeners: counted by the protocol first, then seen by what the shard itself waits for, then told. */
export class ShardDelivery {
  private readonly options: ShardDeliveryOptions;

  constructor(options: ShardDeliveryOptions) {
    this.options = options;
  }

  /** Whether anyone, the shard itself included, wants this dispatch parsed. */
  isWanted(type: string): boolean {
    if (type === 'READY' || type === 'RESUMED') return true;
    if (this.options.members.isWaiting && (type === 'GUILD_MEMBERS_CHUNK' || type === 'RATE_LIMITED')) return true;
    return this.isSelected(type);
  }

  /** A dispatch that nobody wants. */
  skip(sequence: number): void {
    const { clock, protocol } = this.options;
    if (protocol.receive(sequence, clock.nowMs())) this.delivered();
  }

  deliver(packet: GatewayDispatchPayload, type: string, sequence: number): void {
    if (type === 'READY') return this.ready(packet, sequence);
    if (type === 'RESUMED') return this.resumed(packet, sequence);
    const { clock, protocol } = this.options;
    if (!protocol.receive(sequence, clock.nowMs())) return;
    this.tell(packet, type);
    this.delivered();
  }

  private isSelected(type: string): boolean {
    const { events } = this.options;
    return events === undefined || events.has(type);
  }

  private tell(packet: GatewayDispatchPayload, type: string): void {
    const { keeper, members, protocol, streams, teller } = this.options;
    if (members.isWaiting) this.tellMembers(packet, type);
    if (keeper !== null) trackGuilds(keeper, packet, type);
    if (!this.isSelected(type)) return;
    teller.tell('dispatch', packet, protocol.stage === 'Resuming');
    streams.pushEvent(packet);
  }

  private delivered(): void {
    const { keeper, protocol, shardId, teller } = this.options;
    keeper?.note();
    const { gap } = protocol.sequences;
    if (gap === null) return;
    protocol.sequences.gap = null;
    teller.tell('sequenceGap', { shardId, ...gap });
  }

  private ready(packet: GatewayDispatchPayload, sequence: number): void {
    const { feed, keeper, members, protocol, shardId, streams, teller } = this.options;
    const { begun } = protocol.sequences;
    feed({ type: 'ready', d: packet.d, sequence });
    // READY is not taken where none was asked for, or while the shard is closing.
    if (protocol.sequences.begun === begun) return;
    const ids = readyIds(packet.d);
    keeper?.ready(ids);
    teller.tell('ready', { shardId, sessionId: protocol.session?.id ?? '', ...ids });
    members.newSession();
    streams.newSession();
    this.tell(packet, 'READY');
  }

  private resumed(packet: GatewayDispatchPayload, sequence: number): void {
    const { feed, members, protocol } = this.options;
    const wasResuming = protocol.stage === 'Resuming';
    feed({ type: 'resumed', sequence });
    if (wasResuming) members.resumed();
    this.tell(packet, 'RESUMED');
    this.options.keeper?.note();
  }

  private tellMembers(packet: GatewayDispatchPayload, type: string): void {
    if (type === 'GUILD_MEMBERS_CHUNK') this.options.members.chunk(packet.d);
    else if (type === 'RATE_LIMITED') this.options.members.rateLimited(packet.d);
  }
}

/** A later process must know an arrival from a join, so it is told which guilds this one had seen. */
function trackGuilds(keeper: SessionKeeper, packet: GatewayDispatchPayload, type: string): void {
  if (type !== 'GUILD_CREATE' && type !== 'GUILD_DELETE') return;
  const d = packet.d as { readonly id?: unknown; readonly unavailable?: unknown } | null;
  if (typeof d?.id !== 'string') return;
  if (type === 'GUILD_CREATE') keeper.guildSeen(d.id);
  else if (d.unavailable !== true) keeper.guildLeft(d.id);
}

function readyIds(d: unknown): {
  readonly applicationId: string | null;
  readonly userId: string | null;
  readonly guildIds: readonly string[];
} {
  const { application, guilds, user } = (typeof d === 'object' && d !== null ? d : {}) as Record<string, unknown>;
  return {
    applicationId: idOf(application),
    userId: idOf(user),
    guildIds: Array.isArray(guilds) ? guilds.map(idOf).filter((id) => id !== null) : [],
  };
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}
