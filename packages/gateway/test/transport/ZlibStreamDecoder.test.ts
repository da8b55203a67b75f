import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { createFrameDecoder } from '../../src/transport/createFrameDecoder.js';
import type { FrameDecoder } from '../../src/transport/FrameDecoder.js';
import { compressed, textOf } from './compressedStreams.js';

function readAll(decoder: FrameDecoder, pieces: readonly Buffer[]): string[] {
  return pieces.map((piece) => decoder.push(piece, true)?.toString()).filter((text) => text !== undefined);
}

/** `bytes`, cut at these places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
}

describe('a zlib-stream decoder whose messages come in pieces', () => {
  it('Z-02 split flush: any split of any messages reads like the whole', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 6 });
    const places = fc.array(fc.array(fc.nat(), { maxLength: 8 }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(texts, places, async (sent, cuts) => {
        const messages = await compressed('zlib-stream', sent);
        const decoder = createFrameDecoder('zlib-stream');
        const pieces = messages.flatMap((message, index) => cut(message, cuts[index] ?? []));
        const received = readAll(decoder, pieces);
        decoder.close();
        expect(received).toEqual(sent.map((text) => Buffer.from(text).toString()));
      }),
      { numRuns: 300 },
    );
  });

  it('Z-02 split flush: every split of a message in two reads like the whole', async () => {
    const texts = ['{"op":10}', JSON.stringify({ d: textOf(500) }), '{"op":11}'];
    const [hello = Buffer.alloc(0), large = Buffer.alloc(0), ack = Buffer.alloc(0)] = await compressed('zlib-stream', texts);
    for (let at = 0; at <= large.length; at += 1) {
      const decoder = createFrameDecoder('zlib-stream');
      expect(readAll(decoder, [hello, large.subarray(0, at), large.subarray(at), ack])).toEqual(texts);
      decoder.close();
    }
  });

  it('Z-02 missing suffix: nothing is read before the end, and a message in its place is an error', async () => {
    const [hello = Buffer.alloc(0), ack = Buffer.alloc(0)] = await compressed('zlib-stream', ['{"op":10}', '{"op":11}']);
    const decoder = createFrameDecoder('zlib-stream');
    expect(decoder.push(hello.subarray(0, -4), true)).toBeNull();
    expect(() => decoder.push(ack, true)).toThrow(expect.objectContaining({ code: 'STREAM_CORRUPT' }));
  });

  it('Z-02 missing suffix: what waits is bounded', () => {
    const decoder = createFrameDecoder('zlib-stream', { maxHeldBytes: 1_000 });
    for (let sent = 0; sent < 1_000; sent += 100) expect(decoder.push(Buffer.alloc(100), true)).toBeNull();
    expect(() => decoder.push(Buffer.alloc(1), true)).toThrow(expect.objectContaining({ code: 'STREAM_TOO_LARGE' }));
  });

  it('copies what it holds: the caller may use its bytes again', async () => {
    const [hello = Buffer.alloc(0)] = await compressed('zlib-stream', ['{"op":10}']);
    const decoder = createFrameDecoder('zlib-stream');
    const reused = Buffer.from(hello.subarray(0, 5));
    expect(decoder.push(reused, true)).toBeNull();
    reused.fill(0);
    expect(decoder.push(hello.subarray(5), true)?.toString()).toBe('{"op":10}');
  });

  it('reads on after an empty flush', async () => {
    const decoder = createFrameDecoder('zlib-stream');
    const [hello = Buffer.alloc(0)] = await compressed('zlib-stream', ['{"op":10}']);
    decoder.push(hello, true);
    expect(decoder.push(Buffer.from([0, 0, 0, 0xff, 0xff]), true)).toBeNull();
  });

  it('takes a stream that has ended for broken when more comes', () => {
    const decoder = createFrameDecoder('zlib-stream');
    const ended = Buffer.concat([deflateSync('{"op":10}'), Buffer.from([0, 0, 0xff, 0xff])]);
    expect(() => decoder.push(ended, true)).toThrow(expect.objectContaining({ code: 'STREAM_CORRUPT' }));
  });
});
