import type { Blame } from './judge/Oracle.js';
import type { Count } from './judge/Tally.js';
import type { CallEnd } from './SimCall.js';

/** What came of a run. */
export interface RestResult {
  readonly seed: number;
  readonly scene: string;
  /** How long calls were begun, in virtual milliseconds: throughput is measured over this time. */
  readonly virtualMs: number;
  readonly calls: number;
  readonly ended: Readonly<Record<CallEnd, number>>;
  /** Calls that had not ended long after everything should have. */
  readonly neverEnded: number;
  /** What arrived at the server. */
  readonly requests: number;
  /** What the server took, by the kind of window. */
  readonly accepted: ReadonlyMap<string, Count>;
  /** What it took of a client that sees its books. */
  readonly possible: ReadonlyMap<string, Count> | null;
  /** What it took of a client that learns through answers and takes no risk. */
  readonly prudent: ReadonlyMap<string, Count> | null;
  readonly avoidable: number;
  readonly unavoidable: number;
  readonly blames: ReadonlyMap<Blame, number>;
  readonly histories: readonly string[];
  /** The most requests in any second at the server, of those that the global limit counts. */
  readonly peakPerSecond: number;
  /** The most requests in any ten minutes that bring the host nearer to a ban. */
  readonly peakInvalid: number;
  /** Writes that overtook another. */
  readonly disorders: number;
  readonly disorderLines: readonly string[];
  /** How often hashes and limits changed. */
  readonly changes: number;
  /** How many true buckets there were in all. */
  readonly buckets: number;
  readonly misdeeds: readonly string[];
  readonly refusals: ReadonlyMap<string, number>;
  /** How much later than its deadline a call was refused, at most; negative if always before. */
  readonly latestRefusalMs: number;
  readonly mostUnderWay: number;
  readonly slowestInteractionMs: number;
}
