import type { CacheEvent } from '../CacheEvent.js';
import { idOf, isPayload } from '../records/payload.js';

/** The place of one shard's direct messages among its guilds. */
const DIRECT = '';

/** What of a shard's session a snapshot has applied already. */
interface Applied {
  /** Up to here it has all. */
  readonly sequence: number;
  /** Up to here it has what concerns one guild: later than `sequence`, where events went on while the snapshot was taken. */
  readonly byGuild: Map<string, number>;
  last: number;
}

/**
 * A snapshot may know more than the session that is resumed: the session is saved at other moments. What Discord sends again of that must not be
 * counted twice. This remembers what to pass over, until the session has gone past it.
 */
export class ReplayOverlap {
  private readonly shards = new Map<number, Applied>();

  /** How many shards have something to pass over. */
  get size(): number {
    return this.shards.size;
  }

  /** All events of the shard's session up to `sequence` are in the snapshot. */
  begin(shardId: number, sequence: number): void {
    this.shards.set(shardId, { sequence, byGuild: new Map(), last: sequence });
  }

  /** A guild, or with `null` the direct messages, is as it was after `sequence`. */
  note(shardId: number, guildId: string | null, sequence: number): void {
    const applied = this.shards.get(shardId);
    if (applied === undefined || sequence <= applied.sequence) return;
    applied.byGuild.set(guildId ?? DIRECT, sequence);
    applied.last = Math.max(applied.last, sequence);
  }

  /** Whether the snapshot has this event already. */
  covers(event: CacheEvent, shardId: number): boolean {
    const applied = this.shards.get(shardId);
    if (applied === undefined || typeof event.s !== 'number') return false;
    if (event.t === 'READY' || event.s > applied.last) {
      this.shards.delete(shardId);
      return false;
    }
    return event.s <= applied.sequence || event.s <= (applied.byGuild.get(guildOf(event)) ?? Number.NEGATIVE_INFINITY);
  }

  clear(): void {
    this.shards.clear();
  }
}

/** The guild that an event is about. */
function guildOf({ t, d }: CacheEvent): string {
  if (!isPayload(d)) return DIRECT;
  const isGuild = t === 'GUILD_CREATE' || t === 'GUILD_UPDATE' || t === 'GUILD_DELETE';
  return idOf(isGuild ? d['id'] : d['guild_id']) ?? DIRECT;
}
