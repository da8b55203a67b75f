import { describe, expect, it } from '@jest/globals';
import { hasMore } from '../../src/paging/hasMore.js';

describe('a page', () => {
  it('is not the last when it says so, however short it is', () => {
    expect(hasMore({ has_more: true }, 0, { limit: 50 })).toBe(true);
    expect(hasMore({ has_more: false }, 50, { limit: 50 })).toBe(false);
  });

  it('of a search is the last when the next would begin behind all results', () => {
    expect(hasMore({ total_results: 51 }, 20, { limit: 25, offset: 25 })).toBe(true);
    expect(hasMore({ total_results: 50 }, 25, { limit: 25, offset: 25 })).toBe(false);
    expect(hasMore({ total_results: 26 }, 25, { limit: 25 })).toBe(true);
  });

  it('goes by `has_more` when it tells both', () => {
    expect(hasMore({ has_more: false, total_results: 500 }, 25, { limit: 25 })).toBe(false);
  });

  it('that says nothing is the last when it is not full', () => {
    expect(hasMore([], 49, { limit: 50 })).toBe(false);
    expect(hasMore([], 50, { limit: 50 })).toBe(true);
    expect(hasMore(null, 50, { limit: 50 })).toBe(true);
    expect(hasMore({ has_more: 'maybe', total_results: null }, 1, { limit: 50 })).toBe(false);
  });
});
