import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeDiscord } from '../../src/index.js';
import { request } from '../TestBot.js';

/** What came to the endpoint. */
export interface Incoming {
  readonly data: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly token: string;
  readonly type: number;
}

/** What the endpoint says: JSON with 200, or anything else. */
export interface Outgoing {
  readonly body?: Buffer | object | string;
  readonly contentType?: string;
  readonly status?: number;
}

/** A bot with a plain HTTP endpoint: it checks signatures, answers PINGs, and hands the rest to one function. */
export class HttpBot {
  readonly came: Incoming[] = [];
  isCareless = false;
  onInteraction: (interaction: Incoming) => Outgoing | Promise<Outgoing> = () => ({ body: { type: 4, data: { content: 'hello' } } });
  onPing: () => Outgoing = () => ({ body: { type: 1 } });
  refused = 0;

  private readonly key: KeyObject;
  private readonly server: Server;

  private constructor(server: Server, verifyKey: string) {
    this.server = server;
    const x = Buffer.from(verifyKey, 'hex').toString('base64url');
    this.key = createPublicKey({ key: { crv: 'Ed25519', kty: 'OKP', x }, format: 'jwk' });
    server.on('request', (incoming, response) => void this.serve(incoming, response));
  }

  static async start({ application }: FakeDiscord): Promise<HttpBot> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new HttpBot(server, application.verify_key);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/interactions`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const isTrusted = this.isCareless || this.isSigned(incoming, body);
    this.write(
      response,
      isTrusted ? await this.answer(JSON.parse(body.toString()) as Incoming) : { status: 401, body: 'invalid request signature' },
    );
  }

  private answer(interaction: Incoming): Outgoing | Promise<Outgoing> {
    if (interaction.type === 1) return this.onPing();
    this.came.push(interaction);
    return this.onInteraction(interaction);
  }

  private isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
    const signature = Buffer.from(String(headers['x-signature-ed25519']), 'hex');
    const isRight = verify(null, Buffer.concat([Buffer.from(String(headers['x-signature-timestamp'])), body]), this.key, signature);
    if (!isRight) this.refused += 1;
    return isRight;
  }

  private write(response: ServerResponse, { body, contentType = 'application/json', status = 200 }: Outgoing): void {
    if (body !== undefined) response.setHeader('content-type', contentType);
    response.writeHead(status).end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  }
}

/** Answers over REST, as a bot of the gateway does. */
export function callBack(discord: FakeDiscord, { id, token }: Incoming, body: object): Promise<unknown> {
  return request(discord, 'POST', `/interactions/${id}/${token}/callback`, body);
}
