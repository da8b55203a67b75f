import { describe, expect, it } from '@jest/globals';
import { timestamp, type TimestampStyle } from '../../src/text/timestamp.js';

describe('timestamp', () => {
  it.each(['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'] as const)('knows the style %s', (style) => {
    expect(timestamp(new Date('2021-04-20T21:20:30.999Z'), style)).toBe(`<t:1618953630:${style}>`);
  });

  it('leaves the style to Discord where none is given', () => {
    expect(timestamp(1_618_953_630_000)).toBe('<t:1618953630>');
  });

  it('knows what was before 1970', () => {
    expect(timestamp(-1, 'D')).toBe('<t:-1:D>');
  });

  it.each([NaN, Infinity, new Date(NaN), 8.64e15 + 1])('shows no %p', (when) => {
    expect(() => timestamp(when)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('names the styles where one does not exist', () => {
    expect(() => timestamp(0, 'x' as TimestampStyle)).toThrow(/no style "x".*t, T, d, D, f, F, s, S, R/);
  });
});
