import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { createFrameDecoder } from '../../src/transport/createFrameDecoder.js';

describe('a decoder of an uncompressed connection', () => {
  it('passes text on without copying it', () => {
    const text = Buffer.from('{"op":10}');
    expect(createFrameDecoder('none').push(text, false)).toBe(text);
  });

  it('Z-06 payload compression: reads a binary message as one zlib stream of its own', () => {
    const decoder = createFrameDecoder('none');
    expect(decoder.push(deflateSync('{"op":10}'), true)?.toString()).toBe('{"op":10}');
    expect(decoder.push(deflateSync('{"op":11}'), true)?.toString()).toBe('{"op":11}');
    expect(decoder.push(Buffer.from('{"op":1}'), false)?.toString()).toBe('{"op":1}');
    expect(decoder.counts.plainMessages).toBe(1);
  });

  it('S-17 binary when text is expected: what is no zlib stream is a broken stream', () => {
    const decoder = createFrameDecoder('none');
    expect(() => decoder.push(Buffer.from('{"op":10}'), true)).toThrow(expect.objectContaining({ code: 'STREAM_CORRUPT' }));
  });

  it('Z-04 zip bomb: bounds what a binary message may become', () => {
    const decoder = createFrameDecoder('none');
    expect(() => decoder.push(deflateSync(Buffer.alloc(2 ** 22)), true)).toThrow(expect.objectContaining({ code: 'STREAM_TOO_LARGE' }));
  });
});
