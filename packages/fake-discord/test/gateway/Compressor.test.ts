import { describe, expect, it } from '@jest/globals';
import { constants, inflateSync } from 'node:zlib';
import { BlockCompressor, createCompressor, supportedCompressions, type Compressor } from '../../src/gateway/Compressor.js';

const MESSAGES = [
  '{"op":10}',
  'x'.repeat(100_000),
  '',
  '{"op":10}',
  'é'.repeat(50),
  ...Array.from({ length: 300 }, (_, index) => `{"s":${index}}`),
];

function zlibStream(): Compressor {
  const compressor = createCompressor('zlib-stream');
  if (compressor === null) throw new TypeError('no zlib');
  return compressor;
}

/** Every message compressed in one context, and the whole read back. */
function roundTrip(compressor: Compressor): { readonly chunks: readonly Buffer[]; readonly text: string } {
  const chunks = MESSAGES.map((message) => Buffer.from(compressor.compress(message)));
  compressor.close();
  return { chunks, text: inflateSync(Buffer.concat(chunks), { finishFlush: constants.Z_SYNC_FLUSH }).toString() };
}

describe.each<[string, () => Compressor]>([
  ['the zlib stream', zlibStream],
  ['its fallback with documented calls', () => new BlockCompressor()],
])('%s', (_, make) => {
  it('can be read back whole', () => {
    expect(roundTrip(make()).text).toBe(MESSAGES.join(''));
  });

  it('ends every message that says something with the flush suffix', () => {
    const { chunks } = roundTrip(make());
    expect(chunks.filter((chunk, index) => MESSAGES[index] !== '' && chunk.subarray(-4).toString('hex') !== '0000ffff')).toEqual([]);
  });

  it('remembers what came before: a message said twice is shorter the second time', () => {
    const compressor = make();
    const message = Array.from({ length: 200 }, (_unused, index) => String.fromCharCode(33 + ((index * 7919) % 90))).join('');
    const [first, second] = [compressor.compress(message).length, compressor.compress(message).length];
    compressor.close();
    expect(second).toBeLessThan(first / 2);
  });
});

describe('compression', () => {
  it('is none or zlib on every Node', () => {
    expect(supportedCompressions().slice(0, 2)).toEqual(['none', 'zlib-stream']);
    expect(createCompressor('none')).toBeNull();
  });

  it('sends nothing more once it is closed', () => {
    const compressor = zlibStream();
    compressor.close();
    expect(compressor.compress('late')).toHaveLength(0);
  });
});
