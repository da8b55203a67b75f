/** What an instance tells its parent. */
export type InstanceReport =
  { readonly type: 'ready' } | { readonly type: 'message'; readonly content: string; readonly replayed: boolean; readonly shardId: number };
