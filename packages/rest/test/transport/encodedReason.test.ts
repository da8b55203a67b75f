import { describe, expect, it } from '@jest/globals';
import { encodedReason } from '../../src/transport/encodedReason.js';

describe('Y-04 the reason of a call', () => {
  it('survives with every code unit, lone surrogates as U+FFFD, and puts nothing into a header but ASCII', () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const encoded = encodedReason(String.fromCharCode(unit));
      if (!/^[\x21-\x7e]+$/.test(encoded)) throw new RangeError(`U+${unit.toString(16)} became ${encoded}`);
      const isLone = unit >= 0xd800 && unit <= 0xdfff;
      if (decodeURIComponent(encoded) !== (isLone ? '\ufffd' : String.fromCharCode(unit))) throw new RangeError(`U+${unit.toString(16)}`);
    }
    expect(decodeURIComponent(encodedReason('a\r\nX-Evil: 1\ud800b'))).toBe('a\r\nX-Evil: 1\ufffdb');
  });

  it('has up to 512 characters, of which an emoji is one', () => {
    expect(encodedReason('x'.repeat(512))).toHaveLength(512);
    expect(decodeURIComponent(encodedReason('👍'.repeat(512)))).toBe('👍'.repeat(512));
  });

  it.each([
    ['', 'The `reason` is empty.'],
    ['x'.repeat(513), 'The `reason` has 513 characters.'],
    ['👍'.repeat(513), 'The `reason` has 513 characters.'],
    [7, 'The `reason` is of type number.'],
  ])('is refused clearly: %p', (reason, what) => {
    expect(() => encodedReason(reason as string)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining(what) }),
    );
  });
});
