import { describe, expect, it } from '@jest/globals';
import { ShardLayout } from '../../src/sharding/ShardLayout.js';

describe('a layout of shards', () => {
  it('is connected when each shard was connected once, however often some were', async () => {
    const layout = new ShardLayout({ ids: [2, 5], total: 8 });
    expect([2, 2, 3, 5, 5].map((shardId) => layout.noteConnected(shardId))).toEqual([false, false, false, true, false]);
    await expect(layout.connected).resolves.toBeUndefined();
  });

  it('rejects when it is given up before, and not after', async () => {
    const [early, late] = [new ShardLayout({ ids: [0], total: 1 }), new ShardLayout({ ids: [0], total: 1 })];
    early.giveUp(new RangeError('refused'));
    late.noteConnected(0);
    late.giveUp(new RangeError('refused'));
    await expect(early.connected).rejects.toThrow('refused');
    await expect(late.connected).resolves.toBeUndefined();
  });
});
