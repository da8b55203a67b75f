import { describe, expect, it } from '@jest/globals';
import { shardFor } from '../../src/gateway/shardFor.js';

describe('the shard of a guild', () => {
  it.each([
    ['197038439483310086', 16, (197038439483310086n >> 22n) % 16n],
    ['18446744073709551615', 7, (18446744073709551615n >> 22n) % 7n],
    ['4194304', 2, 1n],
    ['4194303', 2, 0n],
  ])('%s of %d is (id >> 22) %% total', (id, total, shard) => {
    expect(shardFor(id, total)).toBe(Number(shard));
    expect(shardFor(id, total)).toBe(Number(shard));
  });

  it('is 0 for what belongs to no guild, or to one whose id is none', () => {
    expect([shardFor(null, 5), shardFor('guild', 5)]).toEqual([0, 0]);
  });
});
