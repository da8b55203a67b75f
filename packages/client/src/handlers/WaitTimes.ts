/** How many events are looked back on. */
const REMEMBERED = 256;

/** How long the last events waited for their handlers, in milliseconds. */
export interface WaitedMs {
  /** The last event that began. */
  readonly last: number;
  /** Of the last 256 events. */
  readonly median: number;
  /** Of the last 256 events. */
  readonly max: number;
}

/** Remembers how long the last events waited. */
export class WaitTimes {
  private readonly ring: number[] = [];
  private next = 0;
  private last = 0;

  add(waitedMs: number): void {
    this.ring[this.next] = waitedMs;
    this.next = (this.next + 1) % REMEMBERED;
    this.last = waitedMs;
  }

  read(): WaitedMs {
    const sorted = this.ring.toSorted((one, other) => one - other);
    return { last: this.last, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 };
  }
}
