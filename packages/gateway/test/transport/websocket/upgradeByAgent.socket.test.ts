import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientFrames } from '../clientFrames.js';
import { CERTIFICATE_FILE, closePayload, frame, Opcode, switchingProtocols } from '../RawServer.js';
import { Wire } from '../Wire.js';

const wire = new Wire();

afterEach(() => wire.close());

/** An agent whose connections fail in this way. */
function failing(fail: (callback: (error: Error) => void) => void): Agent {
  const agent = new Agent();
  const createConnection = (_options: object, callback: (error: Error) => void): void => {
    fail(callback);
  };
  Object.assign(agent, { createConnection });
  return agent;
}

/** Resolves when the other end is there no more: a server's end stays open by itself. */
async function letGoOf(socket: Socket): Promise<void> {
  await Promise.race([once(socket, 'end'), once(socket, 'close')]);
}

describe('an upgrade over an agent', () => {
  it('S-09 101 and HELLO in one segment: hears both, and what follows', async () => {
    const { connection, witness, socket } = await wire.open(frame(Opcode.Text, '{"op":10}'), { agent: new Agent() });
    const arrived = once(socket, 'data') as Promise<[Buffer]>;
    connection.send('{"op":2}');
    expect(clientFrames((await arrived)[0])).toEqual([{ opcode: Opcode.Text, payload: Buffer.from('{"op":2}') }]);
    const more = frame(Opcode.Text, 'more');
    socket.write(more.subarray(0, 3));
    await sleep(5);
    socket.write(Buffer.concat([more.subarray(3), frame(Opcode.Close, closePayload(4009))]));
    expect(await witness.end()).toEqual({ type: 'close-frame', code: 4009, reason: '' });
    expect(witness.log).toEqual(['opened', 'text {"op":10}', 'text more', 'closed close-frame']);
    expect(connection.bytesReceived).toBeGreaterThan(more.length);
  });

  it('goes by TLS when the URL says so, and never shares its connection', async () => {
    const agent = new SecureAgent({ ca: readFileSync(CERTIFICATE_FILE), keepAlive: true });
    const { witness, socket } = await wire.open(frame(Opcode.Text, 'hello'), { agent }, { isSecure: true });
    expect((await witness.seen(2)).log).toEqual(['opened', 'text hello']);
    expect([Object.keys(agent.sockets), Object.keys(agent.freeSockets)]).toEqual([[], []]);
    socket.destroy();
    expect(await witness.end()).toMatchObject({ type: 'dropped' });
  });

  it('resolves names as it was told', async () => {
    const asked: string[] = [];
    const lookup: LookupFunction = (host, _options, callback) => {
      asked.push(host);
      callback(Object.assign(new TypeError('no such name'), { code: 'ENOTFOUND' }), '');
    };
    const { witness } = wire.connect('ws://gateway.test/', { agent: new Agent(), lookup });
    expect(await witness.end()).toMatchObject({ type: 'connect-failed', reason: 'dns' });
    expect(asked).toEqual(['gateway.test']);
  });

  it('S-07 upgrade answered with 503: is a failed connect with that status and the wait', async () => {
    const { port, sockets } = await wire.serve((socket) =>
      socket.write('HTTP/1.1 503 X\r\nRetry-After: 2\r\nContent-Length: 100\r\n\r\n<html>'),
    );
    const { witness } = wire.connect(`ws://127.0.0.1:${port}/`, { agent: new Agent({ keepAlive: true }) });
    expect(await witness.end()).toMatchObject({ type: 'connect-failed', reason: 'bad-status', status: 503, retryAfterMs: 2_000 });
    const [socket] = sockets;
    if (socket !== undefined) await letGoOf(socket);
    expect(witness.log).toEqual(['closed connect-failed']);
  });

  it('S-07 upgrade answered without proof: is a failed connect', async () => {
    const { url } = await wire.serve((socket) => socket.write(switchingProtocols('sec-websocket-key: another')));
    expect(await wire.connect(url, { agent: new Agent() }).witness.end()).toMatchObject({ type: 'connect-failed', reason: 'other' });
  });

  it.each([
    ['by its callback', (callback: (error: Error) => void) => queueMicrotask(() => callback(new RangeError('no proxy')))],
    [
      'at once',
      (): void => {
        throw new RangeError('no proxy');
      },
    ],
  ])('that the agent refuses %s is a failed connect, told after connect has returned', async (_name, fail) => {
    const { witness } = wire.connect('ws://gateway.test/', { agent: failing(fail) });
    expect(witness.log).toEqual([]);
    expect(await witness.end()).toMatchObject({ type: 'connect-failed', reason: 'other', message: 'no proxy' });
  });

  it('reads nothing while it is paused, not even what came with the 101, and then all in order', async () => {
    const server = await wire.serve((socket, head) => {
      socket.write(Buffer.concat([switchingProtocols(head), frame(Opcode.Text, 'first'), frame(Opcode.Text, 'second').subarray(0, 3)]));
      setTimeout(() => socket.write(Buffer.concat([frame(Opcode.Text, 'second').subarray(3), frame(Opcode.Text, 'third')])), 5);
    });
    const { connection, witness } = wire.connect(server.url, { agent: new Agent() });
    connection.pause();
    await witness.seen(1);
    await sleep(20);
    expect(witness.log).toEqual(['opened']);
    connection.resume();
    expect((await witness.seen(4)).log).toEqual(['opened', 'text first', 'text second', 'text third']);
  });

  it.each(['release', 'close'] as const)('lets go of a request that was never answered: %s', async (letGo) => {
    const server = await wire.serve(() => undefined);
    const { connection, witness } = wire.connect(server.url, { agent: new Agent() });
    while (server.sockets.size === 0) await sleep(1);
    await sleep(5);
    const [socket] = server.sockets;
    connection[letGo](4000);
    if (socket !== undefined) await letGoOf(socket);
    await sleep(5);
    expect(witness.log).toEqual(letGo === 'release' ? [] : ['closed connect-failed']);
  });
});
