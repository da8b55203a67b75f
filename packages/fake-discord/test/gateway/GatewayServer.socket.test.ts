import { ManualClock } from '@aplomb/base';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { GatewayServer, type GatewayServerOptions } from '../../src/gateway/GatewayServer.js';
import { StillWorld } from '../../src/gateway/StillWorld.js';
import { supportedCompressions } from '../../src/gateway/Compressor.js';
import { RawClient, readyClient } from './RawClient.js';

const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
const GUILD = '41771983423143937';

let http: Server;
let gateway: GatewayServer;
let clients: RawClient[];

async function start(options: Partial<GatewayServerOptions> = {}): Promise<void> {
  gateway = new GatewayServer({ token: TOKEN, world: new StillWorld([GUILD]), startLimit: { maxConcurrency: 16 }, ...options });
  gateway.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
}

function connect(query?: string): RawClient {
  const client = new RawClient(gateway.url, query);
  clients.push(client);
  return client;
}

async function ready(extra?: Readonly<Record<string, unknown>>, query?: string): Promise<RawClient> {
  const client = await readyClient(gateway, TOKEN, extra, query);
  clients.push(client);
  return client;
}

beforeEach(() => {
  http = createServer();
  clients = [];
});

afterEach(async () => {
  for (const client of clients) client.destroy();
  await gateway.close();
  http.close();
});

describe('a gateway on a socket', () => {
  it('greets, lets in and acknowledges heartbeats', async () => {
    await start();
    const client = await ready({ shard: [0, 1] });
    expect(client.payloads[0]).toEqual({ t: null, s: null, op: 10, d: { heartbeat_interval: 41_250 } });
    expect((await client.event('READY')).d).toMatchObject({ v: 10, resume_gateway_url: gateway.url, shard: [0, 1] });
    expect((await client.event('GUILD_CREATE')).d).toMatchObject({ id: GUILD });
    client.send(1, 2);
    expect(await client.op(11)).toEqual({ t: null, s: null, op: 11, d: null });
  });

  it('closes with the code that its machine decided', async () => {
    await start();
    const client = connect();
    await client.op(10);
    client.identify('wrong');
    expect(await client.closed()).toBe(4004);
    expect(gateway.connections).toEqual([]);
  });

  it('punishes binary frames and 4097 bytes with 4002', async () => {
    await start();
    const binary = connect();
    await binary.op(10);
    binary.socket.send(Buffer.from([1, 2, 3]));
    const long = connect();
    await long.op(10);
    long.socket.send(JSON.stringify({ op: 1, d: null, x: 'x'.repeat(4_096) }));
    expect([await binary.closed(), await long.closed()]).toEqual([4002, 4002]);
  });

  it('keeps the session of a client that closes with 4000, replays what it missed, and ends it at 1000', async () => {
    await start();
    const first = await ready();
    const sessionId = (first.payloads[1]?.d as { session_id: string }).session_id;
    first.socket.close(4000);
    await first.closed();
    gateway.sendDispatch('TEST', (count: number) => ({ count }));
    const second = connect();
    await second.op(10);
    second.send(6, { token: TOKEN, session_id: sessionId, seq: 2 });
    await second.event('RESUMED');
    expect(second.payloads.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ['TEST', 3],
      ['RESUMED', 4],
    ]);
    second.socket.close(1000);
    await gateway.until(() => gateway.sessions.length === 0);
  });

  it('compresses large payloads one by one for a client that asks for it', async () => {
    await start();
    const client = await ready({ compress: true });
    await client.event('GUILD_CREATE');
    gateway.sendDispatch('TEST', 'x'.repeat(5_000));
    expect((await client.event('TEST')).d).toHaveLength(5_000);
    expect(client.messages.at(-1)?.isBinary).toBe(true);
    expect(client.messages[0]?.isBinary).toBe(false);
  });

  it.each(supportedCompressions().filter((name) => name !== 'none'))('streams through one %s context in order', async (compression) => {
    await start();
    const client = await ready({}, `v=10&encoding=json&compress=${compression}`);
    for (let count = 0; count < 500; count += 1) gateway.sendDispatch('TEST', { count, text: 'some text'.repeat(count % 50) });
    gateway.sendDispatch('LAST', 'z'.repeat(200_000));
    await client.event('LAST');
    const counts = client.payloads.filter(({ t }) => t === 'TEST').map(({ d }) => (d as { count: number }).count);
    expect(counts).toEqual(Array.from({ length: 500 }, (_, count) => count));
    expect(client.messages.every(({ isBinary }) => isBinary)).toBe(true);
    if (compression === 'zlib-stream')
      expect(client.messages.every(({ bytes }) => bytes.subarray(-4).toString('hex') === '0000ffff')).toBe(true);
  });

  it.each(['encoding=etf', 'encoding=json&compress=brotli-stream'])('refuses %s with a named answer to the upgrade', async (query) => {
    await start();
    const client = connect(`v=10&${query}`);
    const [, response] = (await once(client.socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(501);
  });

  it('answers a WebSocket ping', async () => {
    await start();
    const client = await ready();
    client.socket.ping('are you there');
    const [data] = (await once(client.socket, 'pong')) as [Buffer];
    expect(data.toString()).toBe('are you there');
  });

  it('reaches only the sessions that a dispatch is meant for', async () => {
    await start();
    const zero = await ready({ shard: [0, 2] });
    const one = await ready({ shard: [1, 2] });
    gateway.sendDispatch('ONLY_ONE', {}, { shardId: 1 });
    gateway.sendDispatch('BOTH', {});
    await Promise.all([zero.event('BOTH'), one.event('BOTH')]);
    expect(zero.payloads.some(({ t }) => t === 'ONLY_ONE')).toBe(false);
    expect(one.payloads.some(({ t }) => t === 'ONLY_ONE')).toBe(true);
  });

  it('waits for facts, and says what happened instead when they do not come', async () => {
    await start();
    const waiting = gateway.until(() => gateway.journal.identifies[0]);
    await ready({ shard: [3, 5] });
    expect(await waiting).toMatchObject({ shardId: 3, total: 5, key: 3, outcome: 'ready' });
    await expect(gateway.until(() => false, { timeoutMs: 5 })).rejects.toMatchObject({ code: 'FAKE_WAIT_EXPIRED' });
  });
});

describe('a gateway that is closed', () => {
  it('leaves no socket behind', async () => {
    await start();
    const client = await ready();
    const dropped = client.closed();
    await gateway.close();
    expect(await dropped).toBe(1006);
    const left = await new Promise((resolve) =>
      http.getConnections((_, count) => {
        resolve(count);
      }),
    );
    expect(left).toBe(0);
  });

  it('fails those who still wait for a fact', async () => {
    await start();
    const waiting = expect(gateway.until(() => false)).rejects.toMatchObject({ code: 'FAKE_WAIT_EXPIRED' });
    await gateway.close();
    await waiting;
  });
});

describe('1,000 gateways in one process', () => {
  it('start quickly, one after the other, and leave nothing open', async () => {
    await start();
    const before = process.getActiveResourcesInfo().length;
    for (let count = 0; count < 1_000; count += 1) {
      const own = createServer();
      const other = new GatewayServer({ token: TOKEN, world: new StillWorld() });
      other.attach(own);
      own.listen(0, '127.0.0.1');
      await once(own, 'listening');
      await other.close();
      own.close();
      await once(own, 'close');
    }
    // Node counts a closed listener until a later turn of the event loop.
    for (let turn = 0; turn < 100 && process.getActiveResourcesInfo().length > before; turn += 1) await new Promise(setImmediate);
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before);
  }, 20_000);

  it('free the sockets, timers and listeners of their connections', async () => {
    await start();
    const clock = new ManualClock();
    const own = createServer();
    const other = new GatewayServer({ token: TOKEN, world: new StillWorld(), clock });
    other.attach(own);
    own.listen(0, '127.0.0.1');
    await once(own, 'listening');
    const client = await readyClient(other, TOKEN);
    const waiting = expect(other.until(() => false)).rejects.toMatchObject({ code: 'FAKE_WAIT_EXPIRED' });
    expect(clock.pendingTimers).toBeGreaterThan(0);
    await other.close();
    await Promise.all([waiting, client.closed()]);
    own.close();
    expect([clock.pendingTimers, own.listenerCount('upgrade'), own.listenerCount('listening')]).toEqual([
      0,
      0,
      createServer().listenerCount('listening'),
    ]);
  });
});
