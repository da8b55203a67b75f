import type { SimCall } from './SimCall.js';
import type { Verdict } from './truth/Verdict.js';

/** One sending of a call, as it truly went. What the client knows of it, it knows from {@link knownOrder} on. */
export class Attempt {
  readonly call: SimCall;
  readonly sentMs: number;
  /** Where it stands in the order of what the client did and heard. */
  readonly sentOrder: number;
  /** When the server had it; infinite while it is under way, and for ever if it was lost. */
  arrivedMs = Infinity;
  /** What the server did with it. */
  verdict: Verdict | null = null;
  /** When the client gave it up: it timed out, or its connection broke, or the user took it back. */
  gaveUpMs = Infinity;
  gaveUpOrder = Infinity;
  /** Where its answer stands in that order. */
  knownOrder = Infinity;
  /** Whether the headers of its answer made sense. */
  isReadable = false;
  /** How long its 429 said to wait, or `null`. */
  saidToWaitMs: number | null = null;

  constructor(call: SimCall, sentMs: number, sentOrder: number) {
    this.call = call;
    this.sentMs = sentMs;
    this.sentOrder = sentOrder;
  }

  /** Whether its answer had come when something else was at this place in the order. */
  isKnownAt(order: number): boolean {
    return this.knownOrder < order;
  }
}
