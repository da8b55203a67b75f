import { describe, expect, it } from '@jest/globals';
import { channelMethods } from '../../../src/endpoints/channels/channel.js';
import { RecordingRequester } from '../RecordingRequester.js';

function given() {
  const rest = new RecordingRequester();
  return { rest, channels: channelMethods(rest) };
}

describe('the methods of a channel', () => {
  it('lead to their routes, with what the caller said', async () => {
    const { rest, channels } = given();
    await channels.get('1');
    await channels.edit('1', { name: 'general' }, { reason: 'tidying' });
    await channels.delete('1', { reason: 'tidying' });
    await channels.setVoiceStatus('1', { status: null }, { reason: 'over' });
    await channels.follow('1', { webhook_channel_id: '2' }, { reason: 'news' });
    await channels.typing('1', { timeoutMs: 500 });
    expect(rest.calls).toEqual([
      ['GET /channels/1'],
      ['PATCH /channels/1', { body: { name: 'general' }, reason: 'tidying' }],
      ['DELETE /channels/1', { reason: 'tidying' }],
      ['PUT /channels/1/voice-status', { body: { status: null }, reason: 'over' }],
      ['POST /channels/1/followers', { body: { webhook_channel_id: '2' }, reason: 'news' }],
      ['POST /channels/1/typing', { timeoutMs: 500 }],
    ]);
  });

  it('set and take away overwrites and recipients by two ids', async () => {
    const { rest, channels } = given();
    await channels.setPermission('1', '2', { type: 0, allow: '1024' }, { reason: 'open' });
    await channels.deletePermission('1', '2', { reason: 'closed' });
    await channels.addRecipient('1', '3', { access_token: 'abc' });
    await channels.removeRecipient('1', '3');
    expect(rest.calls).toEqual([
      ['PUT /channels/1/permissions/2', { body: { type: 0, allow: '1024' }, reason: 'open' }],
      ['DELETE /channels/1/permissions/2', { reason: 'closed' }],
      ['PUT /channels/1/recipients/3', { body: { access_token: 'abc' } }],
      ['DELETE /channels/1/recipients/3'],
    ]);
  });

  it.each(['..', '1/../2', '1?x', '1#f', '%2e%2e', '1\\2', '', '１'])('refuse %j as an id before anything is sent (Y-03)', async (id) => {
    const { rest, channels } = given();
    await expect(channels.get(id)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(channels.deletePermission('1', id)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});

describe('an invite to a channel', () => {
  it('is made with an empty body when nothing is said, since Discord wants one', async () => {
    const { rest, channels } = given();
    await channels.invites('1');
    await channels.createInvite('1');
    expect(rest.calls).toEqual([['GET /channels/1/invites'], ['POST /channels/1/invites', { body: {} }]]);
  });

  it('takes the file of its target users along as a form', async () => {
    const { rest, channels } = given();
    const targetUsersFile = { data: Buffer.from('1\n2'), name: 'friends.csv' };
    await channels.createInvite('1', { max_age: 0 }, { targetUsersFile, reason: 'party' });
    expect(rest.calls).toEqual([
      ['POST /channels/1/invites', { body: { max_age: 0 }, form: { target_users_file: targetUsersFile }, reason: 'party' }],
    ]);
  });
});
