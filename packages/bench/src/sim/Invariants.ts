import type { EventLoop } from './world/EventLoop.js';
import type { Trace } from './world/Trace.js';

/** The invariants of every run. */
export type Invariant =
  /** Liveness: a shard is connected within the bound of what befell it. */
  | 'INV-1'
  /** Every event exactly once and in order, or an explicit gap. */
  | 'INV-2'
  /** IDENTIFY only when the session is over. */
  | 'INV-3'
  /** Nothing of older generations is left. */
  | 'INV-4'
  /** The token is nowhere but in IDENTIFY and RESUME. */
  | 'INV-5'
  /** Discord's limits are kept. */
  | 'INV-6';

/** What was found wrong. */
export interface BrokenInvariant {
  readonly invariant: Invariant;
  readonly atMs: number;
  readonly what: string;
}

/** The first thing that is wrong ends the run. */
export class Invariants {
  broken: BrokenInvariant | null = null;
  private readonly loop: EventLoop;
  private readonly trace: Trace;

  constructor(loop: EventLoop, trace: Trace) {
    this.loop = loop;
    this.trace = trace;
  }

  break(invariant: Invariant, what: string): void {
    if (this.broken !== null) return;
    this.broken = { invariant, atMs: this.loop.nowMs(), what };
    this.trace.add(() => `!!! ${invariant}: ${what}`);
    this.loop.stop();
  }
}
