import { describe, expect, it } from '@jest/globals';
import { shown } from '../src/shown.js';

describe('a value in an error message', () => {
  it('is quoted where it is text, and plain where it is not', () => {
    expect([shown('a "b"'), shown(3), shown(NaN), shown(true), shown(null), shown(undefined), shown(10n), shown(Symbol('s'))]).toEqual([
      ...['"a \\"b\\""', '3', 'NaN', 'true', 'null', 'undefined', '10', 'Symbol(s)'],
    ]);
  });

  it('is only named where it is an object, a function or an array', () => {
    expect([shown({ secret: 1 }), shown(() => 1), shown([1, 2])]).toEqual(['an object', 'a function', 'an array of 2']);
  });

  it('is shortened, whatever its length', () => {
    expect(shown('x'.repeat(100))).toBe(`"${'x'.repeat(60)}…"`);
    expect(shown('x'.repeat(5_000_000), 5)).toBe('"xxxxx…"');
    expect(shown('12345', 5)).toBe('"12345"');
  });

  it('holds no token, also not half of one that was cut', () => {
    const token = `${'M'.repeat(24)}.${'a'.repeat(6)}.${'b'.repeat(38)}`;
    expect(shown(token)).toBe('"[redacted]"');
    expect(shown(`${'x '.repeat(25)}${token}`)).not.toContain('MMMM');
  });

  it.each([
    ['a line of its own', 'x\r\n2026-11-20 ERROR forged'],
    ['terminal colours', '\u001b[31mred\u001b[0m'],
    ['a C1 control sequence', '\u009b31mred'],
    ['a bell and a delete', '\u0007\u007f'],
    ['other line ends', 'a\u2028b\u2029c\u0085d'],
    ['turned text', 'exe.\u202egpj\u2066x\u2069\u200f'],
    ['invisible signs', 'a\u200bb\u2060c\ufeffd'],
    ['NUL', 'a\0b'],
    ['lone surrogates', 'a\ud800b'],
  ])('Y-15 cannot bring %s into a log', (_, text) => {
    expect(shown(text)).toMatch(/^"[\x20-\x7e…]*"$/);
    expect(shown(Symbol(text))).toMatch(/^[\x20-\x7e…]*$/);
  });
});
