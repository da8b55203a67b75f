import { createHash } from 'node:crypto';
import { badStatus, type ConnectFailure } from '../connectFailure.js';
import type { HttpResponse } from './ResponseHead.js';

/** Every server adds this to the key, which no server does that is not one for web sockets. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Why this response opens no web socket, or `null` when it does.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-4.1 | RFC 6455, section 4.1}
 */
export function judgeUpgrade({ headers, statusCode }: HttpResponse, key: string, wallMs: number): ConnectFailure | null {
  if (statusCode !== 101) return badStatus({ headers, statusCode }, wallMs);
  if (String(headers['upgrade']).toLowerCase() !== 'websocket') return noUpgrade('names another protocol');
  if (!/(?:^|,)\s*upgrade\s*(?:,|$)/i.test(headers['connection'] ?? '')) return noUpgrade('does not change this connection');
  if (headers['sec-websocket-accept'] !== acceptFor(key)) return noUpgrade('does not answer our key');
  // Nothing of this was asked for.
  if (headers['sec-websocket-extensions'] !== undefined) return noUpgrade('has an extension');
  if (headers['sec-websocket-protocol'] !== undefined) return noUpgrade('has a subprotocol');
  return null;
}

function acceptFor(key: string): string {
  return createHash('sha1')
    .update(key + GUID)
    .digest('base64');
}

function noUpgrade(what: string): ConnectFailure {
  return { type: 'connect-failed', reason: 'other', message: `the upgrade was answered with a 101 that ${what}` };
}
