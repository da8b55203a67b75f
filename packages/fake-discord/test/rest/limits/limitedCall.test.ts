import { describe, expect, it } from '@jest/globals';
import { limitedCall } from '../../../src/rest/limits/limitedCall.js';
import type { RestRequest } from '../../../src/rest/RestRequest.js';
import { Router, route } from '../../../src/rest/Router.js';

const ROUTES = [
  'GET /channels/:channelId/messages/:messageId',
  'GET /guilds/:guildId/members/:userId',
  'GET /users/:userId',
  'POST /webhooks/:webhookId/:webhookToken',
  'GET /webhooks/:webhookId',
  'POST /interactions/:interactionId/:interactionToken/callback',
];
const router = new Router(ROUTES.map((signature) => route(signature, () => ({ status: 200 }))));

function callOf(method: string, path: string, body = '', headers: RestRequest['headers'] = {}): ReturnType<typeof limitedCall> {
  const request = { method, path, headers, body: Buffer.from(body), query: new URLSearchParams() };
  return limitedCall(request, router.find(method, path)!, '42');
}

describe('a call, as limits see it', () => {
  it.each([
    ['GET', '/channels/1/messages/2', '1'],
    ['GET', '/guilds/3/members/4', '3'],
    ['GET', '/users/5', ''],
    ['POST', '/webhooks/6/token', '6/token'],
    ['GET', '/webhooks/6', '6/'],
  ])('%s %s belongs to "%s"', (method, path, major) => {
    expect(callOf(method, path).major).toBe(major);
  });

  it.each([
    ['/interactions/1/token/callback', true],
    ['/webhooks/42/token', true],
    ['/webhooks/43/token', false],
  ])('%s answers an interaction: %p', (path, expected) => {
    expect(callOf('POST', path).isInteraction).toBe(expected);
  });

  it('knows the fields of its body, if it has any', () => {
    const fields = (body: string): readonly string[] => callOf('POST', '/webhooks/1/t', body).fields();
    expect([fields('{"name":"x","topic":null}'), fields('[1]'), fields('{'), fields('')]).toEqual([['name', 'topic'], [], [], []]);
  });

  it('has a token or not', () => {
    expect([callOf('GET', '/users/1').hasToken, callOf('GET', '/users/1', '', { authorization: 'Bot x' }).hasToken]).toEqual([false, true]);
  });
});
