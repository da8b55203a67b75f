import { describe, expect, it } from '@jest/globals';
import { threadMemberMethods } from '../../../src/endpoints/channels/threadMembers.js';
import { RecordingRequester } from '../RecordingRequester.js';

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, channels: threadMemberMethods(rest) };
}

const members = (first: number, count: number) => Array.from({ length: count }, (_, index) => ({ user_id: String(first + index) }));

describe('the methods of thread members', () => {
  it('lead to their routes', async () => {
    const { rest, channels } = given();
    await channels.joinThread('1');
    await channels.leaveThread('1');
    await channels.addThreadMember('1', '2');
    await channels.removeThreadMember('1', '2');
    await channels.threadMember('1', '2', { with_member: true });
    await channels.threadMembers('1', { with_member: true, after: '2' });
    expect(rest.calls).toEqual([
      ['PUT /channels/1/thread-members/@me'],
      ['DELETE /channels/1/thread-members/@me'],
      ['PUT /channels/1/thread-members/2'],
      ['DELETE /channels/1/thread-members/2'],
      ['GET /channels/1/thread-members/2', { query: { with_member: true } }],
      ['GET /channels/1/thread-members', { query: { with_member: true, after: '2' } }],
    ]);
  });

  it('do not take `@me` or anything else for a user’s id (Y-03)', async () => {
    const { rest, channels } = given();
    await expect(channels.addThreadMember('1', '@me')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(channels.threadMembers('..')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});

describe('the members of a thread', () => {
  it('are paged through by `after` with their guild’s members', async () => {
    const { rest, channels } = given(members(100, 100), members(200, 1));
    const ids: (string | undefined)[] = [];
    for await (const { user_id: id } of channels.threadMembers('1', { with_member: true })) ids.push(id);
    expect([ids.length, ids.at(-1)]).toEqual([101, '200']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { with_member: true, after: '0', limit: 100 },
      { with_member: true, after: '199', limit: 100 },
    ]);
  });

  it('come once each without them, where Discord does not page and sends all of them every time', async () => {
    const all = members(100, 150);
    const { channels } = given(all, all);
    const ids: (string | undefined)[] = [];
    for await (const { user_id: id } of channels.threadMembers('1')) ids.push(id);
    expect(ids).toHaveLength(150);
    expect(new Set(ids).size).toBe(150);
  });
});
