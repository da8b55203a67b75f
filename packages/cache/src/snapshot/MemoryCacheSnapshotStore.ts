import { systemClock } from '@aplomb/base';
import { placeOf, type CacheSnapshotKey, type CacheSnapshotStore } from './CacheSnapshotStore.js';
import { turns } from './turns.js';

/** A {@link CacheSnapshotStore} that lives as long as this object: for tests, and for clients that follow one another in a process. */
export class MemoryCacheSnapshotStore implements CacheSnapshotStore {
  private readonly snapshots = new Map<string, readonly string[]>();

  load(key: CacheSnapshotKey): Promise<readonly string[] | null> {
    return Promise.resolve(this.snapshots.get(placeOf(key)) ?? null);
  }

  async save(key: CacheSnapshotKey, lines: Iterable<string>): Promise<void> {
    const taken: string[] = [];
    const turn = turns(systemClock);
    for (const line of lines) {
      taken.push(line);
      await turn();
    }
    this.snapshots.set(placeOf(key), taken);
  }

  delete(key: CacheSnapshotKey): Promise<void> {
    this.snapshots.delete(placeOf(key));
    return Promise.resolve();
  }
}
