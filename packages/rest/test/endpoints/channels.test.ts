import { describe, expect, it } from '@jest/globals';
import { channelEndpoints } from '../../src/endpoints/channels.js';
import type { RequestOptions } from '../../src/RestRequest.js';

type Seen = readonly [method: string, path: string, options: RequestOptions | undefined];

function recording() {
  const seen: Seen[] = [];
  const request = async <T>(method: string, path: string, options?: RequestOptions) => {
    seen.push([method, path, options]);
    return undefined as T;
  };
  return {
    seen,
    channels: channelEndpoints({ allowedMentions: {}, makeNonce: () => 'nonce', request }, { parse: ['users'], repliedUser: true }),
  };
}

const allowed = { parse: ['users'], replied_user: true };

describe('Y-05 mention injection: a message', () => {
  it('pings nobody but users unless it says otherwise, also when edited', async () => {
    const { channels, seen } = recording();
    await channels.createMessage('1', { content: '@everyone' });
    await channels.editMessage('1', '2', { content: '@everyone' });
    expect(seen.map(([, , options]) => options?.body)).toEqual([
      { content: '@everyone', allowed_mentions: allowed },
      { content: '@everyone', allowed_mentions: allowed },
    ]);
  });

  it('pings whom its own allowed_mentions names', async () => {
    const { channels, seen } = recording();
    await channels.createMessage('1', { content: '@everyone', allowed_mentions: { parse: [] } });
    expect(seen[0]?.[2]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('does not fall back on Discord’s default when its allowed_mentions is undefined', async () => {
    const { channels, seen } = recording();
    await channels.createMessage('1', { content: '@everyone', allowed_mentions: undefined });
    expect(seen[0]?.[2]?.body).toMatchObject({ allowed_mentions: allowed });
  });
});

describe('the channel endpoints', () => {
  it('lead to their routes', async () => {
    const { channels, seen } = recording();
    await channels.get('1');
    await channels.deleteMessage('1', '2');
    await channels.message('1', '2');
    await channels.messages('1', { limit: 5 });
    await channels.createReaction('1', '2', '👍');
    await channels.deleteOwnReaction('1', '2', 'blob:3');
    await channels.typing('1');
    expect(seen.map(([method, path]) => `${method} ${path}`)).toEqual([
      'GET /channels/1',
      'DELETE /channels/1/messages/2',
      'GET /channels/1/messages/2',
      'GET /channels/1/messages',
      'PUT /channels/1/messages/2/reactions/%F0%9F%91%8D/@me',
      'DELETE /channels/1/messages/2/reactions/blob%3A3/@me',
      'POST /channels/1/typing',
    ]);
    expect(seen[3]?.[2]?.query).toEqual({ limit: 5 });
  });
});
