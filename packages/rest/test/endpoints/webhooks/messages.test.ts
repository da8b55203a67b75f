import { describe, expect, it } from '@jest/globals';
import { webhookMessageMethods } from '../../../src/endpoints/webhooks/messages.js';
import { RecordingRequester } from '../RecordingRequester.js';

const allowed_mentions = { parse: ['users'], replied_user: true };

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, webhooks: webhookMessageMethods(rest) };
}

describe('a webhook', () => {
  it('sends a message, and answers with it if it shall wait for it', async () => {
    const { rest, webhooks } = given(undefined, { id: '9' });
    const files = [Buffer.from('x')];
    await expect(webhooks.execute('1', 'abc', { content: 'Hi' }, { files })).resolves.toBeUndefined();
    const message = await webhooks.execute('1', 'abc', { content: 'Hi' }, { query: { wait: true, thread_id: '2', with_components: true } });
    expect(message.id).toBe('9');
    expect(rest.calls).toEqual([
      ['POST /webhooks/1/abc', { body: { content: 'Hi', allowed_mentions }, files }],
      ['POST /webhooks/1/abc', { body: { content: 'Hi', allowed_mentions }, query: { wait: true, thread_id: '2', with_components: true } }],
    ]);
  });

  it('sends what Slack and GitHub send as it is, and does not read the answer as JSON', async () => {
    const { rest, webhooks } = given('ok');
    await expect(webhooks.executeSlack('1', 'abc', { text: 'Hi' }, { query: { thread_id: '2' } })).resolves.toBeUndefined();
    await webhooks.executeGitHub('1', 'abc', { ref: 'main' }, { query: { wait: false } });
    expect(rest.calls).toEqual([
      ['POST /webhooks/1/abc/slack', { answerAs: 'text', body: { text: 'Hi' }, query: { thread_id: '2' } }],
      ['POST /webhooks/1/abc/github', { answerAs: 'text', body: { ref: 'main' }, query: { wait: false } }],
    ]);
  });

  it('reads, edits and deletes what it has sent, also in threads', async () => {
    const { rest, webhooks } = given();
    await webhooks.message('1', 'abc', '3', { thread_id: '2' });
    await webhooks.editMessage('1', 'abc', '3', { content: 'Ho' }, { query: { thread_id: '2', with_components: true } });
    await webhooks.deleteMessage('1', 'abc', '3', { thread_id: '2' });
    expect(rest.calls).toEqual([
      ['GET /webhooks/1/abc/messages/3', { query: { thread_id: '2' } }],
      ['PATCH /webhooks/1/abc/messages/3', { body: { content: 'Ho', allowed_mentions }, query: { thread_id: '2', with_components: true } }],
      ['DELETE /webhooks/1/abc/messages/3', { query: { thread_id: '2' } }],
    ]);
  });

  it('does not call with a wrong id or token (Y-03)', async () => {
    const { rest, webhooks } = given();
    await expect(webhooks.execute('..', 'abc', { content: 'Hi' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(webhooks.executeSlack('1', 'a/b', { text: 'Hi' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(webhooks.deleteMessage('1', 'abc', '@all')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});
