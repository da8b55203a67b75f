import { describe, expect, it } from '@jest/globals';
import { lobbyEndpoints } from '../../src/endpoints/lobbies.js';
import { RecordingRequester } from './RecordingRequester.js';

function given() {
  const rest = new RecordingRequester();
  return { rest, lobbies: lobbyEndpoints(rest) };
}

describe('the lobby endpoints', () => {
  it('lead to the routes of a lobby, always with a body where Discord wants one', async () => {
    const { rest, lobbies } = given();
    await lobbies.create();
    await lobbies.createOrJoin({ secret: 'abc' });
    await lobbies.get('1');
    await lobbies.edit('1', { idle_timeout_seconds: 60 });
    await lobbies.linkChannel('1', { channel_id: '2' });
    await lobbies.linkChannel('1');
    await lobbies.delete('1');
    expect(rest.calls).toEqual([
      ['POST /lobbies', { body: {} }],
      ['PUT /lobbies', { body: { secret: 'abc' } }],
      ['GET /lobbies/1'],
      ['PATCH /lobbies/1', { body: { idle_timeout_seconds: 60 } }],
      ['PATCH /lobbies/1/channel-linking', { body: { channel_id: '2' } }],
      ['PATCH /lobbies/1/channel-linking', { body: {} }],
      ['DELETE /lobbies/1'],
    ]);
  });

  it('lead to the routes of its members', async () => {
    const { rest, lobbies } = given();
    await lobbies.setMember('1', '2');
    await lobbies.setMember('1', '2', { additional_name: 'Knight' });
    await lobbies.bulkUpdateMembers('1', [{ id: '2', remove_member: true }]);
    await lobbies.removeMember('1', '2');
    await lobbies.leave('1');
    await lobbies.createInvite('1', '2');
    await lobbies.createOwnInvite('1');
    expect(rest.calls).toEqual([
      ['PUT /lobbies/1/members/2', { body: {} }],
      ['PUT /lobbies/1/members/2', { body: { additional_name: 'Knight' } }],
      ['POST /lobbies/1/members/bulk', { body: [{ id: '2', remove_member: true }] }],
      ['DELETE /lobbies/1/members/2'],
      ['DELETE /lobbies/1/members/@me'],
      ['POST /lobbies/1/members/2/invites'],
      ['POST /lobbies/1/members/@me/invites'],
    ]);
  });

  it('lead to the routes of its messages', async () => {
    const { rest, lobbies } = given();
    await lobbies.messages('1', { limit: 200 });
    await lobbies.createMessage('1', { content: 'Hi' });
    await lobbies.setModerationMetadata('1', '3', { verdict: 'fine' });
    expect(rest.calls).toEqual([
      ['GET /lobbies/1/messages', { query: { limit: 200 } }],
      ['POST /lobbies/1/messages', { body: { content: 'Hi' } }],
      ['PUT /lobbies/1/messages/3/moderation-metadata', { body: { verdict: 'fine' } }],
    ]);
  });

  it('refuse what is no id before anything is sent (Y-03)', async () => {
    const { rest, lobbies } = given();
    await expect(lobbies.get('..')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(lobbies.removeMember('1', '@me')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});
