import { describe, expect, it } from '@jest/globals';
import { webhookEndpoints } from '../../src/endpoints/webhooks.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the webhook endpoints', () => {
  it('are those of webhooks and of their messages', async () => {
    const rest = new RecordingRequester();
    await webhookEndpoints(rest).get('1');
    await webhookEndpoints(rest).message('1', 'abc', '2');
    expect(rest.calls).toEqual([['GET /webhooks/1'], ['GET /webhooks/1/abc/messages/2']]);
  });
});
