import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { isOnThisMachine, post } from '../../src/http-interactions/post.js';

describe('an endpoint', () => {
  it.each([
    ['http://127.0.0.1:8080/', true],
    ['http://127.8.9.10/x', true],
    ['http://localhost:3000/interactions', true],
    ['http://[::1]:80/', true],
    ['https://127.0.0.1/', false],
    ['http://example.org/', false],
    ['http://127.0.0.1.example.org/', false],
    ['http://localhost@example.org/', false],
    ['http://10.0.0.1/', false],
    ['file:///etc/hosts', false],
    ['nothing', false],
  ])('%s is on this machine: %s', (url, expected) => {
    expect(isOnThisMachine(url)).toBe(expected);
  });

  it('is not followed elsewhere', async () => {
    const server = createServer((_, response) => response.writeHead(302, { location: 'http://example.org/' }).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    expect(await post(url, '{}', {}, new AbortController().signal)).toMatchObject({ status: 302 });
    server.close();
  });
});
