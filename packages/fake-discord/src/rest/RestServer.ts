import type { IncomingMessage, ServerResponse } from 'node:http';
import { RefusedError } from '../errors.js';
import { plainError } from './RestApi.js';
import type { RestApi } from './RestApi.js';
import { pathWithoutVersion } from './requestChecks.js';
import type { RestInterceptor, RestReply, RestRequest } from './RestRequest.js';

/** Discord's largest request: a message with its files. */
const BODY_MAX_BYTES = 26_214_400;

/** Joins the API to node's HTTP server, and knows when nothing is under way. */
export class RestServer {
  /** How many requests have come in since the start. */
  received = 0;
  /** How many requests are waiting for their answer. */
  inFlight = 0;

  private readonly api: RestApi;
  private readonly interceptors = new Set<RestInterceptor>();
  private readonly waiting = new Set<() => void>();

  constructor(api: RestApi) {
    this.api = api;
  }

  /** Puts a fault before the routes, and returns what takes it back. */
  intercept(interceptor: RestInterceptor): () => void {
    this.interceptors.add(interceptor);
    return () => {
      this.interceptors.delete(interceptor);
    };
  }

  /** Resolves as soon as no request waits for its answer. */
  idle(): Promise<void> {
    if (this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  /** Serves one request of node's HTTP server. It never rejects. */
  async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.received += 1;
    this.inFlight += 1;
    response.once('close', () => {
      this.finish();
    });
    try {
      const reply = await this.answer(incoming);
      if (reply === 'hang up') incoming.socket.destroy();
      else write(response, reply);
    } catch (error) {
      // A fault in this fake, not in the bot: said as loudly as HTTP can.
      write(response, plainError(500, `500: FakeDiscord itself failed: ${String(error)}`));
    }
  }

  private async answer(incoming: IncomingMessage): Promise<RestReply | 'hang up'> {
    const body = await readBody(incoming);
    if (body === null) return { status: 413, body: { message: 'Request entity too large', code: 40005 } };
    const request = readRequest(incoming, body);
    if ('status' in request) return request;
    for (const interceptor of this.interceptors) {
      const reply = await interceptor(request);
      if (reply !== null) return reply;
    }
    return this.api.answer(request);
  }

  private finish(): void {
    this.inFlight -= 1;
    if (this.inFlight > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Too much is still read to its end, and thrown away: whoever sends it hears the answer only then.
    if (size <= BODY_MAX_BYTES) chunks.push(chunk);
  }
  return size <= BODY_MAX_BYTES ? Buffer.concat(chunks) : null;
}

function readRequest(incoming: IncomingMessage, body: Buffer): RestRequest | RestReply {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  try {
    const path = pathWithoutVersion(url.pathname);
    const headers = incoming.headers as RestRequest['headers'];
    return { body, headers, path, method: incoming.method ?? 'GET', query: url.searchParams };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { status: error.refusal.status, body: { message: error.refusal.discordMessage, code: error.refusal.discordCode } };
  }
}

function write(response: ServerResponse, { body, headers, status }: RestReply): void {
  if (response.destroyed || response.headersSent) return;
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers }).end(text);
}
