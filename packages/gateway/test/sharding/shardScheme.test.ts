import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rescale, resolveShardScheme, type ShardScheme } from '../../src/sharding/shardScheme.js';

describe('a shard scheme', () => {
  it.each<[ShardScheme, number[], number]>([
    ['one', [0], 1],
    ['recommended', [0, 1, 2, 3, 4], 5],
    [{ total: 3 }, [0, 1, 2], 3],
    [{ first: 4, last: 7, total: 10 }, [4, 5, 6, 7], 10],
    [{ first: 2, last: 2, total: 3 }, [2], 3],
    [{ ids: [7, 0, 3], total: 8 }, [0, 3, 7], 8],
    [{ bucket: 1, of: 3, total: 10 }, [3, 4, 5], 10],
    [{ bucket: 2, of: 3, total: 10 }, [6, 7, 8, 9], 10],
    [{ bucket: 1, of: 2, total: 40, alignTo: 16 }, [...Array.from({ length: 24 }, (_, index) => 16 + index)], 40],
  ])('%j means these shards', (scheme, ids, total) => {
    expect(resolveShardScheme(scheme, 5)).toEqual({ ids, total });
  });

  it.each<[ShardScheme, string]>([
    [{ total: 0 }, 'INVALID_SHARD_TOTAL'],
    [{ total: 1.5 }, 'INVALID_SHARD_TOTAL'],
    [{ total: NaN }, 'INVALID_SHARD_TOTAL'],
    [{ first: 3, last: 2, total: 10 }, 'INVALID_SHARD_RANGE'],
    [{ first: 0, last: 10, total: 10 }, 'INVALID_SHARD_ID'],
    [{ first: -1, last: 2, total: 10 }, 'INVALID_SHARD_ID'],
    [{ ids: [], total: 10 }, 'INVALID_SHARD_ID'],
    [{ ids: [1, 1], total: 10 }, 'INVALID_SHARD_ID'],
    [{ ids: [0.5], total: 10 }, 'INVALID_SHARD_ID'],
    [{ bucket: 3, of: 3, total: 10 }, 'INVALID_SHARD_RANGE'],
    [{ bucket: 0, of: 11, total: 10 }, 'INVALID_SHARD_RANGE'],
    [{ bucket: 0, of: 2, total: 10, alignTo: 16 }, 'INVALID_SHARD_RANGE'],
    [{ bucket: 0, of: 1, total: 10, alignTo: 0 }, 'INVALID_SHARD_RANGE'],
  ])('%j is refused', (scheme, code) => {
    expect(() => resolveShardScheme(scheme)).toThrow(expect.objectContaining({ code }));
  });

  it('deals every shard to exactly one bucket, in rows that differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (total, wanted) => {
        const of = Math.min(total, wanted);
        const buckets = Array.from({ length: of }, (_, bucket) => resolveShardScheme({ bucket, of, total }).ids);
        expect(buckets.flat()).toEqual(Array.from({ length: total }, (_, id) => id));
        const sizes = buckets.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a scheme with more shards', () => {
  it('I-10 deals the shards of a larger total to the instances as before, none twice and none left out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 64 }),
        (total, wanted, more) => {
          const of = Math.min(total, wanted);
          const parts = Array.from({ length: of }, (_, bucket) => rescale(resolveShardScheme({ bucket, of, total }), total + more).ids);
          expect(parts.flat()).toEqual(Array.from({ length: total + more }, (_, id) => id));
        },
      ),
    );
  });
});
