/** A shard as a bot knows it. `ShardRunnerInfo` of `@aplomb/gateway` is one. */
export interface PlaygroundBotShard {
  readonly commandBudget?: { readonly available: number; readonly max: number };
  readonly latency?: { readonly last: number | null; readonly recent?: readonly number[] };
  readonly sequence?: number | null;
  readonly session?: { readonly id: string } | null;
  readonly stage: string;
}

/** What the playground needs to know of a bot to show more of it, whichever library it is written with. `Client` of `aplomb` is one. */
export interface PlaygroundBot {
  /** Reports errors of handlers, which then stand in the timeline. */
  on?(event: 'error', listener: (error: unknown) => void): unknown;
  off?(event: 'error', listener: (error: unknown) => void): unknown;
  /** By the numbers of the shards. May throw while the bot does not run. */
  readonly shards?: { readonly runners: ReadonlyMap<number, PlaygroundBotShard> };
}
