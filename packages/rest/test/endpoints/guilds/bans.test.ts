import { describe, expect, it } from '@jest/globals';
import { guildBanMethods } from '../../../src/endpoints/guilds/bans.js';
import { collect } from '../collect.js';
import { itCalls } from '../itCalls.js';
import { RecordingRequester } from '../RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'spam' };
const deleting = { delete_message_seconds: 3_600 };
const users = { user_ids: ['2', '3'], delete_message_seconds: 60 };

describe('bans', () => {
  itCalls(guildBanMethods, [
    ['bans', ['1', { before: '9', limit: 5 }, brief], 'GET /guilds/1/bans', { ...brief, query: { before: '9', limit: 5 } }],
    ['ban', ['1', '2', brief], 'GET /guilds/1/bans/2', brief],
    ['banMember', ['1', '2', deleting, why], 'PUT /guilds/1/bans/2', { ...why, body: deleting }],
    ['banMember', ['1', '2'], 'PUT /guilds/1/bans/2', { body: {} }],
    ['unbanMember', ['1', '2', why], 'DELETE /guilds/1/bans/2', why],
    ['bulkBanMembers', ['1', users, why], 'POST /guilds/1/bulk-ban', { ...why, body: users }],
  ]);
});

describe('bans, iterated', () => {
  const bans = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ user: { id: String(from + index) } }));

  it('come in pages of 1,000, each after the last user of the one before', async () => {
    const rest = new RecordingRequester(bans(1, 1_000), bans(1_001, 5));
    expect(await collect(guildBanMethods(rest).bans('1'))).toHaveLength(1_005);
    expect(rest.calls).toEqual([
      ['GET /guilds/1/bans', { query: { limit: 1_000, after: '0' } }],
      ['GET /guilds/1/bans', { query: { limit: 1_000, after: '1000' } }],
    ]);
  });

  it('go down from `before`, although Discord sorts each page upwards', async () => {
    const rest = new RecordingRequester(bans(1_001, 1_000), bans(999, 2));
    const ids = (await collect(guildBanMethods(rest).bans('1', { before: '2001' }))).map(({ user }) => user.id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([1_002, '2000', '999']);
    expect(rest.calls.at(-1)).toEqual(['GET /guilds/1/bans', { query: { limit: 1_000, before: '1001' } }]);
  });
});
