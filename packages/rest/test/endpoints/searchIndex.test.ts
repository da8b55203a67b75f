import { describe, expect, it } from '@jest/globals';
import { indexed } from '../../src/endpoints/searchIndex.js';

const call = { method: 'GET', path: '/guilds/1/messages/search' };

describe('the answer to a search', () => {
  it('is a page where there is an index', () => {
    const page = { total_results: 0, messages: [] };
    expect(indexed(page, call)).toBe(page);
  });

  it('is an error with the time to wait where there is none yet', () => {
    expect(() => indexed({ code: 110_000, retry_after: 2 }, call)).toThrow(
      expect.objectContaining({
        code: 'DISCORD_UNAVAILABLE',
        status: 202,
        discordCode: 110_000,
        message: expect.stringContaining('Search again in 2 s.'),
      }),
    );
  });
});
