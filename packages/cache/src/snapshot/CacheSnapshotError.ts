import { AplombError } from '@aplomb/base';

/** The codes of {@link CacheSnapshotError}. */
export type CacheSnapshotErrorCode = 'CACHE_SNAPSHOT_FOREIGN' | 'CACHE_SNAPSHOT_UNREADABLE';

/** A snapshot that was not restored: nothing of it is in the cache. Go on without it, as after a start without a snapshot. */
export class CacheSnapshotError extends AplombError<CacheSnapshotErrorCode> {}
