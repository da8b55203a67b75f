import { Secret } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { withoutSecrets } from '../../src/transport/withoutSecrets.js';

const authorization = new Secret('Bot MTIz.abc.defg');

describe('Y-01 what came as an answer, without the secrets of the call', () => {
  it('shows no bot token, also of a shape that no token has', () => {
    expect(withoutSecrets('a "Bot MTIz.abc.defg" b MTIz.abc.defg', '/users/@me', authorization)).toBe('a "Bot [redacted]" b [redacted]');
  });

  it.each([
    '/webhooks/1/secret-token',
    '/webhooks/1/secret-token?wait=true',
    '/webhooks/1/secret-token/messages/@original',
    '/interactions/1/secret-token/callback',
  ])('shows no token of the path %s, wherever it stands', (path) => {
    expect(withoutSecrets('{"secret-token":"?t=secret-token"}', path, null)).toBe('{"[redacted]":"?t=[redacted]"}');
  });

  it('leaves alone what is no secret', () => {
    expect(withoutSecrets('channels 10 messages @me', '/channels/10/messages', authorization)).toBe('channels 10 messages @me');
    expect(withoutSecrets('my message', '/webhooks/1/my', null)).toBe('my message');
  });
});
