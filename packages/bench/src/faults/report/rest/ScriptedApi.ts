import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@aplomb/base';

/** One request as the script sees it. */
export interface ScriptedRequest {
  readonly atMs: number;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  /** How many requests came before this one. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
}

/** Says what becomes of a request. It may answer late, in pieces, or cut the connection. */
export type Script = (request: ScriptedRequest, response: ServerResponse) => void;

/** An HTTP server on this machine that does what a script says, and writes down what it was asked. */
export class ScriptedApi {
  readonly requests: ScriptedRequest[] = [];
  /** Requests that have no answer yet. */
  inFlight = 0;
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async start(script: Script): Promise<ScriptedApi> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const api = new ScriptedApi(server);
    server.on('request', (request, response) => {
      void api.serve(request, response, script);
    });
    return api;
  }

  /** What a client takes for `baseUrl`. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/v10`;
  }

  /** The most requests that arrived within any window of this length. */
  peakWithin(windowMs: number): number {
    const times = this.requests.map(({ atMs }) => atMs);
    return Math.max(0, ...times.map((fromMs) => times.filter((atMs) => atMs >= fromMs && atMs < fromMs + windowMs).length));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse, script: Script): Promise<void> {
    const atMs = systemClock.nowMs();
    this.inFlight += 1;
    response.once('close', () => {
      this.inFlight -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { headers, method = '', url = '' } = request;
    const scripted = { atMs, headers, method, path: url, body: Buffer.concat(chunks).toString(), index: this.requests.length };
    this.requests.push(scripted);
    script(scripted, response);
  }
}

/** Answers with JSON, as Discord does, behind the proxy that Discord has. */
export function answerJson(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', via: '1.1 google', ...headers }).end(JSON.stringify(body));
}

/** A message, as far as a client needs one. */
export const MESSAGE = { id: '1100000000000000001', channel_id: '1100000000000000002', content: 'hello' };
