import { describe, expect, it } from '@jest/globals';
import { oauth2Endpoints } from '../../src/endpoints/oauth2.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the OAuth2 endpoints', () => {
  it('lead to their routes; only the public keys need no token', async () => {
    const rest = new RecordingRequester();
    const oauth2 = oauth2Endpoints(rest);
    await oauth2.authorization();
    await oauth2.application();
    await oauth2.publicKeys();
    await oauth2.userInfo();
    expect(rest.calls).toEqual([
      ['GET /oauth2/@me'],
      ['GET /oauth2/applications/@me'],
      ['GET /oauth2/keys', { authorized: false }],
      ['GET /oauth2/userinfo'],
    ]);
  });
});
