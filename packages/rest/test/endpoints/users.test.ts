import { describe, expect, it } from '@jest/globals';
import { userEndpoints } from '../../src/endpoints/users.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the user endpoints', () => {
  it('read and edit the bot’s own user, read others, and leave guilds', async () => {
    const rest = new RecordingRequester();
    const users = userEndpoints(rest);
    await users.me();
    await users.editMe({ username: 'roller' });
    await users.get('1');
    await users.leaveGuild('2');
    await users.connections();
    expect(rest.calls).toEqual([
      ['GET /users/@me'],
      ['PATCH /users/@me', { body: { username: 'roller' } }],
      ['GET /users/1'],
      ['DELETE /users/@me/guilds/2'],
      ['GET /users/@me/connections'],
    ]);
  });

  it('may open a DM twice, since Discord gives the channel that exists, but a group DM only once', async () => {
    const rest = new RecordingRequester();
    await userEndpoints(rest).createDm('1');
    await userEndpoints(rest).createGroupDm({ access_tokens: ['a', 'b'] });
    expect(rest.calls).toEqual([
      ['POST /users/@me/channels', { body: { recipient_id: '1' }, isRepeatable: true }],
      ['POST /users/@me/channels', { body: { access_tokens: ['a', 'b'] } }],
    ]);
  });

  it.each(['abc', '../x', 5, undefined, { recipient_id: '1' }])('is not opened with %p, which is no id', async (userId) => {
    const rest = new RecordingRequester();
    await expect(userEndpoints(rest).createDm(userId as never)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });

  it('list the bot’s guilds 200 at a time', async () => {
    const page = Array.from({ length: 200 }, (_, index) => ({ id: String(index + 1) }));
    const rest = new RecordingRequester(page, [{ id: '201' }]);
    const ids: string[] = [];
    for await (const { id } of userEndpoints(rest).guilds({ with_counts: true })) ids.push(id);
    expect(ids).toHaveLength(201);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { with_counts: true, after: '0', limit: 200 },
      { with_counts: true, after: '200', limit: 200 },
    ]);
  });
});
