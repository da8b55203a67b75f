import { describe, expect, it } from '@jest/globals';
import { checkRange, checkStartOptions } from '../src/checkStartOptions.js';

describe('the options of a start', () => {
  it.each([{}, { signal: undefined }, { signal: new AbortController().signal }])('pass: %o', (options) => {
    expect(checkStartOptions(options)).toBe(options);
  });

  it.each([
    [null, 'INVALID_OPTION'],
    [5, 'INVALID_OPTION'],
    [{ signal: 5 }, 'INVALID_OPTION'],
    [{ singal: new AbortController().signal }, 'UNKNOWN_OPTION'],
  ])('are refused: %o', (options, code) => {
    expect(() => checkStartOptions(options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the range of a start', () => {
  it('is taken as it is', () => {
    const range = { first: 4, last: 7 };
    expect(checkRange(range)).toBe(range);
  });

  it.each([undefined, null, 4])('is refused when it is none: %p', (range) => {
    expect(() => checkRange(range)).toThrow(expect.objectContaining({ code: 'INVALID_SHARD_RANGE' }));
  });
});
