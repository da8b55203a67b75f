import { describe, expect, it } from '@jest/globals';
import { applicationEndpoints } from '../../src/endpoints/applications.js';
import { gatewayEndpoints } from '../../src/endpoints/gateway.js';
import { userEndpoints } from '../../src/endpoints/users.js';
import type { RequestOptions, Requester } from '../../src/RestRequest.js';

describe('the endpoints about the bot itself', () => {
  it('lead to their routes; only the address of the gateway needs no token', async () => {
    const seen: unknown[] = [];
    const rest: Requester = {
      allowedMentions: {},
      makeNonce: () => 'nonce',
      request: <T>(method: string, path: string, options?: RequestOptions) => {
        seen.push([method, path, options?.authorized]);
        return Promise.resolve(undefined as T);
      },
    };
    await gatewayEndpoints(rest).get();
    await gatewayEndpoints(rest).getBot();
    await userEndpoints(rest).me();
    await applicationEndpoints(rest).me();
    expect(seen).toEqual([
      ['GET', '/gateway', false],
      ['GET', '/gateway/bot', undefined],
      ['GET', '/users/@me', undefined],
      ['GET', '/applications/@me', undefined],
    ]);
  });
});
