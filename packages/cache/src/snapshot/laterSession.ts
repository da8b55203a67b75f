import type { SnapshotSession } from './lines.js';

/** A session with the later of two places in it: that which is told, and that of the last event that was applied. */
export function laterSession(session: SnapshotSession | null, sequence: number): SnapshotSession | null {
  return session === null || session.sequence >= sequence ? session : { id: session.id, sequence };
}
