import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** The path below the base URL, still encoded. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body when it is JSON; for a form the JSON of its `payload_json`, or its text fields. */
  readonly json: unknown;
  /** The names of the files of a form. */
  readonly files: readonly string[];
  readonly bodyBytes: number;
}

const BASE_PATH = '/api/v10';

/** A server that says `{}` to everything and remembers what it was asked. It knows nothing of Discord. */
export class RecordingServer {
  readonly baseUrl: string;
  private readonly server: Server;
  private readonly requests: RecordedRequest[];

  private constructor(server: Server, requests: RecordedRequest[]) {
    this.server = server;
    this.requests = requests;
    this.baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${BASE_PATH}`;
  }

  static async start(): Promise<RecordingServer> {
    const requests: RecordedRequest[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        requests.push(record(request, Buffer.concat(chunks)));
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new RecordingServer(server, requests);
  }

  /** What has come since this was asked last. */
  take(): RecordedRequest[] {
    return this.requests.splice(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function record(request: IncomingMessage, body: Buffer): RecordedRequest {
  const [path = '', search = ''] = (request.url ?? '').split('?');
  return {
    method: request.method ?? '',
    path: path.startsWith(BASE_PATH) ? path.slice(BASE_PATH.length) : `outside of ${BASE_PATH}: ${path}`,
    query: [...new URLSearchParams(search)],
    headers: request.headers,
    bodyBytes: body.length,
    ...contentOf(request.headers['content-type'] ?? '', body.toString()),
  };
}

function contentOf(contentType: string, body: string): Pick<RecordedRequest, 'files' | 'json'> {
  if (contentType.startsWith('application/json')) return { json: JSON.parse(body), files: [] };
  const [, boundary] = /^multipart\/form-data; *boundary="?([^";]+)/.exec(contentType) ?? [];
  const fields = boundary === undefined ? [] : fieldsOf(body, boundary);
  const texts = fields.filter(({ isFile }) => !isFile).map(({ name, content }) => [name, content] as const);
  const payload = fields.find(({ name }) => name === 'payload_json')?.content;
  return {
    json: payload === undefined ? Object.fromEntries(texts) : JSON.parse(payload),
    files: fields.filter(({ isFile }) => isFile).map(({ name }) => name),
  };
}

interface Field {
  readonly name: string;
  readonly isFile: boolean;
  readonly content: string;
}

/** The parts of a form. The files of these tests are text, so that a string holds them all. */
function fieldsOf(body: string, boundary: string): Field[] {
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', content = ''] = part.split('\r\n\r\n');
      return { name: /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '', isFile: head.includes('filename'), content: content.replace(/\r\n$/, '') };
    });
}
