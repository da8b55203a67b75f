import { describe, expect, it } from '@jest/globals';
import { Router, route } from '../../src/rest/Router.js';

const router = new Router(
  ['GET /users/@me', 'GET /users/:userId', 'PUT /a/:emoji/@me'].map((signature) => route(signature, () => ({ status: 200 }))),
);

describe('a router', () => {
  it('prefers the route that was given first', () => {
    expect([router.find('GET', '/users/@me')?.route.path, router.find('GET', '/users/1')?.route.path]).toEqual([
      '/users/@me',
      '/users/:userId',
    ]);
  });

  it('decodes parameters, and fixed parts that were encoded', () => {
    expect(router.find('PUT', '/a/%F0%9F%91%8D/%40me')?.params).toEqual({ emoji: '👍' });
  });

  it('leaves a broken escape as it is', () => {
    expect(router.find('PUT', '/a/%F0%9F/@me')?.params).toEqual({ emoji: '%F0%9F' });
  });

  it.each([
    ['POST', '/users/1'],
    ['GET', '/users'],
    ['GET', '/users/1/2'],
    ['GET', '/users/1/'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(router.find(method, path)).toBeUndefined();
  });
});
