import { describe, expect, it } from '@jest/globals';
import { redactedPath } from '../src/redactedPath.js';

describe('Y-01 a path that is shown', () => {
  it.each([
    ['/webhooks/1/secret', '/webhooks/1/:token'],
    ['/webhooks/1/secret/messages/@original', '/webhooks/1/:token/messages/@original'],
    ['/interactions/1/secret/callback', '/interactions/1/:token/callback'],
    ['https://discord.com/api/webhooks/1/secret?wait=true', 'https://discord.com/api/webhooks/1/:token?wait=true'],
    ['WEBHOOKS/1/secret', 'WEBHOOKS/1/:token'],
  ])('shows %s as %s', (path, shown) => {
    expect(redactedPath(path)).toBe(shown);
  });

  it.each(['/webhooks/1', '/channels/1/webhooks', '/users/@me', '/applications/1/guilds/2/commands'])('leaves %s as it is', (path) => {
    expect(redactedPath(path)).toBe(path);
  });
});
