import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { ShardState } from '../../src/protocol.js';
import { ShardWatch } from '../../src/shards/ShardWatch.js';

describe('who watches shards', () => {
  it('tells of a change once, and of none after it was closed', () => {
    const clock = new ManualClock();
    let shards: readonly ShardState[] = [];
    let told = 0;
    const watch = new ShardWatch(
      clock,
      () => shards,
      () => (told += 1),
    );
    clock.advance(1_000);
    expect(told).toBe(1);
    shards = [{ id: 0 } as ShardState];
    clock.advance(1_000);
    expect(told).toBe(2);
    watch.close();
    shards = [];
    clock.advance(1_000);
    expect([told, clock.pendingTimers]).toEqual([2, 0]);
  });
});
