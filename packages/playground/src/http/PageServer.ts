import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { PlaygroundError } from '../errors.js';
import { Guard } from './Guard.js';
import { PageFiles } from './PageFiles.js';
import { receiveUpload } from './receiveUpload.js';
import { isAttachmentPath, relayAttachment } from './relayAttachment.js';
import { respond, textReply } from './respond.js';
import type { Reply } from './respond.js';
import type { Uploads } from './Uploads.js';

/** More than any call needs: a message has 4,000 characters at most. Files come by upload. */
const FRAME_MAX_BYTES = 1 << 18;

/** What the page's server is made of. */
export interface PageServerOptions {
  /** Where attachments are fetched. */
  readonly cdnOrigin: string;
  readonly onSocket: (socket: WebSocket) => void;
  readonly pageFolder: string;
  readonly port: number;
  readonly token: string;
  readonly uploads: Uploads;
}

/** The HTTP side of the playground, on loopback: the page, attachments, uploads, and the upgrade to the web socket. */
export class PageServer {
  readonly origin: string;

  private readonly files: PageFiles;
  private readonly guard: Guard;
  private readonly http: Server;
  private readonly options: PageServerOptions;
  private readonly webSockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_MAX_BYTES, perMessageDeflate: false });

  private constructor(http: Server, options: PageServerOptions) {
    const { port } = http.address() as AddressInfo;
    this.http = http;
    this.options = options;
    this.origin = `http://127.0.0.1:${String(port)}`;
    this.guard = new Guard(port, options.token);
    this.files = new PageFiles(options.pageFolder);
    http.on('request', (request, response) => void this.serve(request, response));
    http.on('upgrade', (request, socket, head) => {
      this.upgrade(request, socket, head);
    });
  }

  /** @throws {@link PlaygroundError} `PLAYGROUND_CANNOT_LISTEN` when the port is taken */
  static async start(options: PageServerOptions): Promise<PageServer> {
    const http = createServer();
    await listen(http, options.port);
    return new PageServer(http, options);
  }

  /** Frees the port and cuts every connection. */
  async close(): Promise<void> {
    for (const socket of this.webSockets.clients) socket.terminate();
    this.webSockets.close();
    if (!this.http.listening) return;
    await new Promise<void>((resolve) => {
      this.http.close(() => {
        resolve();
      });
      this.http.closeAllConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = '' } = request.headers;
    const refusal = this.guard.refusal(visitorOf(request));
    // A host that was refused must not stand in a header.
    if (refusal !== null) {
      respond(response, '127.0.0.1', textReply(403, refusal));
      return;
    }
    const url = this.urlOf(request);
    if (request.method === 'GET' && isAttachmentPath(url.pathname)) {
      relayAttachment({ origin: this.options.cdnOrigin, path: url.pathname + url.search }, response, host);
      return;
    }
    const reply = await this.reply(request, url);
    if (reply !== null) respond(response, host, reply);
  }

  /** What cannot be read is nowhere. */
  private urlOf({ url = '/' }: IncomingMessage): URL {
    return new URL(URL.canParse(url, this.origin) ? url : '/unreadable', this.origin);
  }

  private reply(request: IncomingMessage, { pathname, searchParams }: URL): Promise<Reply | null> | Reply {
    if (request.method === 'POST' && pathname === '/upload') {
      if (!this.guard.admits(searchParams.get('token'))) return textReply(401, NO_TOKEN);
      return receiveUpload(request, searchParams.get('name'), this.options.uploads);
    }
    // A page whose socket is refused asks here why: browsers do not tell it.
    if (pathname === '/socket') return this.guard.admits(searchParams.get('token')) ? textReply(426, UPGRADE) : textReply(401, NO_TOKEN);
    if (request.method === 'GET' || request.method === 'HEAD') return this.files.reply(pathname);
    return textReply(405, 'The playground answers GET, and POST /upload.');
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A reset while it is not yet a web socket would end the process.
    socket.on('error', () => undefined);
    const { pathname, searchParams } = this.urlOf(request);
    const refusal = this.guard.refusal(visitorOf(request));
    if (refusal !== null) refuse(socket, '403 Forbidden', refusal);
    else if (pathname !== '/socket') refuse(socket, '404 Not Found', 'The web socket is at /socket.');
    else if (!this.guard.admits(searchParams.get('token'))) refuse(socket, '401 Unauthorized', NO_TOKEN);
    else this.webSockets.handleUpgrade(request, socket, head, this.options.onSocket);
  }
}

const UPGRADE = 'This is a web socket.';
const NO_TOKEN = 'This needs the token of the run: open the address that the terminal says.';

function visitorOf({ headers, method = 'GET' }: IncomingMessage): Parameters<Guard['refusal']>[0] {
  const header = (name: string): string | undefined => (typeof headers[name] === 'string' ? headers[name] : undefined);
  return { method, host: headers.host, origin: headers.origin, fetchMode: header('sec-fetch-mode'), fetchSite: header('sec-fetch-site') };
}

function refuse(socket: Duplex, status: string, text: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n\r\n${text}\n`);
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      const what = `The playground cannot listen on port ${String(port)}: ${cause.message}.`;
      reject(
        new PlaygroundError('PLAYGROUND_CANNOT_LISTEN', { what, cure: 'Choose another port, or leave it out to get a free one.', cause }),
      );
    };
    http.once('error', fail);
    http.listen(port, '127.0.0.1', () => {
      http.off('error', fail);
      resolve();
    });
  });
}
