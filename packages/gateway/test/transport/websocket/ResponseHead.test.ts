import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ResponseHead, type HeadProgress } from '../../../src/transport/websocket/ResponseHead.js';
import { cutAt } from './Heard.js';

const HEAD = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nX-Space:  a b \r\n\r\n';
const RESPONSE = { statusCode: 101, headers: { upgrade: 'websocket', 'x-space': 'a b' } };

/** What is known after the last of these pieces that still matters, with all that came behind the head. */
function read(...pieces: readonly (Buffer | string)[]): HeadProgress {
  const head = new ResponseHead();
  let progress: HeadProgress = { type: 'more' };
  for (const [index, piece] of pieces.entries()) {
    const memory = Buffer.from(piece as string);
    progress = head.push(memory);
    memory.fill(0xee);
    if (progress.type !== 'more') {
      const rest = pieces.slice(index + 1).map((later) => Buffer.from(later as string));
      return progress.type === 'whole' ? { ...progress, rest: Buffer.concat([progress.rest, ...rest]) } : progress;
    }
  }
  return progress;
}

const whole = (rest: Buffer | string): HeadProgress => ({ type: 'whole', response: RESPONSE, rest: Buffer.from(rest as string) });

describe('the head of a response', () => {
  it('S-09 101 and frames: is the same wherever it is cut, and what follows it is not lost', () => {
    const bytes = Buffer.concat([Buffer.from(HEAD), Buffer.from([0x81, 1, 0x61])]);
    for (let at = 0; at <= bytes.length; at += 1)
      expect(read(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole(bytes.subarray(-3)));
    const single = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect(read(...single)).toEqual(whole(bytes.subarray(-3)));
  });

  it('is that of the real response, behind any number of interim ones', () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100\r\n\r\n';
    fc.assert(
      fc.property(fc.array(fc.nat()), (cuts) => {
        expect(read(...cutAt(Buffer.from(`${interim}${HEAD}rest`), cuts))).toEqual(whole('rest'));
      }),
    );
  });

  it.each([
    ['HTTP/1.0 200 OK\r\n\r\n', 200, {}],
    ['HTTP/1.1 520 \r\nServer: cloudflare\r\n\r\n', 520, { server: 'cloudflare' }],
    ['HTTP/1.1 429 X\r\nRetry-After: 1\r\nno colon here\r\n: no name\r\nEmpty:\r\n\r\n', 429, { 'retry-after': '1', empty: '' }],
    ['HTTP/1.1 101 X\r\nConnection: keep-alive\r\nconnection: Upgrade\r\n\r\n', 101, { connection: 'keep-alive, Upgrade' }],
    [
      'HTTP/1.1 101 X\r\n__proto__: a\r\nconstructor: b\r\n\r\n',
      101,
      Object.fromEntries([
        ['__proto__', 'a'],
        ['constructor', 'b'],
      ]),
    ],
  ])('%j is read', (text, statusCode, headers) => {
    expect(read(text)).toEqual({ type: 'whole', response: { statusCode, headers }, rest: Buffer.alloc(0) });
  });

  it.each([
    'SSH-2.0-OpenSSH_9.6\r\n',
    'HTTP/2 200\r\n\r\n',
    '\x15\x03\x01',
    'HTTP/1.1 2000 OK\r\n\r\n',
    'HTTP/1.1\r\n\r\n',
    'HTTX',
    '\r\n\r\n',
  ])('%j is nobody that speaks HTTP/1, which is known at once', (text) => {
    expect(read(text)).toEqual({ type: 'unreadable', message: 'the upgrade was answered by something that speaks no HTTP/1' });
  });

  it('waits for more while it may become one', () => {
    expect(['', 'H', 'HTTP/1.', 'HTTP/1.1 101 Switching', HEAD.slice(0, -1)].map((text) => read(text).type)).not.toContain('whole');
    expect(read('H').type).toBe('more');
  });

  it('has 16 KiB at most, whether they come at once or not', () => {
    const head = (bytes: number): string => `HTTP/1.1 101 X\r\nA: ${'a'.repeat(bytes - 19)}\r\n\r\n`;
    const tooLong = { type: 'unreadable', message: 'the upgrade was answered with a head of more than 16384 bytes' };
    expect(read(head(16_384)).type).toBe('whole');
    expect(read(head(16_385))).toEqual(tooLong);
    expect(read('HTTP/1.1 101 X\r\n', ...Array.from({ length: 20 }, () => 'A: '.padEnd(1_000, 'a')))).toEqual(tooLong);
  });
});
