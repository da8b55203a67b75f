import { describe, expect, it } from '@jest/globals';
import { judgeUpgrade } from '../../../src/transport/websocket/judgeUpgrade.js';

// The key and its answer are RFC 6455's own example.
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const GOOD = { upgrade: 'websocket', connection: 'Upgrade', 'sec-websocket-accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' };

const judged = (headers: Record<string, string | undefined>, statusCode = 101) =>
  judgeUpgrade({ headers: { ...GOOD, ...headers }, statusCode }, KEY, 0);

describe('the response to an upgrade', () => {
  it.each([{}, { upgrade: 'WebSocket' }, { connection: 'keep-alive, upgrade' }, { connection: 'UPGRADE' }, { server: 'cloudflare' }])(
    'opens a web socket: %j',
    (headers) => {
      expect(judged(headers)).toBeNull();
    },
  );

  it.each([
    [{ upgrade: undefined }, 'names another protocol'],
    [{ upgrade: 'h2c' }, 'names another protocol'],
    [{ connection: undefined }, 'does not change this connection'],
    [{ connection: 'keep-alive' }, 'does not change this connection'],
    [{ connection: 'no-upgrade' }, 'does not change this connection'],
    [{ 'sec-websocket-accept': undefined }, 'does not answer our key'],
    [{ 'sec-websocket-accept': 'S3PPLMBITXAQ9KYGZZHZRBK+XOO=' }, 'does not answer our key'],
    [{ 'sec-websocket-extensions': 'permessage-deflate' }, 'has an extension'],
    [{ 'sec-websocket-protocol': 'chat' }, 'has a subprotocol'],
  ])('is refused with %j', (headers, what) => {
    expect(judged(headers)).toEqual({
      type: 'connect-failed',
      reason: 'other',
      message: `the upgrade was answered with a 101 that ${what}`,
    });
  });

  it('S-07 upgrade status: is told by its status when it is no 101', () => {
    expect(judged({ 'retry-after': '3' }, 503)).toMatchObject({ reason: 'bad-status', status: 503, retryAfterMs: 3_000 });
  });
});
