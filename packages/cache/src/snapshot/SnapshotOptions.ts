import { OptionsError, refuseUnknownOptions, shown } from '@aplomb/base';
import type { SnapshotSession } from './lines.js';

/** What a snapshot is of. */
export interface CacheSnapshotOptions {
  /**
   * Only what came over this shard.
   *
   * @defaultValue all shards
   */
  readonly shardId?: number;
  /**
   * Says up to where the shard's session is applied; `null` while there is none. It is asked for every guild, since events go on between the lines. It
   * may lag behind, as what is saved does: the numbers of the applied events count, too.
   *
   * @defaultValue none: what is restored never counts as fresh
   */
  readonly session?: () => SnapshotSession | null;
}

/** What a snapshot is restored for. */
export interface CacheRestoreOptions {
  /**
   * The shard whose snapshot it is; its guilds are counted to it.
   *
   * @defaultValue each guild to the shard that it had
   */
  readonly shardId?: number;
  /**
   * The session that is going to be resumed, with the sequence number after which Discord sends again what was missed.
   *
   * @defaultValue none: what is restored never counts as fresh
   */
  readonly session?: SnapshotSession | null;
}

/**
 * Checks the options of a snapshot, and fills in what they leave out.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
 */
export function checkSnapshot(options: CacheSnapshotOptions): {
  readonly shardId: number | null;
  readonly session: () => SnapshotSession | null;
} {
  refuseUnknownOptions('snapshot', options, ['session', 'shardId']);
  const { session = () => null } = options;
  if (typeof session !== 'function') throw invalid('session', session, 'Give a function that returns the session, or null.');
  return { shardId: checkShardId(options.shardId), session };
}

/**
 * Checks the options of a restoration, and fills in what they leave out.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
 */
export function checkRestore(options: CacheRestoreOptions): { readonly shardId: number | null; readonly session: SnapshotSession | null } {
  refuseUnknownOptions('restore', options, ['session', 'shardId']);
  const { session = null } = options;
  const isSession = session === null || (typeof session.id === 'string' && Number.isSafeInteger(session.sequence));
  if (!isSession) throw invalid('session', session, 'Give { id, sequence }, or null.');
  return { shardId: checkShardId(options.shardId), session };
}

function checkShardId(shardId: unknown): number | null {
  if (shardId === undefined) return null;
  if (typeof shardId === 'number' && Number.isSafeInteger(shardId) && shardId >= 0) return shardId;
  throw invalid('shardId', shardId, 'Give the id of a shard, a whole number from 0.');
}

function invalid(name: string, given: unknown, cure: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${shown(given)}.`, cure });
}
