import { describe, expect, it } from '@jest/globals';
import { gatewayEndpoints } from '../../src/endpoints/gateway.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the gateway endpoints', () => {
  it('lead to their routes; only the address of the gateway needs no token', async () => {
    const rest = new RecordingRequester();
    await gatewayEndpoints(rest).get();
    await gatewayEndpoints(rest).getBot();
    expect(rest.calls).toEqual([['GET /gateway', { authorized: false }], ['GET /gateway/bot']]);
  });
});
