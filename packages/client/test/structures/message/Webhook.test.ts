import { describe, expect, it } from '@jest/globals';
import { answeringHome, itDoes } from '../deeds.js';
import { home } from '../home.js';
import { readings, untold } from '../readings.js';
import { WEBHOOK } from '../samples.js';

const TOKEN = WEBHOOK.token;

describe('a webhook', () => {
  const webhook = home().views.webhook(WEBHOOK);

  it('tells every field of its payload', () => {
    expect(untold(webhook, WEBHOOK)).toEqual([]);
    expect(readings(webhook)).toEqual({
      ...{ id: '110', type: 1, name: 'Crier', avatar: 'abc', token: TOKEN, url: WEBHOOK.url, applicationId: null, user: 'User 9' },
      ...{ guildId: '1', channelId: '2', channel: 'TextChannel 2', createdAt: '2015-01-01T00:00:00.000Z' },
      ...{ sourceGuild: { id: '1', name: 'Home', icon: null }, sourceChannel: { id: '2', name: 'general' } },
    });
    expect(webhook.avatarUrl()).toBe('https://cdn.discordapp.com/avatars/110/abc.webp');
  });

  it('has no URL without its token, and no channel where it belongs to an application', () => {
    const own = home().views.webhook({ id: '110', type: 3, name: null, avatar: null, channel_id: null, application_id: '8' });
    expect(readings(own)).toMatchObject({ token: null, url: null, channel: null, user: null, guildId: null, sourceGuild: null });
    expect(own.avatarUrl()).toBeNull();
  });
});

describe('a webhook whose token is known', () => {
  const file = new Uint8Array([1]);
  itDoes(({ views }) => views.webhookHandle({ id: '110', token: TOKEN }), {
    'is fetched': [(one) => one.fetch(), ['webhooks.getWithToken', '110', TOKEN], 'Webhook'],
    'is renamed': [(one) => one.edit({ name: 'New' }), ['webhooks.editWithToken', '110', TOKEN, { name: 'New' }], 'Webhook'],
    'is moved, which takes permissions': [
      (one) => one.edit({ channelId: '15' }),
      ['webhooks.edit', '110', { channel_id: '15' }],
      'Webhook',
    ],
    'is deleted': [(one) => one.delete({ reason: 'Old' }), ['webhooks.deleteWithToken', '110', TOKEN, { reason: 'Old' }]],
    'sends a text': [(one) => one.send('hi'), ['webhooks.execute', '110', TOKEN, { content: 'hi' }, { query: { wait: true } }], 'Message'],
    'sends under another name': [
      (one) => one.send({ content: 'hi', files: [file] }, { username: 'Mayor', avatarUrl: 'https://a', threadId: '20', timeoutMs: 5 }),
      [
        ...['webhooks.execute', '110', TOKEN],
        { content: 'hi', username: 'Mayor', avatar_url: 'https://a' },
        { files: [file], timeoutMs: 5, query: { wait: true, thread_id: '20' } },
      ] as never,
      'Message',
    ],
    'sends a post': [
      (one) => one.send('hi', { threadName: 'Post', appliedTags: ['61'] }),
      ['webhooks.execute', '110', TOKEN, { content: 'hi', thread_name: 'Post', applied_tags: ['61'] }, { query: { wait: true } }],
      'Message',
    ],
    'sends components': [
      (one) => one.send({ components: ['Hi'] }),
      [
        ...['webhooks.execute', '110', TOKEN],
        { components: [{ type: 10, content: 'Hi' }], flags: 1 << 15 },
        { query: { wait: true, with_components: true } },
      ] as never,
      'Message',
    ],
    'finds what it has sent': [
      (one) => one.fetchMessage('3', { threadId: '20' }),
      ['webhooks.message', '110', TOKEN, '3', { thread_id: '20' }, {}],
      'Message',
    ],
    'edits what it has sent': [
      (one) => one.editMessage('3', 'new', { threadId: '20' }),
      ['webhooks.editMessage', '110', TOKEN, '3', { content: 'new' }, { query: { thread_id: '20' } }],
      'Message',
    ],
    'deletes what it has sent': [(one) => one.deleteMessage('3'), ['webhooks.deleteMessage', '110', TOKEN, '3', {}, {}]],
  });
});

describe('a webhook whose token is not known', () => {
  itDoes(({ views }) => views.webhookHandle({ id: '110' }), {
    'is fetched': [(one) => one.fetch(), ['webhooks.get', '110'], 'Webhook'],
    'is renamed': [
      (one) => one.edit({ name: 'New' }, { reason: 'Old' }),
      ['webhooks.edit', '110', { name: 'New' }, { reason: 'Old' }],
      'Webhook',
    ],
    'is deleted': [(one) => one.delete(), ['webhooks.delete', '110']],
  });

  it('sends nothing', async () => {
    const { calls, views } = answeringHome();
    const webhook = views.webhookHandle({ id: '110' });
    const sends = [webhook.send('hi'), webhook.fetchMessage('3'), webhook.editMessage('3', 'a'), webhook.deleteMessage('3')];
    for (const sent of sends) await expect(sent).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(calls).toEqual([]);
  });
});
