import { afterEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectTcp, createServer, type AddressInfo } from 'node:net';
import { PassThrough, type Duplex } from 'node:stream';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { clientFrames } from '../clientFrames.js';
import { heardByProcess } from '../heardByProcess.js';
import { CERTIFICATE_FILE, closePayload, frame, Opcode, switchingProtocols } from '../RawServer.js';
import { Wire } from '../Wire.js';

const MIB = 2 ** 20;
const secure = { isSecure: true } as const;
const big = Buffer.alloc(5 * MIB).map((_, index) => index % 251);
const bigHash = createHash('sha1').update(big).digest('hex');
const goodbye = frame(Opcode.Close, closePayload(4000, 'bye'));
const GOODBYE = JSON.stringify({ type: 'close-frame', code: 4000, reason: 'bye' });

const wire = new Wire();

afterEach(() => wire.close());

/** As an own `createConnection` trusts a certificate of one's own. */
function trusting(options: object): TLSSocket {
  return connectTls({ ...(options as ConnectionOptions), ca: readFileSync(CERTIFICATE_FILE) });
}

describe('a socket that is opened', () => {
  it('shares its memory with others: what many connections read at once is not mixed', async () => {
    const names = Array.from({ length: 12 }, (_, index) => String.fromCharCode(97 + index));
    const clients = await Promise.all(names.map(() => wire.open()));
    const texts = names.map((name) => Array.from({ length: 60 }, (_, index) => name.repeat(1 + index * 97)));
    for (let index = 0; index < 60; index += 1) {
      for (const [at, client] of clients.entries()) {
        const bytes = frame(Opcode.Text, texts[at]?.[index]);
        client.socket.write(bytes.subarray(0, bytes.length >> 1));
        client.socket.write(bytes.subarray(bytes.length >> 1));
      }
    }
    await Promise.all(clients.map(({ witness }) => witness.seen(61)));
    for (const [at, { witness }] of clients.entries())
      expect(witness.log).toEqual(['opened', ...(texts[at] ?? []).map((text) => `text ${text}`)]);
  });

  it('reads 5 MiB in one frame', async () => {
    const lengths: number[] = [];
    const { witness } = await wire.open(Buffer.concat([frame(Opcode.Text, 'x'.repeat(5 * MIB)), frame(Opcode.Text, 'next')]));
    for (const entry of (await witness.seen(3)).log) lengths.push(entry.length);
    expect(lengths).toEqual(['opened'.length, 'text '.length + 5 * MIB, 'text next'.length]);
  });

  it('is asked for with what net.connect and tls.connect want', async () => {
    const asked: object[] = [];
    const lookup = (): undefined => undefined;
    const createConnection = (options: object): Duplex => {
      asked.push(options);
      return new PassThrough();
    };
    wire.connect('ws://[::1]:8080/', { createConnection });
    wire.connect('wss://gateway.test/', { createConnection, lookup });
    wire.connect('wss://127.0.0.1/', { createConnection });
    expect(asked).toEqual([
      { host: '::1', noDelay: true, port: 8080 },
      { ALPNProtocols: ['http/1.1'], host: 'gateway.test', lookup, noDelay: true, port: 443, servername: 'gateway.test' },
      { ALPNProtocols: ['http/1.1'], host: '127.0.0.1', noDelay: true, port: 443, servername: '' },
    ]);
  });

  it('tells a stream of text, which could be no web socket', async () => {
    const createConnection = (): Duplex => new PassThrough().setEncoding('utf8');
    const { witness } = wire.connect('ws://localhost/', { createConnection });
    expect(await witness.end()).toMatchObject({ type: 'connect-failed', reason: 'other', message: expect.stringMatching(/gave a string/) });
  });
});

describe('a socket over TLS', () => {
  it('of a createConnection with an authority of its own hears and says everything', async () => {
    const { connection, witness, socket } = await wire.open(frame(Opcode.Text, 'hello'), { createConnection: trusting }, secure);
    const arrived = once(socket, 'data') as Promise<[Buffer]>;
    connection.send('{"op":1}');
    expect(clientFrames((await arrived)[0])).toEqual([{ opcode: Opcode.Text, payload: Buffer.from('{"op":1}') }]);
    socket.write(goodbye);
    expect(await witness.end()).toEqual({ type: 'close-frame', code: 4000, reason: 'bye' });
    expect(witness.log).toEqual(['opened', 'text hello', 'closed close-frame']);
    expect(connection.bytesReceived).toBeGreaterThan(100);
  });

  it('S-02 FIN without close frame: is told as dropped when TLS is not ended either', async () => {
    const { witness, socket } = await wire.open(Buffer.alloc(0), { createConnection: trusting }, secure);
    socket.destroy();
    expect(await witness.end()).toMatchObject({ type: 'dropped' });
  });

  it('that nobody gave it reads large and small into the shared memory', async () => {
    const server = await wire.serve((socket, head) => {
      socket.write(Buffer.concat([switchingProtocols(head), frame(Opcode.Text, 'small')]));
      socket.write(Buffer.concat([frame(Opcode.Binary, big), frame(Opcode.Ping), goodbye]));
    }, secure);
    expect(await heardByProcess(`wss://localhost:${server.port}/`)).toEqual(['opened', 'text small', bigHash, GOODBYE]);
  });

  it('keeps the order of what was under way when it was paused', async () => {
    const server = await wire.serve((socket, head) => {
      socket.setNoDelay();
      socket.write(Buffer.concat([switchingProtocols(head), frame(Opcode.Text, 'first'), frame(Opcode.Text, 'second').subarray(0, 3)]));
      socket.write(Buffer.concat([frame(Opcode.Text, 'second').subarray(3), goodbye]));
    }, secure);
    await using proxy = await holdingBack(server.port);
    expect(await heardByProcess(`wss://127.0.0.1:${proxy.port}/`, 'paused')).toEqual(['opened', 'text first', 'text second', GOODBYE]);
  });
});

/** A way to this port on which what a server says within 20 ms comes at once: several records of TLS in one segment. */
async function holdingBack(port: number): Promise<AsyncDisposable & { readonly port: number }> {
  const proxy = createServer((client) => {
    const server = connectTcp({ port, host: '127.0.0.1' }, () => client.pipe(server));
    server.on('data', (bytes) => {
      client.cork();
      client.write(bytes);
    });
    const uncork = setInterval(() => {
      while (client.writableCorked > 0) client.uncork();
    }, 20);
    client.on('error', () => undefined);
    server.on('error', () => undefined);
    client.on('close', () => {
      clearInterval(uncork);
      server.destroy();
    });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      await once(proxy.close(), 'close');
    },
  };
}
