import { describe, expect, it } from '@jest/globals';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { channelEndpoints } from '../../src/endpoints/channels.js';
import { interactionEndpoints } from '../../src/endpoints/interactions.js';
import { mentionDefaults } from '../../src/endpoints/mentions.js';
import { webhookEndpoints } from '../../src/endpoints/webhooks.js';
import { RecordingRequester } from './RecordingRequester.js';

const allowed = { parse: ['users'], replied_user: true };
const content = '@everyone <@&1> <@2>';

describe('the default of allowed mentions', () => {
  it.each([undefined, null])('stands in for %p, which Discord would read as everybody', (silence) => {
    const body = mentionDefaults(new RecordingRequester())({ content, allowed_mentions: silence });
    expect(body).toEqual({ content, allowed_mentions: allowed });
  });

  it('gives way to what the message says itself', () => {
    const body = mentionDefaults(new RecordingRequester())({ content, allowed_mentions: { parse: [] } });
    expect(body).toEqual({ content, allowed_mentions: { parse: [] } });
  });

  it('leaves the caller’s own body alone', () => {
    const body: RESTPostAPIChannelMessageJSONBody = { content };
    mentionDefaults(new RecordingRequester())(body);
    expect(body).toEqual({ content });
  });

  it('is read with the first message, since the endpoints are made before their Rest is', () => {
    const rest = { makeNonce: () => '', request: async () => undefined as never, allowedMentions: {} };
    const restrained = mentionDefaults(rest);
    rest.allowedMentions = { parse: ['roles'] };
    expect(restrained({ allowed_mentions: null })).toEqual({ allowed_mentions: { parse: ['roles'] } });
  });
});

describe('Y-05 mention injection: every route with a message in it', () => {
  const rest = new RecordingRequester();
  const [channels, interactions, webhooks] = [channelEndpoints(rest), interactionEndpoints(rest), webhookEndpoints(rest)];

  it.each([
    ['POST /channels/1/messages', () => channels.createMessage('1', { content }), 'body'],
    ['PATCH /channels/1/messages/2', () => channels.editMessage('1', '2', { content }), 'body'],
    ['POST /channels/1/threads', () => channels.createForumPost('1', { name: 'Chess', message: { content } }), 'message'],
    ['POST /webhooks/1/abc', () => webhooks.execute('1', 'abc', { content }), 'body'],
    ['PATCH /webhooks/1/abc/messages/2', () => webhooks.editMessage('1', 'abc', '2', { content }), 'body'],
    ['POST /interactions/1/abc/callback', () => interactions.createResponse('1', 'abc', { type: 4, data: { content } }), 'data'],
    ['POST /interactions/1/abc/callback', () => interactions.createResponse('1', 'abc', { type: 7, data: { content } }), 'data'],
    ['POST /webhooks/1/abc', () => interactions.createFollowup('1', 'abc', { content }), 'body'],
    ['PATCH /webhooks/1/abc/messages/2', () => interactions.editFollowup('1', 'abc', '2', { content }), 'body'],
    ['PATCH /webhooks/1/abc/messages/@original', () => interactions.editOriginalResponse('1', 'abc', { content }), 'body'],
  ])('%s carries them', async (route, send, place) => {
    await send();
    const [call, options] = rest.calls.at(-1)!;
    const body = options?.body as Readonly<Record<string, unknown>>;
    expect(call).toBe(route);
    expect(place === 'body' ? body : body[place]).toMatchObject({ content, allowed_mentions: allowed });
  });
});
