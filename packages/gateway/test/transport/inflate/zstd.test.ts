import { describe, expect, it } from '@jest/globals';
import * as zlib from 'node:zlib';
import { DEFAULT_LIMITS } from '../../../src/transport/inflate/StreamLimits.js';
import { zstd } from '../../../src/transport/inflate/zstd.js';

describe('zstd-stream by node:zlib', () => {
  it('is there exactly where this Node has zstd', () => {
    expect(zstd.isAvailable()).toBe('createZstdDecompress' in zlib);
  });
});

if (zstd.isAvailable()) {
  describe('zstd-stream where it is', () => {
    it('S-16 huge window: a frame may not ask for more than 8 MiB of memory a shard', () => {
      const magicAndHeader = (windowLog: number): Buffer => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, (windowLog - 10) << 3]);
      const emptyBlock = Buffer.from([1, 0, 0]);
      const read = (windowLog: number): Buffer =>
        zstd.open(DEFAULT_LIMITS).inflate(Buffer.concat([magicAndHeader(windowLog), emptyBlock]), 9);
      expect(read(23)).toHaveLength(0);
      expect(() => read(24)).toThrow(expect.objectContaining({ code: 'STREAM_CORRUPT' }));
    });
  });
}
