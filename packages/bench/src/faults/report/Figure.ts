/** One measured figure beside its goal. */
export interface Figure {
  readonly name: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** How much a report measures. */
export interface ReportSize {
  /** Repetitions of each recovery over a real socket. */
  readonly recoveries: number;
  /** Phases of the heartbeat in virtual time. */
  readonly phases: number;
  /** Shards of a storm in virtual time, and rate limit keys. */
  readonly storms: readonly { readonly shards: number; readonly maxConcurrency: number }[];
}

export const WHOLE: ReportSize = {
  recoveries: 200,
  phases: 1_000,
  storms: [1, 16, 100].flatMap((shards) => [1, 16].map((maxConcurrency) => ({ shards, maxConcurrency }))),
};

export const SHORT: ReportSize = { recoveries: 20, phases: 50, storms: [{ shards: 1, maxConcurrency: 1 }] };
