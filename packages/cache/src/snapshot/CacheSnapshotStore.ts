/** The place of one shard's snapshot in a store. */
export interface CacheSnapshotKey {
  readonly shardId: number;
  readonly shardTotal: number;
}

/**
 * Keeps snapshots of a cache between processes, one a shard. It is never on the path of an event: what the cache knows does not wait for it, however
 * slow it is.
 */
export interface CacheSnapshotStore {
  /** The lines of the stored snapshot as they were saved, or `null`. They may be read as they are needed; one that cannot be read rejects or throws. */
  load(key: CacheSnapshotKey): Promise<AsyncIterable<string> | Iterable<string> | null>;
  /**
   * Replaces the stored snapshot. Must be atomic: a reader sees the old one or the new one, and when a save fails or the lines throw, the old one
   * stays. It must take line by line and let others have their turn between two of them: making a line takes time.
   */
  save(key: CacheSnapshotKey, lines: Iterable<string>): Promise<void>;
  /** Forgets the snapshot of this shard. */
  delete(key: CacheSnapshotKey): Promise<void>;
}

/** The name of a place. */
export function placeOf({ shardId, shardTotal }: CacheSnapshotKey): string {
  return `shard-${String(shardId)}-of-${String(shardTotal)}`;
}
