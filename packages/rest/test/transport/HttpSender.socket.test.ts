import { afterEach, describe, expect, it } from '@jest/globals';
import { getEventListeners, once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { Pool, ProxyAgent } from 'undici';
import { Rest } from '../../src/Rest.js';
import type { RestOptions } from '../../src/RestOptions.js';
import { TOKEN } from '../FakeApi.js';

const open: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];
const rests: Rest[] = [];

/** A Rest against a server that speaks bytes, or HTTP. */
async function restAgainst(server: Server, options: Partial<RestOptions> = {}): Promise<Rest> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  open.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/v10`;
  const rest = new Rest({ token: TOKEN, baseUrl, globalRequestsPerSecond: 0, timeoutMs: 2_000, random: () => 0, ...options });
  rests.push(rest);
  return rest;
}

/** undici offers a connection again a turn of the loop after its answer. */
const untilKept = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const speaking = (listener: RequestListener) => createHttpServer(listener);

afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  await Promise.all(rests.splice(0).map((rest) => rest.close()));
});

/** A server that gives the first `bytes` of `answer`, then ends the connection. */
const cutting = (answer: string, bytes: () => number, isReset: boolean) =>
  createServer((socket) => {
    socket.once('data', () => {
      socket.write(answer.slice(0, bytes()), () => {
        if (isReset) socket.resetAndDestroy();
        else socket.end();
      });
    });
  });

describe('R-15 an answer that is cut off', () => {
  const body = '{"id":"1"}';
  const answers = {
    'of known length': `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
    'in chunks': `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n5\r\n:"1"}\r\n0\r\n\r\n`,
    'that ends with the connection': `HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${body}`,
  };

  it.each(Object.entries(answers))('%s settles at every byte, and never with half of it', async (_, answer) => {
    let bytes = 0;
    for (const isReset of [false, true]) {
      const rest = await restAgainst(cutting(answer, () => bytes, isReset), { retries: 0 }); // prettier-ignore
      for (bytes = 0; bytes < answer.length; bytes += 1) {
        const outcome: unknown = await rest.users.me().catch((error: unknown) => error);
        expect(outcome).toMatchObject({ code: expect.stringMatching(/^REST_(CONNECTION_FAILED|ANSWER_UNREADABLE)$/) });
      }
    }
  });

  it('is unknown to a POST, and costs a GET one more try', async () => {
    const answer = answers['of known length'];
    const cuts = [answer.length - 3, answer.length - 3, answer.length];
    const rest = await restAgainst(cutting(answer, () => cuts.shift() ?? answer.length, false));
    await expect(rest.channels.typing('1')).rejects.toMatchObject({ code: 'REST_OUTCOME_UNKNOWN' });
    await expect(rest.users.me()).resolves.toEqual({ id: '1' });
  });
});

describe('R-19 a connection that was kept', () => {
  /** Answers the first request of each connection, and drops it at the second. */
  const forgetful = () => {
    const seen = { connections: 0, requests: 0 };
    const server = createServer((socket) => {
      seen.connections += 1;
      let asked = 0;
      socket.on('data', () => {
        asked += 1;
        seen.requests += 1;
        if (asked === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
        else socket.resetAndDestroy();
      });
    });
    return { seen, server };
  };

  it('and is dead costs a safe call one more request, at once and on a new connection', async () => {
    const { seen, server } = forgetful();
    const rest = await restAgainst(server);
    await rest.users.me();
    await untilKept();
    await expect(rest.users.me()).resolves.toEqual({});
    expect(seen).toEqual({ connections: 2, requests: 3 });
  });

  it('and is dead leaves it unknown whether another call was carried out', async () => {
    const { seen, server } = forgetful();
    const rest = await restAgainst(server);
    await rest.users.me();
    await untilKept();
    await expect(rest.channels.typing('1')).rejects.toMatchObject({ code: 'REST_OUTCOME_UNKNOWN' });
    expect(seen).toEqual({ connections: 1, requests: 2 });
  });

  it('is closed before a server would, whatever the server promises', async () => {
    const server = speaking((_, response) => {
      response.setHeader('keep-alive', 'timeout=600').end('{}');
    });
    const rest = await restAgainst(server);
    const [[socket]] = (await Promise.all([once(server, 'connection'), rest.users.me()])) as unknown as [[Socket]];
    const idleSinceMs = performance.now();
    await once(socket, 'close');
    expect(performance.now() - idleSinceMs).toBeLessThan(5_000);
  }, 10_000);
});

describe('R-24 calls that are aborted wherever they are', () => {
  it('leave no listener, no place and no broken connection behind', async () => {
    const rest = await restAgainst(
      speaking((_, response) => void response.writeHead(200).write('{')),
      { globalRequestsPerSecond: 0 },
    );
    const controller = new AbortController();
    const calls = Array.from({ length: 40 }, (_, index) => rest.channels.get(String(index % 5), { signal: controller.signal }));
    const outcomes = Promise.allSettled(calls);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort('enough');
    expect((await outcomes).every((end) => end.status === 'rejected' && end.reason === 'enough')).toBe(true);
    expect([getEventListeners(controller.signal, 'abort').length, rest.pendingCalls]).toEqual([0, 0]);
  });
});

describe('R-25 an upload', () => {
  const collecting = (seen: string[]) =>
    speaking((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('error', () => undefined);
      request.on('end', () => {
        seen.push(Buffer.concat(chunks).toString('latin1'));
        response.end('{}');
      });
    });
  const failingAfter = (pieces: number) =>
    Readable.from((async function* () {
      for (let piece = 0; piece < pieces; piece += 1) yield Buffer.alloc(64 * 1024, 97);
      throw new TypeError('disk gone');
    })()); // prettier-ignore

  it.each([
    ['of known size', 300 * 1024],
    ['of unknown size', undefined],
  ])('%s arrives in whole', async (_, sizeBytes) => {
    const seen: string[] = [];
    const rest = await restAgainst(collecting(seen));
    const data = () => Readable.from([Buffer.alloc(200 * 1024, 97), Buffer.alloc(100 * 1024, 98)]);
    const files = [{ name: 'a.bin', data, ...(sizeBytes === undefined ? {} : { sizeBytes }) }];
    await rest.channels.createMessage('1', { content: 'x' }, { files });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain(`${'a'.repeat(200 * 1024)}${'b'.repeat(100 * 1024)}`);
  });

  it('that fails after any piece keeps its cause, is not sent again, and is no whole request to anybody', async () => {
    const seen: string[] = [];
    const rest = await restAgainst(collecting(seen));
    for (let pieces = 0; pieces < 6; pieces += 1) {
      const files = [{ name: 'a.bin', data: failingAfter(pieces) }];
      await expect(rest.channels.createMessage('1', {}, { files })).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        cause: { message: 'disk gone' },
      });
    }
    await expect(rest.users.me()).resolves.toEqual({});
    expect(seen).toEqual(['']);
  });

  it('that is answered before its end is over', async () => {
    const server = speaking((_, response) => {
      response.writeHead(413, { connection: 'close' }).end('{"code":40005,"message":"Too large"}');
    });
    const rest = await restAgainst(server, { retries: 0 });
    const endless = new Readable({ read: () => undefined });
    endless.push(Buffer.alloc(64 * 1024));
    await expect(rest.channels.createMessage('1', {}, { files: [{ name: 'a.bin', data: endless }] })).rejects.toMatchObject({
      status: 413,
    });
    expect(endless.destroyed).toBe(true);
  });
});

describe('a Rest on somebody else’s dispatcher', () => {
  it('leaves it open when it closes', async () => {
    const server = speaking((_, response) => response.end('{}'));
    await restAgainst(server);
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const dispatcher = new Pool(origin);
    const rest = new Rest({ token: TOKEN, baseUrl: origin, dispatcher });
    await rest.users.me();
    await rest.close();
    expect([dispatcher.closed, dispatcher.destroyed]).toEqual([false, false]);
    await dispatcher.close();
  });
});

describe('a Rest behind a proxy', () => {
  it('reaches Discord through the tunnel of an undici ProxyAgent', async () => {
    const server = speaking((request, response) =>
      response.end(JSON.stringify({ path: request.url, token: request.headers.authorization })),
    );
    await restAgainst(server);
    const { port } = server.address() as AddressInfo;
    const tunnels: string[] = [];
    const proxy = speaking((_, response) => response.end());
    proxy.on('connect', ({ url = '' }: { readonly url?: string }, client: Socket) => {
      tunnels.push(url);
      const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
      upstream
        .pipe(client)
        .pipe(upstream)
        .on('error', () => undefined);
    });
    await restAgainst(proxy);
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`);
    const rest = new Rest({ token: TOKEN, baseUrl: `http://discord.test:${String(port)}/api/v10`, dispatcher });
    expect(await rest.users.me()).toEqual({ path: '/api/v10/users/@me', token: `Bot ${TOKEN}` });
    expect(tunnels).toEqual([`discord.test:${String(port)}`]);
    await rest.close();
    await dispatcher.destroy();
  });
});

describe('a server that is not there', () => {
  it('is told with what the network said, whatever the method', async () => {
    const server = createServer();
    const rest = await restAgainst(server, { retries: 1 });
    server.close();
    await once(server, 'close');
    await expect(rest.channels.typing('1')).rejects.toMatchObject({ code: 'REST_CONNECTION_FAILED', cause: { code: 'ECONNREFUSED' } });
  });
});
