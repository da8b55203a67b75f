import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** An answer to a request. */
export interface Reply {
  readonly body: Buffer | string;
  readonly headers?: OutgoingHttpHeaders;
  readonly status: number;
}

/**
 * What the page may load: its own files, and the web socket of its own origin (which older browsers do not count as `'self'`). Nothing foreign, nothing
 * in line: if a bot's message ever became HTML, its scripts would not run.
 */
function contentPolicy(host: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src 'self' ws://${host}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The headers of every answer. `host` is one that the guard has let pass. */
export function safeHeaders(host: string): OutgoingHttpHeaders {
  return {
    'cache-control': 'no-cache',
    'content-security-policy': contentPolicy(host),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // The token stands in the address.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Writes an answer. Its own headers go before those of every answer. */
export function respond(response: ServerResponse, host: string, { body, headers, status }: Reply): void {
  response.writeHead(status, { ...safeHeaders(host), ...headers });
  response.end(body);
}

/** An answer for people to read. */
export function textReply(status: number, text: string): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}
