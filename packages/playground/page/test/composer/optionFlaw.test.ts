import { describe, expect, it } from '@jest/globals';
import { optionFlaw } from '../../src/composer/optionFlaw.js';

describe('what is typed into an option', () => {
  it.each([
    [{ type: 4 }, '7', null],
    [{ type: 4 }, '', null],
    [{ type: 4 }, 'abc', 'must be a whole number'],
    [{ type: 4 }, '1.5', 'must be a whole number'],
    [{ type: 10 }, '1.5', null],
    [{ type: 10 }, 'abc', 'must be a number'],
    [{ min_value: -5, max_value: 10, type: 4 }, '-6', 'must be -5 or more'],
    [{ min_value: -5, max_value: 10, type: 4 }, '99', 'must be 10 or less'],
    [{ min_length: 3, type: 3 }, 'ab', 'needs 3 characters or more'],
    [{ max_length: 3, type: 3 }, 'abcd', 'takes 3 characters or less'],
    [{ max_length: 3, type: 6 }, '100000', null],
  ])('of %j: "%s" %s', (option, typed, flaw) => {
    expect(optionFlaw(option, typed)).toBe(flaw);
  });
});
