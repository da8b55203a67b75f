import { describe, expect, it } from '@jest/globals';
import { guildMemberMethods } from '../../../src/endpoints/guilds/members.js';
import { collect } from '../collect.js';
import { itCalls } from '../itCalls.js';
import { RecordingRequester } from '../RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'a quiet evening' };
const timeout = { communication_disabled_until: '2026-11-21T09:00:00Z' };

describe('members', () => {
  itCalls(guildMemberMethods, [
    ['member', ['1', '2', brief], 'GET /guilds/1/members/2', brief],
    ['members', ['1', { limit: 50, after: '9' }, brief], 'GET /guilds/1/members', { ...brief, query: { limit: 50, after: '9' } }],
    [
      'searchMembers',
      ['1', { query: 'al ice', limit: 3 }, brief],
      'GET /guilds/1/members/search',
      { ...brief, query: { query: 'al ice', limit: 3 } },
    ],
    ['addMember', ['1', '2', { access_token: 'secret' }, brief], 'PUT /guilds/1/members/2', { ...brief, body: { access_token: 'secret' } }],
    ['editMember', ['1', '2', timeout, why], 'PATCH /guilds/1/members/2', { ...why, body: timeout }],
    ['editOwnMember', ['1', { bio: null }, why], 'PATCH /guilds/1/members/@me', { ...why, body: { bio: null } }],
    ['editOwnNick', ['1', { nick: 'Bee' }, why], 'PATCH /guilds/1/members/@me/nick', { ...why, body: { nick: 'Bee' } }],
    ['addMemberRole', ['1', '2', '3', why], 'PUT /guilds/1/members/2/roles/3', why],
    ['removeMemberRole', ['1', '2', '3', why], 'DELETE /guilds/1/members/2/roles/3', why],
    ['kickMember', ['1', '2', why], 'DELETE /guilds/1/members/2', why],
  ]);
});

describe('members, iterated', () => {
  const members = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ user: { id: String(from + index) } }));

  it('come in pages of 1,000, each after the last member of the one before', async () => {
    const rest = new RecordingRequester(members(1, 1_000), members(1_001, 1));
    expect(await collect(guildMemberMethods(rest).members('1', {}, brief))).toHaveLength(1_001);
    expect(rest.calls).toEqual([
      ['GET /guilds/1/members', { ...brief, query: { limit: 1_000, after: '0' } }],
      ['GET /guilds/1/members', { ...brief, query: { limit: 1_000, after: '1000' } }],
    ]);
  });

  it('are as many as `limit` says in all', async () => {
    const rest = new RecordingRequester(members(1, 1_000), members(1_001, 200));
    expect(await collect(guildMemberMethods(rest).members('1', { limit: 1_200 }))).toHaveLength(1_200);
    expect(rest.calls.at(-1)).toEqual(['GET /guilds/1/members', { query: { limit: 200, after: '1000' } }]);
  });

  it('are not fetched before somebody wants them', () => {
    const rest = new RecordingRequester();
    guildMemberMethods(rest).members('1');
    expect(rest.calls).toEqual([]);
  });
});
