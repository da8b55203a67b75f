import { AplombError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FrameDecoder, TransportCompression } from '../../src/transport/FrameDecoder.js';
import { bestCompression, canDecode, createFrameDecoder } from '../../src/transport/createFrameDecoder.js';
import { sharedOutput } from '../../src/transport/inflate/OutputBuffer.js';
import { compressed, textOf, zlibBomb } from './compressedStreams.js';

const ALL: readonly TransportCompression[] = ['none', 'zlib-stream', 'zstd-stream'];
const here = ALL.filter(canDecode);
const contexts = here.filter((compression) => compression !== 'none');
const hasZstd = Number(process.versions.node.split('.')[0]) >= 24;

function read(decoder: FrameDecoder, message: Buffer, isBinary: boolean): string | undefined {
  return decoder.push(message, isBinary)?.toString();
}

/** What a decoder makes of these: texts, `null`s, and at the first error its code, after which nothing else is right. */
function outcome(decoder: FrameDecoder, messages: readonly Buffer[]): (string | null)[] {
  const results: (string | null)[] = [];
  for (const message of messages) {
    try {
      results.push(read(decoder, message, true) ?? null);
    } catch (error) {
      if (!AplombError.is(error)) throw error;
      results.push(error.code);
    }
  }
  return results;
}

const flipped = (bytes: Buffer, at: number, by = 0x55): Buffer =>
  Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ by : byte)));

describe('the choice of a compression', () => {
  it('takes zstd where this Node has it, else zlib', () => {
    expect(here).toEqual(hasZstd ? ALL : ['none', 'zlib-stream']);
    expect(bestCompression()).toBe(hasZstd ? 'zstd-stream' : 'zlib-stream');
  });

  it('makes a decoder for what this Node can read, and refuses the rest with a cure', () => {
    for (const compression of ALL) {
      if (canDecode(compression)) createFrameDecoder(compression).close();
      else expect(() => createFrameDecoder(compression)).toThrow(/'zstd-stream', which Node \S+ cannot inflate\. Use 'auto'/);
    }
    expect(here).toContain('zlib-stream');
  });
});

describe.each(here)('a %s decoder', (compression) => {
  const isBinary = compression !== 'none';

  it('Z-07 inflate ordering: gives every message of one connection, whole and in order', async () => {
    const texts = Array.from({ length: 1_000 }, (_, index) => JSON.stringify({ s: index, d: textOf(index * 3) }));
    const decoder = createFrameDecoder(compression);
    const messages = await compressed(compression, texts);
    expect(messages.map((message) => read(decoder, message, isBinary))).toEqual(texts);
    decoder.close();
  });

  it('Z-05 chunk borders: never ends a message at the border of a chunk', async () => {
    const sizes = [2 ** 16, 2 ** 17].flatMap((size) => [size - 1, size, size + 1]).concat(2 ** 20, 3 * 2 ** 20);
    for (const makeText of [textOf, (size: number): string => 'ab'.repeat(size / 2).padEnd(size, 'c')]) {
      const texts = sizes.flatMap((size) => [makeText(size), '{}']);
      const decoder = createFrameDecoder(compression, { maxRatio: 1e6 });
      const messages = await compressed(compression, texts);
      expect(messages.map((message, index) => read(decoder, message, isBinary) === texts[index])).not.toContain(false);
      decoder.close();
    }
  });

  it('counts bytes in and out, from 0 for each connection', async () => {
    const [message = Buffer.alloc(0)] = await compressed(compression, ['{"op":10}']);
    const decoder = createFrameDecoder(compression);
    expect(decoder.counts).toEqual({ bytesIn: 0, bytesOut: 0, plainMessages: 0 });
    decoder.push(message, isBinary);
    expect(decoder.counts).toEqual({ bytesIn: message.length, bytesOut: 9, plainMessages: isBinary ? 0 : 1 });
  });

  it('passes an empty text on, which is no JSON, and closes twice', () => {
    const decoder = createFrameDecoder(compression);
    expect(decoder.push(Buffer.alloc(0), false)).toHaveLength(0);
    decoder.close();
    decoder.close();
  });
});

describe.each(contexts)('a %s decoder in trouble', (compression) => {
  it('Z-01 corrupt stream: one wrong byte is an error or other bytes, and never a crash', async () => {
    const texts = ['{"op":10}', JSON.stringify({ text: textOf(600), again: textOf(600) }), '{"op":11}', '{"op":11}'];
    const messages = await compressed(compression, texts);
    fc.assert(
      fc.property(fc.nat(2), fc.nat(), fc.integer({ min: 1, max: 255 }), (index, at, by) => {
        const decoder = createFrameDecoder(compression);
        const message = messages[index] ?? Buffer.alloc(0);
        const broken = messages.with(index, flipped(message, at % message.length, by));
        const results = outcome(decoder, broken);
        decoder.close();
        expect(results.slice(0, index)).toEqual(texts.slice(0, index));
        expect(results).toHaveLength(texts.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('Z-01 corrupt stream: garbage in place of any message of a thousand is an error there, and the decoder stays useless', async () => {
    const texts = Array.from({ length: 1_000 }, (_, index) => JSON.stringify({ s: index }));
    const messages = await compressed(compression, texts);
    const garbage = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    for (let index = 0; index < messages.length; index += 1) {
      const decoder = createFrameDecoder(compression);
      const results = outcome(decoder, [...messages.slice(0, index), garbage, garbage]);
      decoder.close();
      expect(results).toEqual([...texts.slice(0, index), 'STREAM_CORRUPT', 'STREAM_CORRUPT']);
    }
  });

  it('Z-03 old context: a thousand kills in the middle of a message leave nothing to the next connection', async () => {
    const texts = ['{"op":10}', JSON.stringify({ text: textOf(2_000) }), '{"op":11}'];
    const messages = await compressed(compression, texts);
    for (let kill = 0; kill < 1_000; kill += 1) {
      const killed = createFrameDecoder(compression);
      killed.push(messages[0] ?? Buffer.alloc(0), true);
      killed.push((messages[1] ?? Buffer.alloc(0)).subarray(0, kill % (messages[1]?.length ?? 1)), true);
      killed.close();
      const next = createFrameDecoder(compression);
      expect(outcome(next, messages)).toEqual(texts);
      next.close();
    }
  });

  it('Z-03 old context: a late message after the close is an error', async () => {
    const messages = await compressed(compression, ['{"op":10}', '{"op":11}']);
    const decoder = createFrameDecoder(compression);
    expect(outcome(decoder, messages.slice(0, 1))).toEqual(['{"op":10}']);
    decoder.close();
    expect(outcome(decoder, messages.slice(1))).toEqual(['STREAM_CORRUPT']);
  });

  it('Z-04 zip bomb: stops at the ratio, long before the memory is taken', async () => {
    const before = sharedOutput().capacity;
    const zeros = '\0'.repeat(2 ** 24);
    const bomb = compression === 'zlib-stream' ? zlibBomb() : ((await compressed(compression, [zeros]))[0] ?? Buffer.alloc(0));
    const decoder = createFrameDecoder(compression);
    expect(outcome(decoder, [bomb, bomb])).toEqual(['STREAM_TOO_LARGE', 'STREAM_CORRUPT']);
    decoder.close();
    expect(sharedOutput().capacity).toBeLessThanOrEqual(Math.max(before, 2 ** 21));
  });

  it('Z-04 zip bomb: stops at the size where the ratio allows it, to the byte', async () => {
    const limits = { maxMessageBytes: 100_000, maxRatio: 1e9 };
    const results = [];
    for (const size of [100_000, 100_001]) {
      const decoder = createFrameDecoder(compression, limits);
      results.push(outcome(decoder, await compressed(compression, [textOf(size)])).map((result) => result?.slice(0, 16)));
      decoder.close();
    }
    expect(results).toEqual([[textOf(100_000).slice(0, 16)], ['STREAM_TOO_LARGE']]);
  });

  it('Z-06 mixed stream: takes text for plain, counts it, and goes on with its context', async () => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = await compressed(compression, ['{"op":10}', '{"op":11}']);
    const decoder = createFrameDecoder(compression);
    expect(read(decoder, first, true)).toBe('{"op":10}');
    expect(read(decoder, Buffer.from('{"op":1}'), false)).toBe('{"op":1}');
    expect(read(decoder, second, true)).toBe('{"op":11}');
    expect(decoder.counts.plainMessages).toBe(1);
    expect(decoder.counts.bytesOut).toBe(9 + 8 + 9);
  });

  it('shares its output: many decoders take turns without mixing their contexts', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => JSON.stringify({ s: index, d: textOf(100 * index) }));
    const messages = await compressed(compression, texts);
    const decoders = Array.from({ length: 10 }, () => createFrameDecoder(compression));
    for (const [index, message] of messages.entries()) {
      for (const decoder of decoders) expect(read(decoder, message, true)).toBe(texts[index]);
    }
  });
});
