import type { CacheEvent } from '../CacheEvent.js';

/** An event that came before what it belongs to. */
export interface ParkedEvent {
  readonly event: CacheEvent;
  readonly shardId: number;
  readonly sinceMs: number;
  /** Counts up: those that waited for different parents go on in the order in which they came, too. */
  readonly order: number;
}

/** Where events wait for a guild or a channel that is not known yet: in order, not for long, and not too many. */
export class Parking {
  private readonly lots = new Map<string, ParkedEvent[]>();
  private readonly lifeMs: number;
  private readonly capacity: number;
  private readonly capacityPerParent: number;
  private parked = 0;

  constructor(options: { readonly lifeMs?: number; readonly capacity?: number; readonly capacityPerParent?: number } = {}) {
    this.lifeMs = options.lifeMs ?? 60_000;
    this.capacity = options.capacity ?? 10_000;
    this.capacityPerParent = options.capacityPerParent ?? 1_000;
  }

  /** How many events wait. */
  get size(): number {
    return this.parked;
  }

  /** Lets an event wait. False when there is no room: then it is lost to the cache. */
  park(parentId: string, event: ParkedEvent): boolean {
    const lot = this.lots.get(parentId) ?? [];
    if (lot.length >= this.capacityPerParent || this.parked >= this.capacity) return false;
    lot.push(event);
    this.parked += 1;
    this.lots.set(parentId, lot);
    return true;
  }

  /** Takes out what waited for a parent, in the order in which it came. */
  leave(parentId: string): readonly ParkedEvent[] {
    const lot = this.lots.get(parentId) ?? [];
    this.lots.delete(parentId);
    this.parked -= lot.length;
    return lot;
  }

  /** Gives up on what came over a shard: in a new session it is outdated. Returns how many events that were. */
  abandon(shardId: number): number {
    return this.retain((event) => event.shardId !== shardId);
  }

  /** Gives up on what has waited too long; returns how many events that were. */
  sweep(nowMs: number): number {
    return this.retain(({ sinceMs }) => nowMs - sinceMs < this.lifeMs);
  }

  clear(): void {
    this.lots.clear();
    this.parked = 0;
  }

  private retain(isKept: (event: ParkedEvent) => boolean): number {
    let given = 0;
    for (const [parentId, lot] of this.lots) {
      const kept = lot.filter(isKept);
      given += lot.length - kept.length;
      if (kept.length === 0) this.lots.delete(parentId);
      else this.lots.set(parentId, kept);
    }
    this.parked -= given;
    return given;
  }
}
