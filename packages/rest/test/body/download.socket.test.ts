import { ManualClock, systemClock, type Clock } from '@aplomb/base';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { checkedLookup, download } from '../../src/body/download.js';

const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };
const PUBLIC: LookupAddress = { address: '93.184.215.14', family: 4 };

let server: Server;
let connections = 0;
let isSilent = false;
const sockets: Socket[] = [];
let onConnection: () => void = () => undefined;

beforeAll(async () => {
  // It hangs up at once, or never says a word: whether it was reached is all that these tests ask.
  server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    if (isSilent) sockets.push(socket);
    else socket.destroy();
    onConnection();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** A name server that gives each answer once, the last for ever. */
function resolver(...answers: readonly (readonly LookupAddress[])[]) {
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    return answers[Math.min(asked.length, answers.length) - 1] ?? [];
  };
  return { asked, resolve };
}

async function fetchBy(names: ReturnType<typeof resolver>, mayHaveAnyAddress = false, clock: Clock = systemClock): Promise<unknown> {
  const url = new URL(`https://rebind.example:${String((server.address() as AddressInfo).port)}/secret`);
  const limits = { maxBytes: 1_000, mayHaveAnyAddress, name: 'secret', timeoutMs: 5_000 };
  return await download(url, limits, { clock, resolve: names.resolve }).catch((error: unknown) => error);
}

async function lookUp(answer: readonly LookupAddress[], options: { readonly all?: boolean }): Promise<unknown> {
  const lookup = checkedLookup({ mayHaveAnyAddress: false, name: 'x' }, async () => answer);
  return await new Promise((resolve) => {
    lookup('host.example', options, (error, address, family) => {
      resolve(error ?? (family === undefined ? address : { address, family }));
    });
  });
}

describe('Y-06 a name that leads into the own network', () => {
  it('is refused, and no connection is made', async () => {
    connections = 0;
    for (const address of ['127.0.0.1', '169.254.169.254', '10.0.0.1', '::1', '::ffff:127.0.0.1', 'fd00::1'])
      expect(await fetchBy(resolver([{ address, family: address.includes(':') ? 6 : 4 }]))).toMatchObject({
        code: 'URL_REFUSED',
        message: expect.stringContaining('`rebind.example`'),
      });
    expect(connections).toBe(0);
  });

  it('DNS rebinding: the answer that was checked is the one that is connected to, and the name is asked for once', async () => {
    const names = resolver([LOOPBACK], [PUBLIC]);
    connections = 0;
    await fetchBy(names, true);
    expect(names.asked).toEqual(['rebind.example']);
    expect(connections).toBe(1);
  });

  it('is not reached by one private address among public ones', async () => {
    expect(await lookUp([LOOPBACK, PUBLIC], { all: true })).toEqual([PUBLIC]);
    expect(await lookUp([LOOPBACK, PUBLIC], {})).toEqual(PUBLIC);
    expect(await lookUp([LOOPBACK], { all: true })).toMatchObject({ code: 'URL_REFUSED' });
    expect(await lookUp([], {})).toMatchObject({ code: 'URL_REFUSED' });
  });
});

describe('a name that nobody knows, or a server that is none', () => {
  it('is FILE_UNREADABLE with its cause', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    expect(await fetchBy({ asked: [], resolve })).toMatchObject({ code: 'FILE_UNREADABLE', cause: { code: 'ENOTFOUND' } });
    expect(await fetchBy(resolver([LOOPBACK]), true)).toMatchObject({ code: 'FILE_UNREADABLE', cause: expect.anything() });
  });
});

describe('a server that does not answer', () => {
  it('is given up after timeoutMs over everything, and no timer is left', async () => {
    const clock = new ManualClock();
    isSilent = true;
    const reached = new Promise<void>((resolve) => (onConnection = resolve));
    const outcome = fetchBy(resolver([LOOPBACK]), true, clock);
    await reached;
    clock.advance(5_000);
    expect(await outcome).toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('took too long (5000 ms)') });
    expect(clock.pendingTimers).toBe(0);
  });
});
