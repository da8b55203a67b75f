import { describe, expect, it } from '@jest/globals';
import * as zlib from 'node:zlib';
import { canDecode, createFrameDecoder } from '../../src/transport/createFrameDecoder.js';
import { ZstdStreamDecoder } from '../../src/transport/ZstdStreamDecoder.js';
import { compressed, textOf } from './compressedStreams.js';

describe('a zstd-stream decoder', () => {
  it('Z-05 zstd frame semantics: takes a web socket message for a gateway message, and nothing for none', () => {
    const measured: number[] = [];
    const inflate = (input: Buffer, ratioBytesIn: number): Buffer => {
      measured.push(ratioBytesIn);
      return input;
    };
    const decoder = new ZstdStreamDecoder({ inflate, close: () => undefined });
    expect(decoder.push(Buffer.from('{}'), true)?.toString()).toBe('{}');
    expect(decoder.push(Buffer.alloc(0), true)).toBeNull();
    expect(decoder.push(Buffer.from('{"op":11}'), true)?.toString()).toBe('{"op":11}');
    expect(measured).toEqual([2, 2, 11]);
  });
});

if (canDecode('zstd-stream')) {
  const { zstdCompressSync } = zlib as unknown as { zstdCompressSync(bytes: Buffer): Buffer };
  const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

  describe('a zstd-stream decoder on this Node', () => {
    it('Z-05 zstd frame semantics: reads to the end of its input over ended and skippable frames', () => {
      const decoder = createFrameDecoder('zstd-stream');
      const two = Buffer.concat([zstdCompressSync(Buffer.from('[1,')), skippable, zstdCompressSync(Buffer.from('2]'))]);
      expect(decoder.push(two, true)?.toString()).toBe('[1,2]');
      expect(decoder.push(skippable, true)).toBeNull();
      expect(decoder.push(zstdCompressSync(Buffer.from('{}')), true)?.toString()).toBe('{}');
    });

    it('reads a large message that is said again in a few bytes', async () => {
      const guild = textOf(1_900_000);
      const messages = await compressed('zstd-stream', [guild, guild]);
      const decoder = createFrameDecoder('zstd-stream', { maxRatio: 10 });
      expect(messages.map((message) => decoder.push(message, true)?.toString() === guild)).toEqual([true, true]);
    });
  });
}
