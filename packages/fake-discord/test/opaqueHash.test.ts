import { describe, expect, it } from '@jest/globals';
import { opaqueHash } from '../src/opaqueHash.js';

describe('a hash that says nothing', () => {
  it('is 32 hex digits, the same for the same name and another for every other', () => {
    const hashes = Array.from({ length: 10_000 }, (_, index) => opaqueHash(`bucket ${index}`));
    expect([new Set(hashes).size, hashes.every((hash) => /^[0-9a-f]{32}$/.test(hash)), opaqueHash('bucket 7')]).toEqual([
      10_000,
      true,
      hashes[7],
    ]);
  });
});
