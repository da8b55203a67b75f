import type { AplombError, CancelTimer, Clock } from '@aplomb/base';
import type { Cache, CacheRestored, CacheSnapshotStore, SnapshotSession } from '@aplomb/cache';
import type { SessionStore, StoredSession } from '@aplomb/gateway';
import type { Rest } from '@aplomb/rest';
import { CacheRefill } from './CacheRefill.js';
import { ClientError } from './errors.js';

/** How often snapshots are written down, in milliseconds: after a crash, what is older than the session's last save is fetched over REST. */
const SAVE_EVERY_MS = 300_000;

/** What a {@link ColdStart} works with. */
export interface ColdStartOptions {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly rest: Rest;
  /** Keeps snapshots of the cache between processes; `undefined` for none. */
  readonly snapshots: CacheSnapshotStore | undefined;
  /** One more guild is in the cache again, or could not be fetched. */
  readonly progressed: () => void;
  readonly warn: (error: AplombError) => void;
}

/**
 * Fills the cache of a process that goes on with the session of an earlier one. Discord then sends no GUILD_CREATE, since for Discord nothing has ended:
 * without this the cache would stay empty.
 *
 * First a snapshot is put back, before Discord sends what was missed. What no snapshot has, or what one has that is older than what Discord sends again,
 * is fetched over REST, one guild after the other.
 */
export class ColdStart {
  private readonly options: ColdStartOptions;
  private readonly refill: CacheRefill;
  /** The place in each shard's session up to which a snapshot is true. */
  private readonly sessions = new Map<number, SnapshotSession>();
  private cancelTimer: CancelTimer | null = null;
  private isStopped = false;

  constructor(options: ColdStartOptions) {
    this.options = options;
    this.refill = new CacheRefill(options);
  }

  /** The guilds that are still to be fetched. */
  get missing(): readonly string[] {
    return this.refill.missing;
  }

  /** The session of an earlier process was found, and is going to be resumed. */
  async prepare(session: StoredSession): Promise<void> {
    const { shardId, guildIds } = session;
    const isFresh = (await this.restore(session))?.isFresh === true;
    const { cache } = this.options;
    const lacking = isFresh ? guildIds.filter((id) => cache.guild(id) === undefined) : guildIds;
    if (cache.policy.guilds.isKept) this.refill.add(shardId, lacking);
  }

  /** A store that tells, besides, up to where a shard's events have reached the cache: what is stored was handed to handlers, and to the cache before. */
  watched(store: SessionStore): SessionStore {
    return {
      load: (key) => store.load(key),
      delete: (key) => store.delete(key),
      save: (session) => {
        this.sessions.set(session.shardId, { id: session.id, sequence: session.sequence });
        return store.save(session);
      },
    };
  }

  /** Writes snapshots down from time to time, until {@link ColdStart.stop}. `shards` are those that run here. */
  saveRegularly(shards: () => { readonly ids: readonly number[]; readonly total: number } | null): void {
    const { clock, snapshots } = this.options;
    if (snapshots === undefined) return;
    this.cancelTimer = clock.after(SAVE_EVERY_MS, () => void this.saveAndGoOn(shards), { holdsProcess: false });
  }

  /** A session began anew: its GUILD_CREATEs bring everything. */
  forget(shardId: number): void {
    this.refill.forget(shardId);
  }

  /** Writes down what is known, one snapshot a shard. A store that fails is told as a warning. */
  async save(shardIds: readonly number[], shardTotal: number): Promise<void> {
    const { cache, snapshots, warn } = this.options;
    if (snapshots === undefined) return;
    for (const shardId of shardIds) {
      const lines = cache.snapshotLines({ shardId, session: () => this.sessions.get(shardId) ?? null });
      try {
        await snapshots.save({ shardId, shardTotal }, lines);
      } catch (cause) {
        warn(snapshotFailed('written', shardId, cause));
      }
    }
  }

  /** Nothing is fetched any more, nor written down. */
  stop(): void {
    this.isStopped = true;
    this.cancelTimer?.();
    this.refill.stop();
  }

  private async saveAndGoOn(shards: () => { readonly ids: readonly number[]; readonly total: number } | null): Promise<void> {
    const running = shards();
    if (running !== null) await this.save(running.ids, running.total);
    if (!this.isStopped) this.saveRegularly(shards);
  }

  private async restore({ id, sequence, shardId, shardTotal }: StoredSession): Promise<CacheRestored | null> {
    const { cache, snapshots, warn } = this.options;
    if (snapshots === undefined) return null;
    try {
      const lines = await snapshots.load({ shardId, shardTotal });
      return lines === null ? null : await cache.restore(lines, { shardId, session: { id, sequence } });
    } catch (cause) {
      warn(snapshotFailed('read', shardId, cause));
      return null;
    }
  }
}

function snapshotFailed(deed: 'read' | 'written', shardId: number, cause: unknown): ClientError {
  return new ClientError('CACHE_SNAPSHOT_FAILED', {
    what: `The snapshot of the cache of shard ${String(shardId)} could not be ${deed}.`,
    cure: 'Look at the cause. Guilds are fetched over REST where a snapshot is missing.',
    cause,
  });
}
