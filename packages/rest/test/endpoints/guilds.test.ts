import { describe, expect, it } from '@jest/globals';
import { guildEndpoints } from '../../src/endpoints/guilds.js';
import type { RequestOptions } from '../../src/RestRequest.js';

describe('the guild endpoints', () => {
  it('lead to their routes, with their queries', async () => {
    const seen: unknown[] = [];
    const request = async <T>(method: string, path: string, options?: RequestOptions) => {
      seen.push([method, path, options?.query]);
      return undefined as T;
    };
    const guilds = guildEndpoints({ allowedMentions: {}, makeNonce: () => 'nonce', request });
    await guilds.get('1', { with_counts: true });
    await guilds.channels('1');
    await guilds.member('1', '2');
    await guilds.members('1', { limit: 1_000 });
    expect(seen).toEqual([
      ['GET', '/guilds/1', { with_counts: true }],
      ['GET', '/guilds/1/channels', undefined],
      ['GET', '/guilds/1/members/2', undefined],
      ['GET', '/guilds/1/members', { limit: 1_000 }],
    ]);
  });
});
