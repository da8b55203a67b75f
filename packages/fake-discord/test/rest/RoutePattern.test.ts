import { describe, expect, it } from '@jest/globals';
import { RoutePattern } from '../../src/rest/RoutePattern.js';

const means = (pattern: string, request: string): boolean => {
  const [method = '', path = ''] = request.split(' ');
  return new RoutePattern(pattern).matches({ method, path });
};

describe('the text of a route', () => {
  it.each([
    ['POST /channels/:id/messages', 'POST /channels/1/messages'],
    ['POST /channels/1/messages', 'POST /channels/1/messages'],
    ['* /channels/:id', 'DELETE /channels/1'],
    ['/channels/:id', 'PATCH /channels/1'],
    ['GET *', 'GET /users/@me'],
    ['GET', 'GET /users/@me'],
    ['*', 'PUT /anything'],
    ['GET /users/*', 'GET /users/@me'],
    ['PUT /channels/:id/messages/:id/reactions/👍/@me', 'PUT /channels/1/messages/2/reactions/%F0%9F%91%8D/%40me'],
    ['POST /webhooks/:id/:token', 'POST /webhooks/1/a.b-c'],
  ])('"%s" means %s', (pattern, request) => {
    expect(means(pattern, request)).toBe(true);
  });

  it.each([
    ['POST /channels/:id/messages', 'GET /channels/1/messages'],
    ['POST /channels/2/messages', 'POST /channels/1/messages'],
    ['POST /channels/:id/messages', 'POST /channels/1/messages/2'],
    ['GET /users/:id', 'GET /users/@me'],
    ['GET *', 'POST /users/@me/channels'],
  ])('"%s" does not mean %s', (pattern, request) => {
    expect(means(pattern, request)).toBe(false);
  });

  it.each([
    ['POST /channel/:id/messages', '"POST /channel/:id/messages" is no route of Discord.'],
    ['POST /channels/:id/message', '"POST /channels/:id/message" is no route of Discord.'],
    ['PUT /channels/:id', '"PUT /channels/:id" is no route of Discord, though its path exists.'],
    ['HEAD /gateway', '"HEAD /gateway" has the method HEAD, which Discord does not use.'],
    ['post /channels/:id', '"post /channels/:id" is not a route.'],
    ['GET channels', '"GET channels" is not a route.'],
  ])('"%s" is refused, since it would never be met', (pattern, message) => {
    expect(() => new RoutePattern(pattern)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining(message) }),
    );
  });
});
