import { ManualClock } from '@aplomb/base';
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect as createSocket, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WsTransportOptions } from '../../src/transport/WsTransportOptions.js';
import { clientFrames } from './clientFrames.js';
import { closePayload, frame, Opcode, RawServer, switchingProtocols } from './RawServer.js';
import { Wire } from './Wire.js';

const wire = new Wire();

afterEach(() => wire.close());

/** A destroyed socket answers with a reset; one that is only closed in its own direction goes on reading. */
async function isDestroyedAtTheOtherEnd(socket: Socket): Promise<boolean> {
  socket.setNoDelay();
  for (let tries = 0; tries < 10 && !socket.destroyed; tries += 1) {
    socket.write('x');
    await sleep(3);
  }
  return socket.destroyed;
}

describe('a connection that opens', () => {
  it('asks for the URL as given, with the user agent that Discord wants and without extensions', async () => {
    let request = '';
    const server = await wire.serve((socket, head) => {
      request = head;
      socket.write(switchingProtocols(head));
    });
    await wire.connect(server.url).witness.seen(1);
    expect(request).toMatch(/^GET \/\?v=10&encoding=json HTTP\/1\.1\r\n/);
    expect(request).toMatch(/user-agent: DiscordBot \(https:\/\/github\.com\/aplomb-discord\/aplomb, \d+\.\d+\.\d+\)\r\n/i);
    expect(request).not.toMatch(/sec-websocket-extensions/i);
  });

  it('reports nothing before connect has returned', async () => {
    const server = await wire.serve((socket, head) => socket.write(switchingProtocols(head)));
    const { witness } = wire.connect(server.url);
    expect(witness.log).toEqual([]);
    await witness.seen(1);
    expect(witness.log).toEqual(['opened']);
  });

  it('tells text from binary and keeps their order', async () => {
    const { witness } = await wire.open(Buffer.concat([frame(Opcode.Text, 'a'), frame(Opcode.Binary, 'b'), frame(Opcode.Text, 'c')]));
    expect((await witness.seen(4)).log).toEqual(['opened', 'text a', 'binary b', 'text c']);
  });

  it('sends text, and pings that are answered', async () => {
    const { connection, witness, socket } = await wire.open();
    const arrived = once(socket, 'data') as Promise<[Buffer]>;
    connection.send('{"op":1}');
    const [first] = await arrived;
    expect(clientFrames(first)).toEqual([{ opcode: Opcode.Text, payload: Buffer.from('{"op":1}') }]);
    connection.ping();
    socket.write(frame(Opcode.Pong));
    expect((await witness.seen(2)).log[1]).toBe('pong');
  });

  it('counts the bytes of an unfinished frame', async () => {
    const { connection, socket, witness } = await wire.open();
    const before = connection.bytesReceived;
    const whole = frame(Opcode.Text, 'x'.repeat(50));
    for (const byte of whole.subarray(0, 20)) {
      socket.write(Buffer.from([byte]));
      await sleep(1);
    }
    while (connection.bytesReceived < before + 20) await sleep(1);
    expect(witness.log).toEqual(['opened']);
    socket.write(whole.subarray(20));
    expect((await witness.seen(2)).log[1]).toBe(`text ${'x'.repeat(50)}`);
  });

  it('shows how many bytes the network has not taken', async () => {
    const { connection, socket } = await wire.open();
    socket.pause();
    for (let written = 0; written < 64 && connection.bytesBuffered === 0; written += 1) connection.send('x'.repeat(2 ** 20));
    expect(connection.bytesBuffered).toBeGreaterThan(0);
  });

  it('reads nothing while it is paused, even when it was paused before it opened', async () => {
    const server = await wire.serve((socket, head) => {
      socket.write(switchingProtocols(head));
      setTimeout(() => socket.write(frame(Opcode.Text, 'late')), 5);
    });
    const { connection, witness } = wire.connect(server.url);
    connection.pause();
    await witness.seen(1);
    await sleep(30);
    expect(witness.log).toEqual(['opened']);
    connection.resume();
    expect((await witness.seen(2)).log).toEqual(['opened', 'text late']);
  });
});

describe('the 101 and the first frame', () => {
  it('S-09 101 and HELLO in one segment: HELLO is not lost', async () => {
    const { witness } = await wire.open(frame(Opcode.Text, '{"op":10}'));
    expect((await witness.seen(2)).log).toEqual(['opened', 'text {"op":10}']);
  });

  it('S-09 101 and HELLO split at every byte: nothing is lost or doubled', async () => {
    const hello = frame(Opcode.Text, '{"op":10}');
    let splitAt = 1;
    const server = await wire.serve((socket, head) => {
      const bytes = Buffer.concat([switchingProtocols(head), hello]);
      socket.setNoDelay();
      socket.write(bytes.subarray(0, splitAt));
      setTimeout(() => socket.write(bytes.subarray(splitAt)), 1);
    });
    const headBytes = switchingProtocols('').length;
    for (splitAt = headBytes - 20; splitAt < headBytes + hello.length; splitAt += 1) {
      const { connection, witness } = wire.connect(server.url);
      expect((await witness.seen(2)).log).toEqual(['opened', 'text {"op":10}']);
      connection.release(1000);
    }
  });
});

describe('a fragmented message', () => {
  it('S-15 fragmentation: one-byte fragments with a ping in the middle are one message', async () => {
    const text = '{"t":"TYPING_START"}';
    const fragments = Array.from(text, (character, index) =>
      frame(index === 0 ? Opcode.Text : Opcode.Continuation, character, { isFinal: index === text.length - 1 }),
    );
    fragments.splice(7, 0, frame(Opcode.Ping, 'still there?'));
    const { witness, socket } = await wire.open();
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    socket.write(Buffer.concat([...fragments, frame(Opcode.Text, 'next')]));
    expect((await witness.seen(3)).log).toEqual(['opened', `text ${text}`, 'text next']);
    const [bytes] = await answered;
    expect(clientFrames(bytes)).toEqual([{ opcode: Opcode.Pong, payload: Buffer.from('still there?') }]);
  });
});

describe('an upgrade that is refused', () => {
  it.each([200, 302, 400, 401, 403, 404, 429, 500, 502, 503, 520, 522])(
    'S-07 upgrade answered with %i: a failed connect with that status',
    async (status) => {
      const server = await wire.serve((socket) =>
        socket.end(`HTTP/1.1 ${status} X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 6\r\n\r\n<html>`),
      );
      const { witness } = wire.connect(server.url);
      expect(await witness.end()).toMatchObject({ type: 'connect-failed', reason: 'bad-status', status });
      expect(witness.log).toEqual(['closed connect-failed']);
    },
  );

  it('S-07 upgrade answered with 429: the wait that it asks for is told, in seconds or as a date', async () => {
    const clock = new ManualClock({ wallMs: Date.UTC(2026, 0, 1) });
    let retryAfter = '30';
    const server = await wire.serve((socket) => socket.end(`HTTP/1.1 429 X\r\nRetry-After: ${retryAfter}\r\nContent-Length: 0\r\n\r\n`));
    expect(await wire.connect(server.url, { clock }).witness.end()).toMatchObject({ status: 429, retryAfterMs: 30_000 });
    retryAfter = new Date(Date.UTC(2026, 0, 1, 0, 2)).toUTCString();
    expect(await wire.connect(server.url, { clock }).witness.end()).toMatchObject({ status: 429, retryAfterMs: 120_000 });
  });

  it('S-07 upgrade answered by something that speaks no HTTP, or with a wrong key: a failed connect', async () => {
    const noise = await wire.serve((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    expect(await wire.connect(noise.url).witness.end()).toMatchObject({ type: 'connect-failed', reason: 'other' });
    const wrongKey = await wire.serve((socket) => socket.write(switchingProtocols('sec-websocket-key: another')));
    expect(await wire.connect(wrongKey.url).witness.end()).toMatchObject({ type: 'connect-failed', reason: 'other' });
  });
});

describe('a host that cannot be reached', () => {
  it('tells a refused connection from a name that does not resolve', async () => {
    const gone = await RawServer.start(() => undefined);
    const { url } = gone;
    await gone.close();
    expect(await wire.connect(url).witness.end()).toMatchObject({ type: 'connect-failed', reason: 'refused' });
    const lookup: WsTransportOptions['lookup'] = (_host, _options, callback) => {
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '');
    };
    const unknown = wire.connect('ws://gateway.test/', { lookup });
    expect(await unknown.witness.end()).toMatchObject({ type: 'connect-failed', reason: 'dns', message: 'no such name' });
  });

  it('tells a TLS failure: a peer that answers a TLS greeting with something else', async () => {
    const server = await wire.serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await wire.connect(`wss://127.0.0.1:${server.port}/`).witness.end()).toMatchObject({ type: 'connect-failed', reason: 'tls' });
  });

  it('tells a URL that cannot be, after connect has returned', async () => {
    const { connection, witness } = wire.connect('ftp://127.0.0.1/');
    expect(witness.log).toEqual([]);
    connection.send('x');
    connection.ping();
    connection.close(4000);
    connection.pause();
    connection.resume();
    expect(await witness.end()).toMatchObject({ type: 'connect-failed', reason: 'other' });
    expect([connection.bytesReceived, connection.bytesBuffered]).toEqual([0, 0]);
  });
});

describe('a connection that is released', () => {
  it('S-05 connect blackhole: letting go of a connecting socket reports nothing and is no uncaught error', async () => {
    const connecting = createSocket({ host: 'gateway.test', port: 443, lookup: () => undefined });
    const { connection, witness } = wire.connect('ws://gateway.test/', { createConnection: () => connecting });
    await sleep(5);
    expect(connecting.connecting).toBe(true);
    connection.release(4000);
    await sleep(5);
    expect(connecting.destroyed).toBe(true);
    expect(witness.log).toEqual([]);
  });

  it('destroys the socket of an upgrade that was never answered at once and is no uncaught error', async () => {
    const server = await wire.serve(() => undefined);
    const { connection, witness } = wire.connect(server.url);
    while (server.sockets.size === 0) await sleep(1);
    await sleep(5);
    const [socket = new Socket()] = server.sockets;
    const ended = once(socket, 'close');
    socket.on('end', () => socket.end());
    connection.release(4000);
    await ended;
    expect(witness.log).toEqual([]);
  });

  it('S-04 close handshake never completes: the frame is sent, nothing is reported, and the socket is destroyed when the clock says so', async () => {
    const clock = new ManualClock();
    const { connection, witness, socket } = await wire.open(Buffer.alloc(0), { clock, closeTimeoutMs: 60_000 });
    const arrived = once(socket, 'data') as Promise<[Buffer]>;
    connection.release(4000, 'a reason');
    const [bytes] = await arrived;
    expect(clientFrames(bytes)).toEqual([{ opcode: Opcode.Close, payload: closePayload(4000, 'a reason') }]);
    socket.write(frame(Opcode.Text, 'too late'));
    const ended = Promise.race([once(socket, 'end'), once(socket, 'close')]);
    await sleep(20);
    expect(socket.readableEnded).toBe(false);
    clock.advance(60_000);
    await ended;
    expect(witness.log).toEqual(['opened']);
  });

  it('is deaf to what still comes, and takes its timer back when the peer answers', async () => {
    const clock = new ManualClock();
    const { connection, witness, socket } = await wire.open(Buffer.alloc(0), { clock, closeTimeoutMs: 60_000 });
    connection.release(4000);
    connection.release(4001);
    expect(clock.pendingTimers).toBe(1);
    socket.write(Buffer.concat([frame(Opcode.Text, 'late'), frame(Opcode.Pong), frame(Opcode.Close, closePayload(4000))]));
    socket.end();
    while (clock.pendingTimers > 0) await sleep(1);
    expect(witness.log).toEqual(['opened']);
  });

  it('ends without a frame when no frame may carry the code', async () => {
    const { connection, witness, socket } = await wire.open();
    const received: Buffer[] = [];
    socket.on('data', (bytes) => received.push(bytes));
    const ended = Promise.race([once(socket, 'end'), once(socket, 'close')]);
    connection.release(1006);
    await ended;
    expect(Buffer.concat(received)).toHaveLength(0);
    expect(witness.log).toEqual(['opened']);
  });
});

describe('a connection that is closed but not yet released', () => {
  it('goes on reporting until the peer answers', async () => {
    const { connection, witness, socket } = await wire.open();
    connection.close(1000, 'bye');
    socket.write(Buffer.concat([frame(Opcode.Text, 'on its way'), frame(Opcode.Close, closePayload(1000))]));
    expect((await witness.seen(3)).log).toEqual(['opened', 'text on its way', 'closed close-frame']);
  });

  it('reports a drop when the peer never answers, and is destroyed at once when it is released', async () => {
    const clock = new ManualClock();
    const patient = await wire.open(Buffer.alloc(0), { clock, closeTimeoutMs: 60_000 });
    patient.connection.close(1000);
    clock.advance(60_000);
    expect(await patient.witness.end()).toMatchObject({ type: 'dropped' });
    const { connection, witness, socket } = await wire.open(Buffer.alloc(0), { clock, closeTimeoutMs: 60_000 });
    socket.resume();
    connection.close(1000);
    const ended = Promise.race([once(socket, 'end'), once(socket, 'close')]);
    connection.release(1000);
    await ended;
    expect(witness.log).toEqual(['opened']);
  });

  it('reports a failed connect when it had not opened', async () => {
    const server = await wire.serve(() => undefined);
    const { connection, witness } = wire.connect(server.url);
    connection.close(1000);
    expect(await witness.end()).toMatchObject({ type: 'connect-failed' });
  });
});

describe('a peer that ends the connection', () => {
  it.each([1000, 1001, 4000, 4003, 4004, 4007, 4009, 4014])(
    'S-23 close frame %i and TCP left open: the code is told at once, answered, and the socket destroyed after the time-out',
    async (code) => {
      const clock = new ManualClock();
      const { witness, socket } = await wire.open(Buffer.alloc(0), { clock, closeTimeoutMs: 60_000 });
      const answered = once(socket, 'data') as Promise<[Buffer]>;
      socket.write(frame(Opcode.Close, closePayload(code, 'why')));
      expect(await witness.end()).toEqual({ type: 'close-frame', code, reason: 'why' });
      expect(clientFrames((await answered)[0])).toEqual([{ opcode: Opcode.Close, payload: closePayload(code, 'why') }]);
      expect(await isDestroyedAtTheOtherEnd(socket)).toBe(false);
      clock.advance(60_000);
      expect(await isDestroyedAtTheOtherEnd(socket)).toBe(true);
      expect(witness.log).toEqual(['opened', 'closed close-frame']);
    },
  );

  it.each([4004, 4009])('S-23 close frame %i and TCP reset at once: the code still decides', async (code) => {
    const { witness, socket } = await wire.open();
    socket.write(frame(Opcode.Close, closePayload(code)), () => socket.resetAndDestroy());
    await sleep(20);
    expect(witness.ends).toEqual([{ type: 'close-frame', code, reason: '' }]);
  });

  it('says 1005 for a close frame without a code, and hears nothing after it', async () => {
    const { witness, socket } = await wire.open();
    socket.write(Buffer.concat([frame(Opcode.Text, 'before'), frame(Opcode.Close), frame(Opcode.Text, 'after')]));
    expect(await witness.end()).toEqual({ type: 'close-frame', code: 1005, reason: '' });
    await sleep(10);
    expect(witness.log).toEqual(['opened', 'text before', 'closed close-frame']);
  });

  it('is told as dropped, once, when it resets the connection', async () => {
    const { witness, socket } = await wire.open();
    socket.resetAndDestroy();
    expect(await witness.end()).toMatchObject({ type: 'dropped' });
    await sleep(10);
    expect(witness.log).toEqual(['opened', 'closed dropped']);
  });

  it('is told as dropped at once when it sends FIN without a close frame, even while our own writes are stuck', async () => {
    const { connection, witness, socket } = await wire.open();
    socket.pause();
    for (let written = 0; written < 64 && connection.bytesBuffered === 0; written += 1) connection.send('x'.repeat(2 ** 20));
    socket.end(frame(Opcode.Text, 'last words'));
    expect((await witness.seen(3)).log).toEqual(['opened', 'text last words', 'closed dropped']);
  });
});

describe('a peer that breaks the protocol', () => {
  const violations: readonly (readonly [string, Buffer])[] = [
    ['RSV1', frame(Opcode.Text, 'x', { first: 0x40 })],
    ['RSV2 and RSV3', frame(Opcode.Text, 'x', { first: 0x30 })],
    ['a masked frame', frame(Opcode.Text, 'x', { isMasked: true })],
    ['invalid UTF-8', frame(Opcode.Text, Buffer.from([0xff, 0xff]))],
    ['an unknown opcode', frame(5, 'x')],
    ['a continuation of nothing', frame(Opcode.Continuation, 'x')],
    ['a fragmented ping', frame(Opcode.Ping, 'x', { isFinal: false })],
    ['a close code that may not be sent', frame(Opcode.Close, closePayload(1006))],
    ['bytes that are no frame', Buffer.alloc(40, 0xff)],
  ];

  it.each(violations)('S-17 %s: a protocol error, and nothing after it is read', async (_name, bytes) => {
    const { witness, socket } = await wire.open();
    socket.write(Buffer.concat([frame(Opcode.Text, 'good'), bytes, frame(Opcode.Text, 'unread')]));
    expect(await witness.end()).toMatchObject({ type: 'protocol-error' });
    await sleep(5);
    expect(witness.log).toEqual(['opened', 'text good', 'closed protocol-error']);
  });

  it('S-16 huge frame: a length of 2^40 is refused before its bytes are there', async () => {
    const { witness, socket } = await wire.open();
    socket.write(Buffer.from([0x82, 127, 0, 0, 1, 0, 0, 0, 0, 0]));
    expect(await witness.end()).toMatchObject({ type: 'protocol-error' });
  });

  it('S-16 huge message: fragments that together pass the limit, or 20,000 of one byte, are refused', async () => {
    const large = await wire.open(Buffer.alloc(0), { maxPayloadBytes: 1_000 });
    const half = Buffer.alloc(600, 'x');
    large.socket.write(Buffer.concat([frame(Opcode.Text, half, { isFinal: false }), frame(Opcode.Continuation, half)]));
    expect(await large.witness.end()).toMatchObject({ type: 'protocol-error' });
    const many = await wire.open();
    const bytes = Array.from({ length: 20_000 }, (_, index) =>
      frame(index === 0 ? Opcode.Text : Opcode.Continuation, 'x', { isFinal: false }),
    );
    many.socket.write(Buffer.concat(bytes));
    expect(await many.witness.end()).toMatchObject({ type: 'protocol-error' });
  });
});
