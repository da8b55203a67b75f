/** Remembers for a while what was deleted, so that an event which comes too late does not bring it back. */
export class Tombstones {
  private readonly untilMs = new Map<string, number>();
  private readonly lifeMs: number;
  private readonly capacity: number;

  constructor(options: { readonly lifeMs?: number; readonly capacity?: number } = {}) {
    this.lifeMs = options.lifeMs ?? 60_000;
    this.capacity = options.capacity ?? 10_000;
  }

  get size(): number {
    return this.untilMs.size;
  }

  /** Marks as deleted. */
  bury(key: string, nowMs: number): void {
    this.untilMs.delete(key);
    this.untilMs.set(key, nowMs + this.lifeMs);
    this.sweep(nowMs);
  }

  /** Takes the mark away: what was deleted came back by an event that says so. */
  raise(key: string): void {
    this.untilMs.delete(key);
  }

  isBuried(key: string, nowMs: number): boolean {
    return this.untilMs.size > 0 && (this.untilMs.get(key) ?? Number.NEGATIVE_INFINITY) > nowMs;
  }

  /** Forgets the marks that are old, and the oldest of too many. */
  sweep(nowMs: number): void {
    for (const [key, untilMs] of this.untilMs) {
      if (untilMs > nowMs && this.untilMs.size <= this.capacity) return;
      this.untilMs.delete(key);
    }
  }

  clear(): void {
    this.untilMs.clear();
  }
}
