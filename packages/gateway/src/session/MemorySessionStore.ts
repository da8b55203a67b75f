import type { SessionStore, ShardKey, StoredSession } from './SessionStore.js';

/** A {@link SessionStore} that lives as long as this object: sessions survive their shards, not the process. */
export class MemorySessionStore implements SessionStore {
  private readonly sessions = new Map<string, StoredSession>();

  load(key: ShardKey): Promise<StoredSession | null> {
    return Promise.resolve(this.sessions.get(placeOf(key)) ?? null);
  }

  save(session: StoredSession): Promise<void> {
    this.sessions.set(placeOf(session), session);
    return Promise.resolve();
  }

  delete(key: ShardKey): Promise<void> {
    this.sessions.delete(placeOf(key));
    return Promise.resolve();
  }
}

function placeOf({ shardId, shardTotal }: ShardKey): string {
  return `${String(shardId)}/${String(shardTotal)}`;
}
