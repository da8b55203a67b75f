import type { FakeDiscord } from '@aplomb/fake-discord';
import type { ShardState } from '../protocol.js';

type Gateway = Pick<FakeDiscord['gateway'], 'journal' | 'sessions'>;

/** Discord's limit of frames that a connection may send. */
const FRAMES_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/** The shards as the gateway sees them: the newest session of each, and how many frames its connection has sent in the last minute. */
export function serverShards({ journal, sessions }: Gateway, nowMs: number): readonly ShardState[] {
  const newest = new Map(sessions.map((session) => [session.shardId, session]));
  return [...newest.values()]
    .sort((one, other) => one.shardId - other.shardId)
    .map((session) => ({
      id: session.shardId,
      source: 'server',
      stage: session.listener === null ? 'Disconnected' : 'Connected',
      budget: session.listener === null ? null : budgetOf(journal, session.listener.connectionId, nowMs),
      latencyMs: null,
      recentLatenciesMs: [],
      sequence: session.sequence,
      sessionId: session.id,
    }));
}

function budgetOf({ frames }: Gateway['journal'], connectionId: number, nowMs: number): ShardState['budget'] {
  let count = 0;
  // From the newest back: all older ones are of no account.
  for (let index = frames.length - 1; index >= 0; index -= 1) {
    const frame = frames[index];
    if (frame === undefined || frame.atMs < nowMs - MINUTE_MS) break;
    if (frame.connectionId === connectionId) count += 1;
  }
  return { remaining: Math.max(0, FRAMES_PER_MINUTE - count), total: FRAMES_PER_MINUTE };
}
