import type { CacheChange } from './CacheChange.js';
import type { CacheEvent, CacheEventContext } from './CacheEvent.js';
import { isPayload } from './records/payload.js';
import { reducers } from './reducers/reducers.js';
import { IGNORED, type Outcome } from './reducers/Reducer.js';
import { Parking, type ParkedEvent } from './tables/Parking.js';
import type { World } from './tables/World.js';

/** What became of the events, in numbers. */
export interface AppliedCounts {
  /** Events that wait for their guild or channel now. */
  readonly parked: number;
  /** Events that waited in vain, or found no room to wait, since the cache was made. */
  readonly abandoned: number;
  /** Events that were applied already, since the cache was made. */
  readonly repeated: number;
}

const NOTHING_REMOVED = Object.freeze({});

/** Brings events to their reducers: each once, and those that came too early as soon as what they belong to is there. */
export class EventApplier {
  private readonly world: World;
  private readonly parking = new Parking();
  /** The last sequence number of each shard's session. */
  private readonly lastSequence = new Map<number, number>();
  private abandoned = 0;
  private repeated = 0;
  private parkedEver = 0;

  constructor(world: World) {
    this.world = world;
  }

  apply(event: CacheEvent, { shardId }: CacheEventContext): CacheChange {
    if (this.isRepeated(event, shardId)) {
      this.repeated += 1;
      return changeOf(IGNORED, 'repeated', NOTHING_REMOVED);
    }
    if (event.t === 'READY') this.abandoned += this.parking.abandon(shardId);
    const outcome = this.reduce(event, shardId);
    if (outcome.awaits !== undefined) {
      this.park(outcome.awaits, { event, shardId, sinceMs: this.world.nowMs, order: (this.parkedEver += 1) });
      return changeOf(outcome, 'parked', this.world.takeRemovals());
    }
    if (outcome.arrived !== undefined) this.letIn(outcome.arrived);
    return changeOf(outcome, outcome.isIgnored ? 'ignored' : 'applied', this.world.takeRemovals());
  }

  counts(): AppliedCounts {
    return { parked: this.parking.size, abandoned: this.abandoned, repeated: this.repeated };
  }

  /** The number of the last event of a shard's session that was applied. */
  sequenceOf(shardId: number): number {
    return this.lastSequence.get(shardId) ?? 0;
  }

  /** Gives up on events that have waited too long. */
  sweep(): void {
    this.abandoned += this.parking.sweep(this.world.nowMs);
  }

  clear(): void {
    this.parking.clear();
    this.lastSequence.clear();
  }

  private reduce({ t, d }: CacheEvent, shardId: number): Outcome {
    const reducer = reducers.get(t);
    return reducer === undefined || !isPayload(d) ? IGNORED : reducer(this.world, d, shardId);
  }

  /** Whether this session has brought the event before. READY begins a session and its numbers. */
  private isRepeated({ t, s }: CacheEvent, shardId: number): boolean {
    if (typeof s !== 'number' || !Number.isInteger(s)) return false;
    if (t !== 'READY' && s <= (this.lastSequence.get(shardId) ?? Number.NEGATIVE_INFINITY)) return true;
    this.lastSequence.set(shardId, s);
    return false;
  }

  private park(parentId: string, event: ParkedEvent): void {
    if (!this.parking.park(parentId, event)) this.abandoned += 1;
  }

  /** Applies what waited, in the order in which it came. It may have to wait for something else now, or let others in. */
  letIn(parentIds: readonly string[]): void {
    if (this.parking.size === 0) return;
    const waiting = parentIds.flatMap((id) => this.parking.leave(id)).sort(byOrder);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { awaits, arrived } = this.reduce(next.event, next.shardId);
      if (awaits !== undefined) this.park(awaits, next);
      if (arrived === undefined) continue;
      for (const id of arrived) waiting.push(...this.parking.leave(id));
      waiting.sort(byOrder);
    }
  }
}

function byOrder(left: ParkedEvent, right: ParkedEvent): number {
  return left.order - right.order;
}

function changeOf(outcome: Outcome, kind: CacheChange['outcome'], removed: CacheChange['removed']): CacheChange {
  const { before, after, user, passage } = outcome;
  return { before, after, removed, user, passage: passage ?? null, outcome: kind };
}
