import { describe, expect, it } from '@jest/globals';
import { encodedReason } from '../../src/transport/encodedReason.js';

describe('Y-04 the reason of a call', () => {
  it('survives with every code unit, lone surrogates as U+FFFD, and puts nothing into a header but ASCII', () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const encoded = encodedReason(String.fromCharCode(unit)) ?? '';
      if (!/^[\x21-\x7e]+$/.test(encoded)) throw new RangeError(`U+${unit.toString(16)} became ${encoded}`);
      const isLone = unit >= 0xd800 && unit <= 0xdfff;
      if (decodeURIComponent(encoded) !== (isLone ? '\ufffd' : String.fromCharCode(unit))) throw new RangeError(`U+${unit.toString(16)}`);
    }
    expect(decodeURIComponent(encodedReason('a\r\nX-Evil: 1\ud800b') ?? '')).toBe('a\r\nX-Evil: 1\ufffdb');
  });

  it('has up to 512 characters, of which an emoji is one, and is cut off after them', () => {
    const sent = (reason: string): string => decodeURIComponent(encodedReason(reason) ?? '');
    expect(sent('x'.repeat(512))).toBe('x'.repeat(512));
    expect(sent('👍'.repeat(512))).toBe('👍'.repeat(512));
    expect(sent('x'.repeat(513))).toBe(`${'x'.repeat(511)}…`);
    expect(sent('👍'.repeat(2_000))).toBe(`${'👍'.repeat(511)}…`);
  });

  it('is left out when it is empty', () => {
    expect(encodedReason('')).toBeNull();
  });

  it.each([[7], [null], [{}]])('is refused when it is %p', (reason) => {
    expect(() => encodedReason(reason as string)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
