import { describe, expect, it } from '@jest/globals';
import { imageFacts } from '../../src/world/imageFormats.js';

/** Bytes from texts and numbers. */
function bytes(...parts: readonly (number | string)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));
}

const zeros = (count: number): string => '\0'.repeat(count);
const PNG = bytes('\x89PNG\r\n\x1a\n', zeros(3), 13, 'IHDR', 0, 0, 1, 2, 0, 0, 0, 3);
const GIF = bytes('GIF89a', 2, 1, 3, 0);
const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 6, zeros(4), 0xff, 0xc4, 0, 4, zeros(2), 0xff, 0xc2, 0, 11, 8, 0, 3, 1, 2, zeros(4));

function webp(kind: string, ...header: readonly (number | string)[]): Buffer {
  return bytes('RIFF', zeros(4), 'WEBP', kind, zeros(4), ...header, zeros(10));
}

describe('a picture', () => {
  it.each([
    ['image/png', PNG],
    ['image/gif', GIF],
    ['image/jpeg', JPEG],
    ['image/webp', webp('VP8X', zeros(4), 1, 1, 0, 2, 0, 0)],
    ['image/webp', webp('VP8L', 0x2f, 1, 0x81, 0, 0)],
    ['image/webp', webp('VP8 ', zeros(3), '\x9d\x01\x2a', 2, 1, 3, 0)],
  ])('of the type %s says how large it is', (type, data) => {
    expect(imageFacts(data)).toEqual({ type, width: 258, height: 3 });
  });

  it.each([
    ['image/png', PNG.subarray(0, 8)],
    ['image/jpeg', JPEG.subarray(0, 12)],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image/webp', webp('????', zeros(12))],
  ])('of the type %s that is cut off or broken is one, of unknown size', (type, data) => {
    expect(imageFacts(data)).toEqual({ type });
  });
});

describe('a file that is no picture', () => {
  it.each(['', 'abc', 'hello there', 'RIFF1234WAVE'])('is not taken for one: %j', (text) => {
    expect(imageFacts(Buffer.from(text))).toBeUndefined();
  });
});
