import type { ShardKey, StoredSession } from './SessionStore.js';

/** The stored session that a JSON text says, or `null` when it says none of this shard: a record that cannot be read counts as none. */
export function parseStoredSession(text: string, key: ShardKey): StoredSession | null {
  const record = parseRecord(text);
  if (record === null || !isStoredSession(record)) return null;
  return record.shardId === key.shardId && record.shardTotal === key.shardTotal ? record : null;
}

function parseRecord(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    // A broken record is no record.
    return null;
  }
}

function isStoredSession(record: Record<string, unknown>): record is Record<string, unknown> & StoredSession {
  const { id, sequence, shardId, shardTotal, savedAtMs, fingerprint, guildIds, resumeUrl, applicationId, userId } = record;
  return (
    [id, fingerprint].every((value) => typeof value === 'string' && value !== '') &&
    [sequence, shardId, shardTotal].every((value) => Number.isSafeInteger(value)) &&
    typeof savedAtMs === 'number' &&
    [resumeUrl, applicationId, userId].every((value) => value === null || typeof value === 'string') &&
    Array.isArray(guildIds) &&
    guildIds.every((value) => typeof value === 'string')
  );
}
