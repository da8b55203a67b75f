import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { readBytes } from '../../../src/transport/websocket/readBytes.js';

/** What is heard of one chunk on a stream with these options, or what ends it. */
async function heard(chunk: unknown, { encoding, objectMode = true }: { encoding?: 'utf8'; objectMode?: boolean } = {}): Promise<unknown> {
  const stream = new PassThrough({ objectMode });
  if (encoding !== undefined) stream.setEncoding(encoding);
  const result = new Promise((resolve) => {
    readBytes(stream, resolve);
    stream.on('error', ({ message }) => {
      resolve(message);
    });
  });
  stream.write(chunk);
  return result;
}

describe('the bytes of a stream that a user made', () => {
  it('are handed on as a buffer, without a copy', async () => {
    const bytes = Buffer.from('abc');
    expect(await heard(bytes)).toBe(bytes);
    const array = new Uint8Array([0, 1, 2, 3]).subarray(1, 3);
    const view = await heard(array);
    expect(Buffer.isBuffer(view) && view.buffer === array.buffer && view.equals(array)).toBe(true);
  });

  it.each([
    ['a string', 'abc', {}],
    ['an object', { op: 10 }, {}],
    ['text, because of setEncoding()', Buffer.from('abc'), { encoding: 'utf8', objectMode: false } as const],
  ])('are not %s: that ends the stream', async (_name, chunk, options) => {
    expect(await heard(chunk, options)).toMatch(/gave a (?:string|object)\. Give a stream of bytes, without setEncoding\(\)/);
  });

  it('end with the stream that was given', async () => {
    const stream = new PassThrough();
    expect(readBytes(stream, () => undefined)).toBe(stream);
    stream.end();
    await once(stream, 'end');
  });
});
