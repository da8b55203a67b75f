import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { FrameOpcode, type FrameSpec } from '../../src/gateway/frames.js';
import { GatewayServer } from '../../src/gateway/GatewayServer.js';
import { StillWorld } from '../../src/gateway/StillWorld.js';
import { RawClient, readyClient } from '../gateway/RawClient.js';

const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
const ZLIB = 'v=10&encoding=json&compress=zlib-stream';

let http: Server;
let gateway: GatewayServer;
let clients: RawClient[];

function connect(query?: string): RawClient {
  const client = new RawClient(gateway.url, query);
  clients.push(client);
  return client;
}

async function ready(query?: string): Promise<RawClient> {
  const client = await readyClient(gateway, TOKEN, { intents: 0 }, query);
  clients.push(client);
  return client;
}

/** The socket below a client's WebSocket. */
function tcpOf({ socket }: RawClient): Socket {
  return (socket as unknown as { readonly _socket: Socket })._socket;
}

/** Whether nothing more comes for a moment. */
async function isSilent(client: RawClient): Promise<boolean> {
  const before = client.payloads.length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  return client.payloads.length === before && client.closeCode === null;
}

beforeEach(async () => {
  clients = [];
  http = createServer();
  gateway = new GatewayServer({ token: TOKEN, world: new StillWorld(), startLimit: { maxConcurrency: 16 } });
  gateway.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});

afterEach(async () => {
  for (const client of clients) client.destroy();
  await gateway.close();
  http.close();
});

describe('the end of a connection', () => {
  it('is an RST', async () => {
    const client = await ready();
    const failed = once(tcpOf(client), 'error') as Promise<[Error & { code: string }]>;
    gateway.faults.resetSocket(0);
    expect((await failed)[0].code).toBe('ECONNRESET');
    expect(await client.closed()).toBe(1006);
  });

  it('is a FIN without a close frame, and what was sent before still comes', async () => {
    const client = await ready();
    gateway.sendDispatch('LAST', {});
    gateway.faults.dropSocket(0);
    expect(await client.closed()).toBe(1006);
    expect(client.payloads.at(-1)?.t).toBe('LAST');
    expect(gateway.sessions).toHaveLength(1);
  });

  it('is a close with any code and reason', async () => {
    const client = await ready();
    const closed = once(client.socket, 'close') as Promise<[number, Buffer]>;
    gateway.faults.closeShard(0, 4009, 'Session timed out.');
    const [code, reason] = await closed;
    expect([code, reason.toString(), gateway.sessions.length]).toEqual([4009, 'Session timed out.', 0]);
  });

  it.each(['at-once', 'never'] as const)('is a close with TCP ended %s', async (tcp) => {
    const client = await ready();
    let ended = false;
    tcpOf(client).on('end', () => (ended = true));
    gateway.faults.closeShard(0, 4000, { tcp });
    await once(client.socket, 'close', { signal: AbortSignal.timeout(100) }).catch(() => undefined);
    expect([ended, client.closeCode]).toEqual(tcp === 'never' ? [false, null] : [true, 4000]);
  });

  it('is never answered', async () => {
    const client = await ready();
    gateway.faults.neverAnswerClose(0);
    client.socket.close(4000);
    expect(await isSilent(client)).toBe(true);
  });
});

describe('a connection that lives on', () => {
  it('is cut without a word: nothing comes, not even an answer to a ping', async () => {
    const client = await ready();
    let pongs = 0;
    client.socket.on('pong', () => (pongs += 1));
    gateway.faults.blackhole(0);
    gateway.sendDispatch('LOST', {});
    client.socket.ping();
    client.send(1, 1);
    expect([await isSilent(client), pongs]).toEqual([true, 0]);
  });

  it('has what was lost replayed on the next connection', async () => {
    const client = await ready();
    const { session_id: id } = (await client.event('READY')).d as { session_id: string };
    gateway.faults.blackhole(0);
    gateway.sendDispatch('LOST', {});
    const next = connect();
    await next.op(10);
    next.send(6, { token: TOKEN, session_id: id, seq: 1 });
    await next.event('RESUMED');
    expect(next.payloads.map(({ t }) => t)).toEqual([null, 'LOST', 'RESUMED']);
  });

  it('is no longer read, so that the client feels the pressure', async () => {
    const client = await ready();
    gateway.faults.haltReading(0);
    const text = 'x'.repeat(1 << 20);
    for (let count = 0; count < 16; count += 1) client.socket.send(text);
    gateway.sendDispatch('STILL_SENT', {});
    await client.event('STILL_SENT');
    expect(client.socket.bufferedAmount).toBeGreaterThan(1 << 20);
  });

  it('has its heartbeats swallowed', async () => {
    const client = await ready();
    gateway.faults.zombify(0);
    client.send(1, 1);
    await gateway.until(() => gateway.journal.frames.some(({ op }) => op === 1));
    expect(await isSilent(client)).toBe(true);
  });

  it('gets op 1, op 7 and op 9', async () => {
    const client = await ready();
    gateway.faults.requestHeartbeat(0);
    gateway.faults.reconnect(0);
    gateway.faults.invalidateSession(0, undefined);
    await client.op(9);
    expect(client.payloads.slice(-3)).toEqual([
      { t: null, s: null, op: 1, d: null },
      { t: null, s: null, op: 7, d: null },
      { t: null, s: null, op: 9 },
    ]);
  });

  it('gets payloads in one-byte fragments with pings between', async () => {
    const client = await ready();
    gateway.faults.fragment(0);
    gateway.sendDispatch('FRAGMENTED', 'é'.repeat(20));
    expect((await client.event('FRAGMENTED')).d).toBe('é'.repeat(20));
    expect(client.pings).toBeGreaterThan(40);
  });

  it('gets its bytes slowly, and the rest at once when the drip ends', async () => {
    const client = await ready();
    gateway.faults.drip(0, { bytes: 1, everyMs: 1 });
    gateway.sendDispatch('SLOW', {});
    gateway.sendDispatch('REST', 'x'.repeat(10_000));
    await client.event('SLOW');
    gateway.faults.drip(0, null);
    expect((await client.event('REST')).d).toHaveLength(10_000);
  });

  it.each<[string, FrameSpec]>([
    ['a reserved bit', { opcode: FrameOpcode.Text, rsv: 4, payload: '{}' }],
    ['a masked frame', { opcode: FrameOpcode.Text, masked: true, payload: '{}' }],
    ['invalid UTF-8', { opcode: FrameOpcode.Text, payload: Buffer.from([0xff, 0xff]) }],
    ['an opcode that does not exist', { opcode: 0x3 }],
    ['a length of 2^40', { opcode: FrameOpcode.Binary, claimedLength: 2 ** 40 }],
  ])('gets %s', async (_, frame) => {
    const client = await ready();
    const failed = once(client.socket, 'error');
    gateway.faults.rawFrame(0, frame);
    expect(((await failed) as [Error])[0]).toBeInstanceOf(Error);
  });

  it.each(['{"t":"MESSAGE_CREATE","s":2,"op":0,"d":null}', '{"op":99}', '{"op":', ''])('gets any text: %s', async (text) => {
    const client = await ready();
    gateway.faults.sendText(0, text);
    await client.change();
    expect(client.messages.at(-1)?.bytes.toString()).toBe(text);
  });

  it('gets sequences with a gap', async () => {
    const client = await ready();
    gateway.faults.skipSequence(0, 100);
    gateway.sendDispatch('AFTER', {});
    expect((await client.event('AFTER')).s).toBe(102);
  });
});

describe('a compressed stream', () => {
  it('is corrupt in one message', async () => {
    const client = await ready(ZLIB);
    gateway.faults.corruptCompression(0);
    gateway.sendDispatch('BAD', 'some text of some length, which is compressed');
    const broken = await client.payload(({ op, t }) => op < 0 || t === 'BAD');
    expect([broken.op, JSON.stringify(broken.d)]).not.toEqual([0, '"some text of some length, which is compressed"']);
  });

  it('lacks the suffix that ends a message', async () => {
    const client = await ready(ZLIB);
    gateway.faults.withholdFlushSuffix(0);
    gateway.sendDispatch('CUT', {});
    await once(client.socket, 'message');
    expect(client.messages.at(-1)?.bytes.subarray(-4).toString('hex')).not.toBe('0000ffff');
  });

  it('has its messages spread over many', async () => {
    const client = await ready(ZLIB);
    const before = client.messages.length;
    gateway.faults.splitMessages(0, 1);
    gateway.sendDispatch('SPLIT', { some: 'thing' });
    await client.event('SPLIT');
    expect(client.messages.length - before).toBeGreaterThan(20);
  });

  it('has plain text in it', async () => {
    const client = await ready(ZLIB);
    gateway.faults.sendPlain(0);
    gateway.sendDispatch('PLAIN', {});
    gateway.sendDispatch('PACKED', {});
    await client.event('PACKED');
    expect(client.messages.slice(-2).map(({ isBinary }) => isBinary)).toEqual([false, true]);
  });

  it('has a bomb in it', async () => {
    const client = await ready(ZLIB);
    gateway.faults.zipBomb(0, 4 << 20);
    await once(client.socket, 'message');
    expect(client.messages.at(-1)?.bytes.length).toBeLessThan(20_000);
  });
});

describe('the way to a connection', () => {
  it('is refused with a status, headers and a body, as often as planned', async () => {
    gateway.faults.refuseUpgrade({ status: 429, headers: { 'Retry-After': '30' }, body: 'slow down' }, { count: 2 });
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const client = connect();
      const [, response] = (await once(client.socket, 'unexpected-response')) as [unknown, IncomingMessage];
      expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '30']);
    }
    expect((await connect().op(10)).op).toBe(10);
  });

  it('is never answered', async () => {
    gateway.faults.hangUpgrade();
    const client = connect();
    expect([await isSilent(client), client.socket.readyState]).toEqual([true, 0]);
  });

  it('ends in an RST', async () => {
    gateway.faults.resetUpgrade();
    expect(await connect().closed()).toBe(1006);
  });

  it('has HELLO in the segment of the upgrade', async () => {
    gateway.faults.helloInUpgradeSegment();
    const { port } = new URL(gateway.url);
    const socket = connectTcp(Number(port), '127.0.0.1');
    socket.write(
      'GET /?v=10&encoding=json HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(chunk.toString()).toMatch(/^HTTP\/1\.1 101[^]*heartbeat_interval/);
  });

  it('is closed while Discord is down, and opens at the same port', async () => {
    const client = await ready();
    const url = gateway.url;
    await gateway.faults.down();
    expect(await client.closed()).toBe(1006);
    const refused = new RawClient(url);
    clients.push(refused);
    expect(((await once(refused.socket, 'error')) as [Error & { code: string }])[0].code).toBe('ECONNREFUSED');
    await gateway.faults.up();
    expect([gateway.url, gateway.sessions.length]).toEqual([url, 1]);
    expect((await connect().op(10)).op).toBe(10);
  });

  it('leads, after READY, to a URL that is dead', async () => {
    const own = gateway.state.resumeUrl;
    gateway.faults.deadResumeUrl();
    const client = await ready();
    const { resume_gateway_url: url } = (await client.event('READY')).d as { resume_gateway_url: string };
    const refused = new RawClient(url);
    expect(((await once(refused.socket, 'error')) as [Error & { code: string }])[0].code).toBe('ECONNREFUSED');
    gateway.faults.clear();
    expect(gateway.state.resumeUrl).toBe(own);
  });
});

describe('a deed that waits for its moment', () => {
  it('strikes when the connection opens', async () => {
    gateway.faults.when('open', (connection) => {
      connection.fragment({ pings: false });
    });
    expect((await connect().op(10)).op).toBe(10);
  });

  it('strikes after the nth payload', async () => {
    gateway.faults.when(2, (connection) => {
      connection.reconnect();
    });
    const client = await ready();
    await client.op(7);
    expect(client.payloads.map(({ op }) => op)).toEqual([10, 0, 7]);
  });

  it('strikes amid a replay, not after it', async () => {
    const first = await ready();
    const { session_id: id } = (await first.event('READY')).d as { session_id: string };
    first.socket.close(4000);
    await first.closed();
    for (const t of ['A', 'B', 'C']) gateway.sendDispatch(t, {});
    gateway.faults.when('A', (connection) => {
      connection.reconnect();
    });
    gateway.faults.when('B', (connection) => {
      connection.close(4000);
    });
    const client = connect();
    await client.op(10);
    client.send(6, { token: TOKEN, session_id: id, seq: 1 });
    expect(await client.closed()).toBe(4000);
    expect(client.payloads.slice(1).map(({ op, t }) => t ?? op)).toEqual(['A', 7, 'B']);
  });

  it('strikes after a dispatch of that name, for that shard, and once', async () => {
    const planned = gateway.faults.when(
      'READY',
      (connection) => {
        connection.close(4000);
      },
      { shardId: 0 },
    );
    const first = await ready();
    expect([await first.closed(), planned.remaining]).toEqual([4000, 0]);
  });
});

describe('a slip in a test', () => {
  it('is told when the shard is not connected', async () => {
    await ready();
    expect(() => {
      gateway.faults.zombify(3);
    }).toThrow(expect.objectContaining({ code: 'FAKE_SHARD_NOT_CONNECTED', message: expect.stringContaining('connected are: 0') }));
  });

  it.each([
    ['UNKNOWN_OPTION', () => gateway.faults.withholdHello({ cuont: 2 } as never)],
    ['UNKNOWN_OPTION', () => gateway.faults.refuseUpgrade({ statuss: 500 } as never)],
    ['INVALID_OPTION', () => gateway.faults.withholdHello({ count: 0 })],
    ['INVALID_OPTION', () => gateway.faults.helloDelayMs('soon' as never)],
    ['INVALID_OPTION', () => gateway.faults.closeAfterResume({ code: 5 })],
  ])('is told as %s', (code, slip) => {
    expect(slip).toThrow(expect.objectContaining({ code }));
  });
});
