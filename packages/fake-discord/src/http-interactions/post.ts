import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { readBody } from '../rest/receive.js';

/** What an endpoint answers. */
export interface EndpointReply {
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL is one of this machine: nothing else is ever asked. */
export function isOnThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, protocol } = new URL(url);
  return protocol === 'http:' && LOOPBACK.test(hostname);
}

/** Posts JSON to an endpoint of this machine, and follows it nowhere else. Rejects when no answer comes. */
export function post(url: string, body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<EndpointReply> {
  return new Promise((resolve, reject) => {
    // A connection of its own, so that nothing is left of it.
    const outgoing = request(url, { agent: false, headers: { ...headers, 'content-type': 'application/json' }, method: 'POST', signal });
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      readBody(response).then((bytes) => {
        resolve({ body: bytes ?? Buffer.alloc(0), headers: response.headers, status: response.statusCode ?? 0 });
      }, reject);
    });
    outgoing.end(body);
  });
}
