/** The Shard takes the best compression that it has; with zlib-stream it is compared at equal terms where that is zstd. */
export type HolderKind = 'Shard' | 'Shard, zlib-stream' | '@discordjs/ws 2';

export type HolderReport =
  | { readonly type: 'holding' }
  | {
      readonly type: 'held';
      readonly rssKiBPerShard: number;
      readonly heapKiBPerShard: number;
      readonly cpuPercent: number;
      readonly connectedMs: number;
    }
  /** What is still open after the shutdown: sockets and timers by kind, and listeners on the shards. */
  | { readonly type: 'ended'; readonly leftovers: Readonly<Record<string, number>> };

export interface FakeReport {
  readonly type: 'listening';
  readonly gatewayUrl: string;
  readonly token: string;
}
