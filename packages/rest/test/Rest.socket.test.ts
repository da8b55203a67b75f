import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Rest } from '../src/Rest.js';
import { TOKEN } from './FakeApi.js';

let server: Server | undefined;

async function restAgainst(listener: RequestListener, timeoutMs = 300): Promise<Rest> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return new Rest({
    token: TOKEN,
    baseUrl: `http://127.0.0.1:${String((started.address() as AddressInfo).port)}/api/v10`,
    timeoutMs,
    retries: 0,
  });
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((given) => (resolve = given));
  return { promise, resolve };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('a Rest on a real socket', () => {
  it('sends JSON and reads JSON', async () => {
    await using rest = await restAgainst((request, response) => {
      request
        .setEncoding('utf8')
        .on('data', (body: string) =>
          response.end(JSON.stringify({ type: request.headers['content-type'], body: JSON.parse(body) as unknown })),
        );
    });
    const answer = await rest.request('POST', '/echo', { body: { text: 'ä' } });
    expect(answer).toEqual({ type: 'application/json', body: { text: 'ä' } });
  });

  it('R-17: gives up on a server that never answers', async () => {
    await using rest = await restAgainst(() => undefined);
    await expect(rest.users.me()).rejects.toMatchObject({ code: 'REST_TIMED_OUT' });
  });

  it('R-18: counts the body into the deadline', async () => {
    await using rest = await restAgainst((_, response) => void response.writeHead(200).write('{'));
    await expect(rest.users.me()).rejects.toMatchObject({ code: 'REST_TIMED_OUT' });
  });

  it('R-15: settles when the connection breaks within the body', async () => {
    await using rest = await restAgainst((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setImmediate(() => response.destroy());
    });
    await expect(rest.users.me()).rejects.toMatchObject({ code: 'REST_CONNECTION_FAILED' });
  });

  it('R-26 Y-09: follows no redirect: the evil host gets no request, and no token', async () => {
    let evil = 0;
    const evilServer = createServer((_, response) => {
      evil += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => evilServer.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${String((evilServer.address() as AddressInfo).port)}/`;
    for (const status of [301, 302, 303, 307, 308]) {
      await using rest = await restAgainst((_, response) => response.writeHead(status, { location }).end());
      await expect(rest.users.me()).rejects.toMatchObject({ code: 'REST_REDIRECTED', status });
      server?.close();
    }
    evilServer.close();
    expect(evil).toBe(0);
  });

  it('lets a request under way finish when it is closed, and opens nothing after', async () => {
    let asked = 0;
    const arrived = deferred<ServerResponse>();
    const rest = await restAgainst((_, response) => {
      asked += 1;
      arrived.resolve(response);
    });
    const call = rest.users.me();
    const response = await arrived.promise;
    const closed = Promise.all([rest.close(), rest.close()]);
    response.end('{"id":"1"}');
    await expect(call).resolves.toEqual({ id: '1' });
    await closed;
    await expect(rest.users.me()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    expect(asked).toBe(1);
  });

  it('is closed within the deadline of a request that is never answered', async () => {
    const arrived = deferred<undefined>();
    const rest = await restAgainst(() => {
      arrived.resolve(undefined);
    });
    const outcome = expect(rest.users.me()).rejects.toMatchObject({ code: 'REST_TIMED_OUT' });
    await arrived.promise;
    await rest.close();
    await outcome;
    await rest.close();
  });

  it('opens no connection for a call that close() overtakes', async () => {
    let connections = 0;
    const rest = await restAgainst((_, response) => response.end('{}'));
    server?.on('connection', () => (connections += 1));
    const outcome = expect(rest.users.me()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    await rest.close();
    await outcome;
    expect(connections).toBe(0);
  });
});
