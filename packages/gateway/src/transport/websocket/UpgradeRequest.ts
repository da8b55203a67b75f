import { OptionsError } from '@aplomb/base';
import { randomBytes } from 'node:crypto';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isIP } from 'node:net';

const KEY_BYTES = 16;

/**
 * What is asked of a server that is to become the other end of a web socket.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6455#section-4.1 | RFC 6455, section 4.1}
 */
export class UpgradeRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** The host's name or address, IPv6 without its brackets. */
  readonly host: string;
  readonly isSecure: boolean;
  /** What the server has to prove that it has read. */
  readonly key: string;
  readonly path: string;
  readonly port: number;

  /**
   * @throws {@link OptionsError} `INVALID_OPTION` when the URL is of another scheme
   * @throws what Node says of a URL or a header that cannot be
   */
  constructor(url: string, headers: Readonly<Record<string, string>>) {
    const { hostname, host, pathname, port, protocol, search } = new URL(url);
    this.isSecure = protocol === 'wss:';
    if (!this.isSecure && protocol !== 'ws:') throw noWebSocket(protocol);
    this.host = hostname.replace(/^\[(.*)\]$/, '$1');
    this.port = port === '' ? (this.isSecure ? 443 : 80) : Number(port);
    this.path = pathname + search;
    this.key = randomBytes(KEY_BYTES).toString('base64');
    this.headers = mergeHeaders({ Host: host }, headers, upgradeHeaders(this.key));
    for (const [name, value] of Object.entries(this.headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  }

  /** The name that a certificate has to be for. An address is no name. */
  get serverName(): string {
    return isIP(this.host) === 0 ? this.host : '';
  }

  /** As it goes over the wire. */
  get text(): string {
    const lines = Object.entries(this.headers).map(([name, value]) => `${name}: ${value}`);
    return [`GET ${this.path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
  }
}

function noWebSocket(protocol: string): OptionsError {
  return new OptionsError('INVALID_OPTION', {
    what: `"${protocol}" is no scheme of web sockets.`,
    cure: 'Give a URL that begins with wss:// or ws://.',
  });
}

/** Names differ by more than their case; of two that do not, the later one stays. */
function mergeHeaders(...all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const byName = new Map<string, readonly [string, string]>();
  for (const header of all.flatMap((headers) => Object.entries(headers))) byName.set(header[0].toLowerCase(), header);
  return Object.fromEntries(byName.values());
}

function upgradeHeaders(key: string): Record<string, string> {
  return { Connection: 'Upgrade', 'Sec-WebSocket-Key': key, 'Sec-WebSocket-Version': '13', Upgrade: 'websocket' };
}
