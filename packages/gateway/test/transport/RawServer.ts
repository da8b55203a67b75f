import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export const CERTIFICATE_FILE = `${__dirname}/../../test-data/self-signed-localhost.pem`;

/** A TCP or TLS server on loopback that knows just enough of RFC 6455 to break it at will. */
export class RawServer {
  readonly sockets = new Set<Socket>();
  private readonly isSecure: boolean;
  private readonly server: Server;

  private constructor(isSecure: boolean) {
    this.isSecure = isSecure;
    this.server = isSecure ? secureServer() : createServer({ allowHalfOpen: true });
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  /** Listens, and gives each connection to `serve` with the head of its first request. */
  static async start(serve: (socket: Socket, requestHead: string) => void, { isSecure = false } = {}): Promise<RawServer> {
    const raw = new RawServer(isSecure);
    raw.server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (head) => serve(socket, head.toString('latin1')));
    });
    raw.server.listen(0, '127.0.0.1');
    await once(raw.server, 'listening');
    return raw;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.isSecure ? 'wss' : 'ws'}://127.0.0.1:${this.port}/?v=10&encoding=json`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

function secureServer(): Server {
  const pem = readFileSync(CERTIFICATE_FILE);
  return createTlsServer({ allowHalfOpen: true, cert: pem, key: pem });
}

/** The 101 that answers this request. */
export function switchingProtocols(requestHead: string): Buffer {
  const key = /sec-websocket-key: (\S+)/i.exec(requestHead)?.[1] ?? '';
  const accept = createHash('sha1')
    .update(key + GUID)
    .digest('base64');
  return Buffer.from(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
}

export const Opcode = { Continuation: 0, Text: 1, Binary: 2, Close: 8, Ping: 9, Pong: 10 } as const;

/** One frame as a server sends it; `first` adds bits to the first byte, `isMasked` breaks the rule that a server's frames are not. */
export function frame(opcode: number, payload: Uint8Array | string = '', { isFinal = true, first = 0, isMasked = false } = {}): Buffer {
  const body = Buffer.from(payload);
  const length = lengthBytes(body.length);
  length[0] = (length[0] ?? 0) | (isMasked ? 0x80 : 0);
  return Buffer.concat([Buffer.from([(isFinal ? 0x80 : 0) | first | opcode]), length, isMasked ? Buffer.alloc(4) : Buffer.alloc(0), body]);
}

export function closePayload(code: number, reason = ''): Buffer {
  return Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]);
}

function lengthBytes(length: number): Buffer {
  if (length < 126) return Buffer.from([length]);
  if (length < 65_536) return Buffer.from([126, length >> 8, length & 0xff]);
  const bytes = Buffer.alloc(9);
  bytes[0] = 127;
  bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}
