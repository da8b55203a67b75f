import { Signal } from '../Signal.js';
import type { ObservedFact, Observation } from './Observation.js';

/** Where facts come from: it tells them until the returned function is called. */
export type FactSource = (tell: (fact: ObservedFact) => void) => () => void;

/** Joins all sources of facts for whoever observes. While nobody does, no source is listened to. */
export class Observers {
  private detach: readonly (() => void)[] = [];
  private readonly signal = new Signal<Observation>();
  private readonly sources: readonly FactSource[];
  private readonly wallMs: () => number;

  constructor(wallMs: () => number, sources: readonly FactSource[]) {
    this.wallMs = wallMs;
    this.sources = sources;
  }

  observe(observer: (fact: Observation) => void): () => void {
    if (!this.signal.isHeard) this.attach();
    const forget = this.signal.listen(observer);
    return () => {
      forget();
      if (!this.signal.isHeard) this.close();
    };
  }

  close(): void {
    for (const end of this.detach) end();
    this.detach = [];
  }

  private attach(): void {
    const tell = (fact: ObservedFact): void => {
      this.signal.tell({ ...fact, wallMs: this.wallMs() });
    };
    this.detach = this.sources.map((source) => source(tell));
  }
}
