import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from '../../src/world/mediaType.js';

describe('the media type of a file', () => {
  it.each([
    ['a.png', 'GIF89a', 'image/gif'],
    ['a.PNG', 'x', 'image/png'],
    ['a.tar.zip', 'x', 'application/zip'],
    ['notes.txt', '', 'text/plain'],
    ['README', 'x', undefined],
    ['a.unheard', 'x', undefined],
  ])('of %p that begins with %p is %p', (filename, text, type) => {
    expect(mediaTypeOf(filename, Buffer.from(text))).toBe(type);
  });
});
