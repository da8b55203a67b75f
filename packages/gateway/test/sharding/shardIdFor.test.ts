import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shardIdFor } from '../../src/sharding/shardIdFor.js';

describe('the shard of a guild', () => {
  it.each([
    ['197038439483310086', 1, 0],
    ['197038439483310086', 16, Number((197038439483310086n >> 22n) % 16n)],
    ['4194304', 10, 1],
    ['0', 10, 0],
    ['18446744073709551615', 1_000, Number(((2n ** 64n - 1n) >> 22n) % 1000n)],
  ])('of %s of %i is known', (guildId, total, shardId) => {
    expect(shardIdFor(guildId, total)).toBe(shardId);
  });

  it('is exact for every id', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 64n - 1n), fc.integer({ min: 1, max: 65_536 }), (guildId, total) => {
        expect(BigInt(shardIdFor(String(guildId), total))).toBe(
          guildId / 4_194_304n - (guildId / 4_194_304n / BigInt(total)) * BigInt(total),
        );
      }),
    );
  });

  it.each(['', 'abc', '-1', '1.5', '18446744073709551616', ' 1', '123456789012345678901'])('is refused for the id %j', (guildId) => {
    expect(() => shardIdFor(guildId, 1)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('is refused for a total of 0', () => {
    expect(() => shardIdFor('1', 0)).toThrow(expect.objectContaining({ code: 'INVALID_SHARD_TOTAL' }));
  });
});
