import { describe, expect, it } from '@jest/globals';
import { partnerSdkEndpoints } from '../../src/endpoints/partnerSdk.js';
import { RecordingRequester } from './RecordingRequester.js';

const account = { client_id: '1', external_auth_token: 'ticket', external_auth_type: 'STEAM_SESSION_TICKET' } as const;

describe('the partner SDK endpoints', () => {
  it('send the bot’s token only where it is the bot that asks', async () => {
    const rest = new RecordingRequester();
    const partnerSdk = partnerSdkEndpoints(rest);
    await partnerSdk.token(account);
    await partnerSdk.tokenAsBot({ external_user_id: 'alice' });
    await partnerSdk.unmergeProvisionalAccount(account);
    await partnerSdk.unmergeProvisionalAccountAsBot({ external_user_id: 'alice' });
    expect(rest.calls).toEqual([
      ['POST /partner-sdk/token', { authorized: false, body: account }],
      ['POST /partner-sdk/token/bot', { body: { external_user_id: 'alice' } }],
      ['POST /partner-sdk/provisional-accounts/unmerge', { authorized: false, body: account }],
      ['POST /partner-sdk/provisional-accounts/unmerge/bot', { body: { external_user_id: 'alice' } }],
    ]);
  });

  it('replace the moderation metadata of a message between two users', async () => {
    const rest = new RecordingRequester();
    await partnerSdkEndpoints(rest).setModerationMetadata('1', '2', '3', { verdict: 'fine' });
    expect(rest.calls).toEqual([['PUT /partner-sdk/dms/1/2/messages/3/moderation-metadata', { body: { verdict: 'fine' } }]]);
  });
});
