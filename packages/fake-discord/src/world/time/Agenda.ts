import type { CancelTimer, Clock } from '@aplomb/base';

const PLANNED_MAX = 10_000;

/** What will happen by itself, each thing once, at an instant of the world's wall clock. Of more than 10,000 things the first planned are dropped. */
export class Agenda {
  private readonly clock: Clock;
  private readonly entries = new Map<string, CancelTimer>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** How many things are planned. */
  get size(): number {
    return this.entries.size;
  }

  /** Plans something, in the place of what was planned under that name. What should have happened already happens next. */
  plan(name: string, atWallMs: number, deed: () => void): void {
    this.drop(name);
    const happen = (): void => {
      this.entries.delete(name);
      deed();
    };
    this.entries.set(name, this.clock.after(atWallMs - this.clock.wallMs(), happen));
    const [first] = this.entries.keys();
    if (first !== undefined && this.entries.size > PLANNED_MAX) this.drop(first);
  }

  drop(name: string): void {
    this.entries.get(name)?.();
    this.entries.delete(name);
  }

  /** Drops everything. */
  clear(): void {
    for (const cancel of this.entries.values()) cancel();
    this.entries.clear();
  }
}
