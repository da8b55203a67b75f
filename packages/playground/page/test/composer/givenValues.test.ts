import { describe, expect, it } from '@jest/globals';
import { givenValue, missingOptions } from '../../src/composer/givenValues.js';

describe('what is given to an option', () => {
  it.each([
    [3, ' two words ', ' two words '],
    [3, '  ', undefined],
    [4, '7', 7],
    [4, '7.5', undefined],
    [10, '7.5', 7.5],
    [10, 'seven', undefined],
    [5, 'true', true],
    [5, 'false', false],
    [6, '100', '100'],
  ])('of type %d as %p is %p', (type, text, value) => {
    expect(givenValue({ type: type }, text)).toBe(value);
  });
});

describe('options that are missing', () => {
  it('are those that are required and were not given, false being given', () => {
    const options = [{ name: 'a', required: true }, { name: 'b', required: true }, { name: 'c' }] as never[];
    expect(missingOptions(options, { b: false })).toEqual([{ name: 'a', required: true }]);
  });
});
