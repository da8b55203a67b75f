import { describe, expect, it } from '@jest/globals';
import { inviteEndpoints } from '../../src/endpoints/invites.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the invite endpoints', () => {
  it('lead to their routes', async () => {
    const rest = new RecordingRequester();
    const invites = inviteEndpoints(rest);
    await invites.get('discord-developers', { with_counts: true });
    await invites.delete('abc', { reason: 'leaked' });
    await invites.targetUsersJobStatus('abc');
    expect(rest.calls).toEqual([
      ['GET /invites/discord-developers', { query: { with_counts: true } }],
      ['DELETE /invites/abc', { reason: 'leaked' }],
      ['GET /invites/abc/target-users/job-status'],
    ]);
  });

  it('read target users as text and write them as a file, since both are CSV', async () => {
    const rest = new RecordingRequester('user_id\n1');
    const invites = inviteEndpoints(rest);
    const file = { data: Buffer.from('1\n2'), name: 'friends.csv' };
    await expect(invites.targetUsers('abc')).resolves.toBe('user_id\n1');
    await invites.updateTargetUsers('abc', file);
    expect(rest.calls).toEqual([
      ['GET /invites/abc/target-users', { answerAs: 'text' }],
      ['PUT /invites/abc/target-users', { form: { target_users_file: file } }],
    ]);
  });

  it.each(['..', 'a/b', 'a?b', 'https://discord.gg/abc', '', 'a%2e'])(
    'refuse %j as a code before anything is sent (Y-03)',
    async (code) => {
      const rest = new RecordingRequester();
      await expect(inviteEndpoints(rest).get(code)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
      await expect(inviteEndpoints(rest).targetUsers(code)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
      expect(rest.calls).toEqual([]);
    },
  );
});
