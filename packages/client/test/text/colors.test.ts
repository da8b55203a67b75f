import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { colorOf, Colors, type Color } from '../../src/text/colors.js';

describe('colorOf', () => {
  it.each([
    [0x5865f2, 0x5865f2],
    ['#5865f2', 0x5865f2],
    ['#5865F2', 0x5865f2],
    ['#fff', 0xffffff],
    ['#123', 0x112233],
    ['Blurple', 0x5865f2],
    [[88, 101, 242], 0x5865f2],
    [[0, 0, 0], 0],
  ] satisfies [Color, number][])('takes %p', (color, number) => {
    expect(colorOf(color)).toBe(number);
  });

  it('means the same in every way of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        expect(colorOf(`#${number.toString(16).padStart(6, '0')}`)).toBe(number);
        expect(colorOf([number >> 16, (number >> 8) & 255, number & 255])).toBe(number);
      }),
    );
  });

  it('knows every name', () => {
    for (const [name, number] of Object.entries(Colors)) expect(colorOf(name as keyof typeof Colors)).toBe(number);
  });

  it.each([-1, 0x1000000, 0.5, NaN, '#12', '#12345g', 'toString', '__proto__', '', [1, 2], [1, 2, 256], [1, 2, -1], [1, 2, 0.5], null, {}])(
    'takes no %p',
    (color) => {
      expect(() => colorOf(color as Color)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
    },
  );

  it('asks who misspelt a name what was meant', () => {
    expect(() => colorOf('Blurpel' as Color)).toThrow('"Blurpel" is no colour. Did you mean "Blurple"?');
    expect(() => colorOf([1, 2, 300])).toThrow('[1, 2, 300] is no colour.');
  });
});
