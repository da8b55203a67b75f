import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Rest } from '../../src/index.js';
import { TOKEN } from '../FakeApi.js';

const sockets = new Set<Socket>();
const IDLE_MS = 5_000;

/** A server behind a NAT that forgets connections which idle for 5 s: what comes later on them goes nowhere, and nobody says so. */
const server = createServer((socket) => {
  let usedAtMs = performance.now();
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.on('data', () => {
    if (performance.now() - usedAtMs > IDLE_MS) return;
    usedAtMs = performance.now();
    socket.write('HTTP/1.1 204 No Content\r\nKeep-Alive: timeout=600\r\n\r\n');
  });
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

describe('a Rest that has idled for 6 s', () => {
  it('R-19 answers an interaction within 300 ms, though its connection is dead', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await using rest = new Rest({ token: TOKEN, baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/v10` });
    const answer = (id: string): Promise<void> => rest.interactions.createResponse(id, 'tok', { type: 5 });
    await answer('1');
    // There is no clock to wind in sockets.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const askedAtMs = performance.now();
    await answer('2');
    expect(performance.now() - askedAtMs).toBeLessThan(300);
    expect(sockets.size).toBe(2);
  }, 15_000);
});
