import { describe, expect, it } from '@jest/globals';
import { formatTimestamp } from '../../src/markdown/formatTimestamp.js';

const habits = { locale: 'en-GB', timeZone: 'UTC' };
const seconds = Date.UTC(2026, 10, 21, 16, 5, 9) / 1000;

describe('a timestamp', () => {
  it.each([
    ['t', '16:05'],
    ['T', '16:05:09'],
    ['d', '21/11/2026'],
    ['D', '21 November 2026'],
    ['f', '21 November 2026 16:05'],
    ['F', 'Saturday 21 November 2026 16:05'],
    ['s', '21/11/2026 16:05'],
    ['S', '21/11/2026 16:05:09'],
    ['?', '21 November 2026 16:05'],
  ])('in the style %s is %s', (style, text) => {
    // Which words and commas stand between differs from one version of Unicode's data to the next.
    expect(formatTimestamp(seconds, style, 0, habits).replace(/,| at/g, '')).toBe(text);
  });

  it.each([
    [0, 'now'],
    [-30, '30 seconds ago'],
    [90, 'in 2 minutes'],
    [7_200, 'in 2 hours'],
    [-86_400, 'yesterday'],
    [86_400 * 400, 'next year'],
  ])('%d seconds from now is %s', (offset, text) => {
    expect(formatTimestamp(seconds + offset, 'R', seconds * 1000, habits)).toBe(text);
  });

  it('out of the range of dates says so', () => {
    expect(formatTimestamp(9_999_999_999_999, 'f', 0, habits)).toBe('Invalid date');
  });
});
