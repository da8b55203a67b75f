import { describe, expect, it } from '@jest/globals';
import { byteSize } from '../../src/ui/byteSize.js';

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_500, '1.5 kB'],
    [25_000, '25 kB'],
    [10_000_000, '10 MB'],
    [5e12, '5000 GB'],
  ])('of %d bytes is %s', (bytes, text) => {
    expect(byteSize(bytes)).toBe(text);
  });
});
