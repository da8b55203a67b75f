import { describe, expect, it } from '@jest/globals';
import { webhookMethods } from '../../../src/endpoints/webhooks/webhook.js';
import { RecordingRequester } from '../RecordingRequester.js';

describe('the methods of a webhook', () => {
  it('lead to their routes, with the bot’s token', async () => {
    const rest = new RecordingRequester();
    const webhooks = webhookMethods(rest);
    await webhooks.create('1', { name: 'News' }, { reason: 'news' });
    await webhooks.channelWebhooks('1');
    await webhooks.guildWebhooks('2');
    await webhooks.get('3');
    await webhooks.edit('3', { channel_id: '4' }, { reason: 'moved' });
    await webhooks.delete('3', { reason: 'old' });
    expect(rest.calls).toEqual([
      ['POST /channels/1/webhooks', { body: { name: 'News' }, reason: 'news' }],
      ['GET /channels/1/webhooks'],
      ['GET /guilds/2/webhooks'],
      ['GET /webhooks/3'],
      ['PATCH /webhooks/3', { body: { channel_id: '4' }, reason: 'moved' }],
      ['DELETE /webhooks/3', { reason: 'old' }],
    ]);
  });

  it('lead to their routes, with the webhook’s own token', async () => {
    const rest = new RecordingRequester();
    const webhooks = webhookMethods(rest);
    await webhooks.getWithToken('3', 'abc');
    await webhooks.editWithToken('3', 'abc', { name: 'News' });
    await webhooks.deleteWithToken('3', 'abc');
    expect(rest.calls).toEqual([
      ['GET /webhooks/3/abc'],
      ['PATCH /webhooks/3/abc', { body: { name: 'News' } }],
      ['DELETE /webhooks/3/abc'],
    ]);
  });

  it('refuse wrong ids and tokens before anything is sent, and show no token (Y-03)', async () => {
    const rest = new RecordingRequester();
    const webhooks = webhookMethods(rest);
    await expect(webhooks.get('3/abc')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(webhooks.getWithToken('3', '../4')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(webhooks.deleteWithToken('3', 'secret/..')).rejects.toMatchObject({
      message: expect.not.stringContaining('secret'),
    });
    expect(rest.calls).toEqual([]);
  });
});
