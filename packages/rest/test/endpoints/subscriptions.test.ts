import { describe, expect, it } from '@jest/globals';
import { subscriptionEndpoints } from '../../src/endpoints/subscriptions.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the subscription endpoints', () => {
  it('list one user’s subscriptions, page after page when iterated', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ id: String(index + 1) }));
    const rest = new RecordingRequester(page, []);
    const ids: string[] = [];
    for await (const { id } of subscriptionEndpoints(rest).list('1', { user_id: '2' })) ids.push(id);
    expect(ids).toHaveLength(100);
    expect(rest.calls).toEqual([
      ['GET /skus/1/subscriptions', { query: { user_id: '2', after: '0', limit: 100 } }],
      ['GET /skus/1/subscriptions', { query: { user_id: '2', after: '100', limit: 100 } }],
    ]);
  });

  it('read one subscription', async () => {
    const rest = new RecordingRequester();
    await subscriptionEndpoints(rest).get('1', '2', { user_id: '3' });
    expect(rest.calls).toEqual([['GET /skus/1/subscriptions/2', { query: { user_id: '3' } }]]);
  });
});
