import { describe, expect, it } from '@jest/globals';
import { serverShards } from '../../src/shards/serverShards.js';

type Gateway = Parameters<typeof serverShards>[0];

const session = (shardId: number, sequence: number, connectionId: number | null) => ({
  shardId,
  sequence,
  id: `session-${shardId}-${sequence}`,
  listener: connectionId === null ? null : { connectionId, held: false },
});
const frame = (connectionId: number, atMs: number) => ({ connectionId, atMs });

function gateway(sessions: readonly object[], frames: readonly object[] = []): Gateway {
  return { sessions, journal: { frames } } as unknown as Gateway;
}

describe('the shards that a gateway knows', () => {
  it('are told in the order of their numbers, each by its newest session', () => {
    const shards = serverShards(gateway([session(1, 5, 8), session(0, 2, null), session(0, 9, 7)]), 0);
    expect(shards.map(({ id, sequence, stage }) => [id, sequence, stage])).toEqual([
      [0, 9, 'Connected'],
      [1, 5, 'Connected'],
    ]);
  });

  it('are disconnected while their session waits to be resumed', () => {
    expect(serverShards(gateway([session(0, 2, null)]), 0)).toEqual([
      {
        id: 0,
        source: 'server',
        stage: 'Disconnected',
        budget: null,
        latencyMs: null,
        recentLatenciesMs: [],
        sequence: 2,
        sessionId: 'session-0-2',
      },
    ]);
  });

  it('have what is left of 120 frames in the last minute, on their own connection', () => {
    const frames = [frame(7, 1_000), frame(7, 30_000), frame(8, 50_000), frame(7, 60_000)];
    const [shard] = serverShards(gateway([session(0, 1, 7)], frames), 62_000);
    expect(shard?.budget).toEqual({ remaining: 118, total: 120 });
  });

  it('have nothing left, and not less, after more frames than are allowed', () => {
    const frames = Array.from({ length: 130 }, () => frame(7, 0));
    expect(serverShards(gateway([session(0, 1, 7)], frames), 1)[0]?.budget).toEqual({ remaining: 0, total: 120 });
  });
});
