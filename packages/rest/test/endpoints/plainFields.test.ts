import { describe, expect, it } from '@jest/globals';
import { channelEndpoints } from '../../src/endpoints/channels.js';
import { interactionEndpoints } from '../../src/endpoints/interactions.js';
import { plainFields } from '../../src/endpoints/plainFields.js';
import { webhookEndpoints } from '../../src/endpoints/webhooks.js';
import { RecordingRequester } from './RecordingRequester.js';

const rest = new RecordingRequester();
const [channels, interactions, webhooks] = [channelEndpoints(rest), interactionEndpoints(rest), webhookEndpoints(rest)];

describe('the fields of a body', () => {
  it('are its own, or those of its JSON where it is a builder', () => {
    const builder = { data: { content: 'x' }, toJSON: () => ({ content: 'x' }) };
    expect([plainFields({ content: 'x' }, ''), plainFields<object>(builder, '')]).toEqual([{ content: 'x' }, { content: 'x' }]);
  });

  it.each([undefined, null])('are none where the body is %p, since files may go along', (body) => {
    expect(plainFields(body, '')).toEqual({});
  });
});

describe('a body that is no object, where a message is wanted', () => {
  const bodies: readonly unknown[] = ['hi', Buffer.from('hi'), new ArrayBuffer(2), ['hi'], 7, true, new Date(0), Promise.resolve({})];
  const routes: readonly (readonly [name: string, send: (body: never) => Promise<unknown>])[] = [
    ['channels.createMessage', async (body) => channels.createMessage('1', body)],
    ['channels.editMessage', async (body) => channels.editMessage('1', '2', body)],
    ['channels.createForumPost', async (body) => channels.createForumPost('1', body)],
    ['the message of channels.createForumPost', async (message) => channels.createForumPost('1', { name: 'x', message })],
    ['webhooks.execute', async (body) => webhooks.execute('1', 'abc', body)],
    ['webhooks.editMessage', async (body) => webhooks.editMessage('1', 'abc', '2', body)],
    ['interactions.createResponse', async (body) => interactions.createResponse('1', 'abc', body)],
    ['the data of interactions.createResponse', async (data) => interactions.createResponse('1', 'abc', { type: 4, data })],
    ['interactions.createFollowup', async (body) => interactions.createFollowup('1', 'abc', body)],
    ['interactions.editOriginalResponse', async (body) => interactions.editOriginalResponse('1', 'abc', body)],
  ];

  it.each(routes)('is refused before it is spread: %s', async (_, send) => {
    const before = rest.calls.length;
    for (const body of bodies)
      await expect(send(body as never)).rejects.toMatchObject({ code: 'INVALID_BODY', message: expect.stringContaining('content: "…" }') });
    expect(rest.calls).toHaveLength(before);
  });

  it('teaches what to write', async () => {
    await expect(channels.createMessage('1', 'hi' as never)).rejects.toThrow(
      'What was given as the body is "hi"; it has to be an object. Give one with its fields: `{ content: "…" }`.',
    );
  });
});
