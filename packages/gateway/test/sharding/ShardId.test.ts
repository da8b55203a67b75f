import { describe, expect, it } from '@jest/globals';
import { ShardId } from '../../src/sharding/ShardId.js';

describe('a shard id', () => {
  it('has a number and a total, and prints as on the wire', () => {
    const id = new ShardId(3, 10);
    expect([id.id, id.total, String(id), String(ShardId.ONE)]).toEqual([3, 10, '[3, 10]', '[0, 1]']);
  });

  it.each([
    [10, 10, 'INVALID_SHARD_ID'],
    [-1, 10, 'INVALID_SHARD_ID'],
    [0.5, 10, 'INVALID_SHARD_ID'],
    [0, 0, 'INVALID_SHARD_TOTAL'],
  ])('%d of %d is refused', (id, total, code) => {
    expect(() => new ShardId(id, total)).toThrow(expect.objectContaining({ code }));
  });
});
