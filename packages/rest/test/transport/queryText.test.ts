import { describe, expect, it } from '@jest/globals';
import { queryText } from '../../src/transport/queryText.js';

describe('a query', () => {
  it('repeats arrays, leaves undefined out, and says numbers and booleans', () => {
    expect(queryText({ a: ['1', '2'], b: true, c: undefined, d: 0 })).toBe('?a=1&a=2&b=true&d=0');
  });

  it('is nothing when there is nothing in it', () => {
    expect([queryText(undefined), queryText({}), queryText({ a: undefined }), queryText({ a: [] })]).toEqual(['', '', '', '']);
  });

  it('Y-03: is encoded, so that no value becomes another parameter, a fragment or a header', () => {
    expect(queryText({ 'a&b': '1&c=2#d\r\nE: f/../g ä\ud800' })).toBe('?a%26b=1%26c%3D2%23d%0D%0AE%3A+f%2F..%2Fg+%C3%A4%EF%BF%BD');
  });
});
