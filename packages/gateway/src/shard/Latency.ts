const RECENT = 5;

/** How long Discord takes to acknowledge heartbeats, in milliseconds. Starts anew with each connection. */
export class Latency {
  private readonly samples: number[] = [];
  private count = 0;
  private sumMs = 0;

  /** The newest sample, or `null` before the first acknowledgement. */
  get last(): number | null {
    return this.samples.at(-1) ?? null;
  }

  /** The mean over the whole connection, or `null` before the first acknowledgement. */
  get mean(): number | null {
    return this.count === 0 ? null : this.sumMs / this.count;
  }

  /** Up to five newest samples, newest first. */
  get recent(): readonly number[] {
    return this.samples.toReversed();
  }

  /** How many heartbeats were acknowledged on this connection. */
  get acknowledged(): number {
    return this.count;
  }

  add(sampleMs: number): void {
    this.count += 1;
    this.sumMs += sampleMs;
    this.samples.push(sampleMs);
    if (this.samples.length > RECENT) this.samples.shift();
  }
}
