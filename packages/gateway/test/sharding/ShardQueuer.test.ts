import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { ShardQueuer } from '../../src/sharding/ShardQueuer.js';

describe('a shard queuer', () => {
  it('warns of a start that fails and tries again', () => {
    const clock = new ManualClock();
    const warnings: string[] = [];
    let starts = 0;
    const boot = (): void => {
      starts += 1;
      if (starts < 3) throw new Error('no memory');
    };
    const queuer = new ShardQueuer({ clock, random: () => 0, boot, onWarn: ({ message }) => warnings.push(message) });
    queuer.start({ shardId: 7 });
    clock.advance(60_000);
    expect([starts, warnings.length, warnings[0]]).toEqual([3, 2, expect.stringContaining('Shard 7 could not be started')]);
  });

  it('holds a shard as opening until it is past the identify queue', () => {
    const booted: number[] = [];
    const boot = ({ shardId }: { shardId: number }): void => void booted.push(shardId);
    const queuer = new ShardQueuer({ clock: new ManualClock(), random: () => 0, boot, onWarn: () => undefined });
    const [first, ...others] = [0, 1, 2].map((shardId) => ({ shardId }));
    for (const runner of [first, ...others]) if (runner !== undefined) queuer.start(runner);
    for (const stage of ['Connecting', 'Backoff', 'Handshake', 'Queued'] as const) queuer.noteStage(first ?? { shardId: 0 }, stage);
    expect([booted, queuer.waiting]).toEqual([[0, 1], 1]);
    queuer.noteStage(first ?? { shardId: 0 }, 'Identifying');
    expect(booted).toEqual([0, 1, 2]);
  });
});
