import { once } from 'node:events';
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { WebSocket } from 'ws';
import type { GatewayServer } from '../../src/gateway/GatewayServer.js';

export interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/** A gateway client with no mind of its own: it records what comes and sends what it is told. */
export class RawClient {
  readonly payloads: Payload[] = [];
  readonly messages: { readonly bytes: Buffer; readonly isBinary: boolean }[] = [];
  pings = 0;
  closeCode: number | null = null;
  readonly socket: WebSocket;
  private readonly inflate: ((bytes: Buffer) => void) | null;
  private changed: (() => void)[] = [];

  constructor(url: string, query = 'v=10&encoding=json') {
    this.socket = new WebSocket(`${url}/?${query}`, { perMessageDeflate: false });
    this.inflate = inflater(query, (text) => {
      this.take(text);
    });
    this.socket.on('message', (data: Buffer, isBinary) => {
      this.messages.push({ bytes: data, isBinary });
      if (!isBinary) this.take(data.toString());
      else if (this.inflate !== null) this.inflate(data);
      else this.take(zlib.inflateSync(data).toString());
    });
    this.socket.on('ping', () => {
      this.pings += 1;
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
      this.notify();
    });
    this.socket.on('error', () => {
      this.notify();
    });
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  identify(token: string, extra: Readonly<Record<string, unknown>> = {}): void {
    this.send(2, { token, intents: 53_608_447, properties: { os: 'linux', browser: 'raw', device: 'raw' }, ...extra });
  }

  /** Resolves with the first payload that fits, past or to come. */
  async payload(fits: (payload: Payload) => boolean): Promise<Payload> {
    for (;;) {
      const found = this.payloads.find(fits);
      if (found !== undefined) return found;
      await this.change();
    }
  }

  async op(op: number): Promise<Payload> {
    return this.payload((payload) => payload.op === op);
  }

  async event(t: string): Promise<Payload> {
    return this.payload((payload) => payload.t === t);
  }

  async closed(): Promise<number> {
    while (this.closeCode === null) await this.change();
    return this.closeCode;
  }

  async change(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.changed.push(resolve);
    });
  }

  destroy(): void {
    this.socket.terminate();
  }

  private take(text: string): void {
    let payload: Payload;
    try {
      payload = JSON.parse(text) as Payload;
    } catch {
      payload = { op: -1, t: null, s: null, d: text };
    }
    this.payloads.push(payload);
    this.notify();
  }

  private notify(): void {
    for (const resolve of this.changed.splice(0)) resolve();
  }
}

/** Connects and identifies; resolves when READY is there. */
export async function readyClient(
  gateway: GatewayServer,
  token: string,
  extra: Readonly<Record<string, unknown>> = {},
  query?: string,
): Promise<RawClient> {
  const client = new RawClient(gateway.url, query);
  await once(client.socket, 'open');
  await client.op(10);
  client.identify(token, extra);
  await client.event('READY');
  return client;
}

/** Splits a decompressed stream into payloads: raw JSON follows raw JSON, each flushed, so every chunk that parses is one. */
function inflater(query: string, take: (text: string) => void): ((bytes: Buffer) => void) | null {
  const modern = zlib as typeof zlib & { createZstdDecompress?: () => Transform };
  const zstd = query.includes('zstd-stream') ? modern.createZstdDecompress?.() : undefined;
  const stream: Transform | undefined = zstd ?? (query.includes('zlib-stream') ? zlib.createInflate({ chunkSize: 1 << 20 }) : undefined);
  if (stream === undefined) return null;
  let pending = '';
  stream.on('data', (chunk: Buffer) => {
    pending += chunk.toString();
    try {
      JSON.parse(pending);
    } catch {
      return;
    }
    take(pending);
    pending = '';
  });
  stream.on('error', (error: Error) => {
    take(JSON.stringify({ op: -2, t: null, s: null, d: error.message }));
  });
  return (bytes) => {
    stream.write(bytes);
  };
}
