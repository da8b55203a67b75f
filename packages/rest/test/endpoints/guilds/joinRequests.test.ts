import { describe, expect, it } from '@jest/globals';
import { guildJoinRequestMethods } from '../../../src/endpoints/guilds/joinRequests.js';
import { collect } from '../collect.js';
import { itCalls } from '../itCalls.js';
import { RecordingRequester } from '../RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const query = { status: 'SUBMITTED', limit: 5, before: '9' } as const;
const review = { action: 'REJECTED', rejection_reason: 'no plants' } as const;

describe('requests to join', () => {
  itCalls(guildJoinRequestMethods, [
    ['joinRequests', ['1', query, brief], 'GET /guilds/1/requests', { ...brief, query }],
    ['reviewJoinRequest', ['1', '2', review, brief], 'PATCH /guilds/1/requests/2', { ...brief, body: review }],
  ]);
});

describe('requests to join, iterated', () => {
  it('come in pages of 100, each after the last request of the one before', async () => {
    const requests = Array.from({ length: 100 }, (_, index) => ({ id: String(index + 1) }));
    const rest = new RecordingRequester({ total: 100, guild_join_requests: requests }, { total: 100 });
    expect(await collect(guildJoinRequestMethods(rest).joinRequests('1', { status: 'SUBMITTED' }))).toEqual(requests);
    expect(rest.calls).toEqual([
      ['GET /guilds/1/requests', { query: { status: 'SUBMITTED', limit: 100, after: '0' } }],
      ['GET /guilds/1/requests', { query: { status: 'SUBMITTED', limit: 100, after: '100' } }],
    ]);
  });
});
