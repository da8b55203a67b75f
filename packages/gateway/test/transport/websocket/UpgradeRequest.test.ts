import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { UpgradeRequest } from '../../../src/transport/websocket/UpgradeRequest.js';

const lines = (request: UpgradeRequest): string[] => request.text.split('\r\n');

describe('an upgrade request', () => {
  it.each([
    ['wss://gateway.discord.gg/?v=10', true, 'gateway.discord.gg', 443, '/?v=10', 'gateway.discord.gg', 'gateway.discord.gg'],
    ['ws://localhost', false, 'localhost', 80, '/', 'localhost', 'localhost'],
    ['ws://127.0.0.1:8080/a?b=c#d', false, '127.0.0.1', 8080, '/a?b=c', '127.0.0.1:8080', ''],
    ['wss://[::1]:8443/', true, '::1', 8443, '/', '[::1]:8443', ''],
    ['ws://[2001:db8::1]', false, '2001:db8::1', 80, '/', '[2001:db8::1]', ''],
    ['wss://localhost:443/', true, 'localhost', 443, '/', 'localhost', 'localhost'],
    ['ws://localhost:443/', false, 'localhost', 443, '/', 'localhost:443', 'localhost'],
    ['wss://bücher.example/ü y', true, 'xn--bcher-kva.example', 443, '/%C3%BC%20y', 'xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('for %s knows where to go', (url, isSecure, host, port, path, hostHeader, serverName) => {
    const request = new UpgradeRequest(url, {});
    expect(request).toMatchObject({ isSecure, host, port, path, serverName });
    expect(lines(request).slice(0, 2)).toEqual([`GET ${path} HTTP/1.1`, `Host: ${hostHeader}`]);
  });

  it('is text that ends with an empty line, and has a new key of 16 bytes each time', () => {
    const [one, other] = [new UpgradeRequest('ws://localhost', { 'User-Agent': 'me' }), new UpgradeRequest('ws://localhost', {})];
    expect(lines(one)).toEqual([
      'GET / HTTP/1.1',
      'Host: localhost',
      'User-Agent: me',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${one.key}`,
      'Sec-WebSocket-Version: 13',
      'Upgrade: websocket',
      '',
      '',
    ]);
    expect(Buffer.from(one.key, 'base64')).toHaveLength(16);
    expect(one.key).not.toBe(other.key);
  });

  it('has each header once, whatever the case of its name: the later given, and ours for the upgrade itself', () => {
    const request = new UpgradeRequest('ws://localhost', {
      'User-Agent': 'a',
      'user-agent': 'b',
      host: 'other',
      upgrade: 'h2c',
      'X-A': '1',
    });
    expect(request.headers).toMatchObject({ host: 'other', 'user-agent': 'b', Upgrade: 'websocket', 'X-A': '1' });
    expect(Object.keys(request.headers)).toHaveLength(7);
  });

  it.each(['http://localhost', 'https://localhost', 'ftp://localhost', 'file:///etc/passwd'])('is not made for %s', (url) => {
    const make = (): unknown => new UpgradeRequest(url, {});
    expect(make).toThrow(OptionsError);
    expect(make).toThrow('is no scheme of web sockets');
  });

  it.each([
    ['no URL at all', {}],
    ['ws://localhost', { 'X-A': 'a\r\nX-B: b' }],
    ['ws://localhost', { 'X-A': 'a\n' }],
    ['ws://localhost', { 'X-A: a\r\nX-B': 'b' }],
    ['ws://localhost', { '': 'b' }],
    ['ws://localhost', { 'X A': 'b' }],
    ['ws://localhost', { 'X-A': 'snowman ☃' }],
  ])('is not made for %j with %j: nothing can be smuggled in', (url, headers) => {
    expect(() => new UpgradeRequest(url, headers)).toThrow(/^Invalid (?:URL|character)|must be a valid HTTP token/);
  });

  it('takes line breaks out of a URL', () => {
    expect(lines(new UpgradeRequest('ws://localhost/a\r\nX-B:b', {}))[0]).toBe('GET /aX-B:b HTTP/1.1');
  });
});
