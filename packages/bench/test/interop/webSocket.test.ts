import { describe, expect, it } from '@jest/globals';
import { WsTransport, type ConnectionEnd } from '@aplomb/gateway';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { Duplex } from 'node:stream';
import { WebSocket, type ClientOptions } from 'ws';

// What our own web socket hears is what the package `ws` hears, whatever a server says: an oracle for everything that RFC 6455 leaves to its readers.

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const MAX_BYTES = 2 ** 18;

/** A server in memory: it answers the upgrade, says these chunks and ends. */
class ScriptedServer extends Duplex {
  private request = '';
  private readonly chunks: readonly Buffer[];

  constructor(chunks: readonly Buffer[]) {
    super();
    this.chunks = chunks;
  }

  override _read(): void {
    // Everything is pushed when the request is whole.
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    const wasWhole = this.request.endsWith('\r\n\r\n');
    if (!wasWhole) this.request += bytes.toString('latin1');
    if (!wasWhole && this.request.endsWith('\r\n\r\n')) this.answer();
    done();
  }

  private answer(): void {
    const key = /sec-websocket-key: (\S+)/i.exec(this.request)?.[1] ?? '';
    const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
    this.push(`HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    for (const chunk of this.chunks) if (chunk.length > 0) this.push(chunk);
    this.push(null);
  }
}

const shown = (bytes: Buffer, isBinary: boolean): string => `${isBinary ? 'binary' : 'text'} ${bytes.toString('hex')}`;

function shownEnd(end: ConnectionEnd): string {
  return end.type === 'close-frame' ? `${end.type} ${end.code} ${end.reason}` : end.type;
}

/** What our connection hears of these chunks. */
function heardByUs(chunks: readonly Buffer[]): Promise<readonly string[]> {
  const log: string[] = [];
  return new Promise((resolve) => {
    new WsTransport({ createConnection: () => new ScriptedServer(chunks), maxPayloadBytes: MAX_BYTES }).connect(
      { url: 'ws://localhost/' },
      {
        opened: () => log.push('opened'),
        message: (bytes, isBinary) => log.push(shown(bytes, isBinary)),
        pong: () => log.push('pong'),
        closed: (end) => {
          resolve([...log, shownEnd(end)]);
        },
      },
    );
  });
}

/** What `ws` hears of these chunks, in the same words. */
function heardByWs(chunks: readonly Buffer[]): Promise<readonly string[]> {
  const log: string[] = [];
  const createConnection = (): Duplex => new ScriptedServer(chunks);
  const options: ClientOptions = { createConnection: createConnection as never, maxPayload: MAX_BYTES, perMessageDeflate: false };
  const ws = new WebSocket('ws://localhost/', options);
  return new Promise((resolve) => {
    ws.on('open', () => log.push('opened'));
    ws.on('message', (bytes: Buffer, isBinary) => log.push(shown(bytes, isBinary)));
    ws.on('pong', () => log.push('pong'));
    ws.on('error', () => {
      resolve([...log, 'protocol-error']);
    });
    ws.on('close', (code, reason) => {
      resolve([...log, code === 1006 ? 'dropped' : `close-frame ${code} ${reason.toString()}`]);
    });
  });
}

/** A frame whose header may say anything. */
const frame = fc
  .record({
    first: fc.oneof(fc.constantFrom(0x81, 0x82, 0x01, 0x02, 0x00, 0x80, 0x89, 0x8a), fc.nat(255)),
    isMasked: fc.nat(30).map((chance) => chance === 0),
    form: fc.constantFrom(7, 7, 7, 16, 64),
    payload: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(126, 70_000, MAX_BYTES, MAX_BYTES + 1).map((length) => Buffer.alloc(length, 'y')),
    ),
  })
  .map(({ first, isMasked, form, payload }) => {
    const header = Buffer.alloc(10);
    header[0] = first;
    const begin = isMasked ? 0x80 : 0;
    if (form === 7 && payload.length < 126) {
      header[1] = begin | payload.length;
      return Buffer.concat([header.subarray(0, 2), payload]);
    }
    if (form !== 64 && payload.length < 2 ** 16) {
      header[1] = begin | 126;
      header.writeUInt16BE(payload.length, 2);
      return Buffer.concat([header.subarray(0, 4), payload]);
    }
    header[1] = begin | 127;
    header.writeBigUInt64BE(BigInt(payload.length), 2);
    return Buffer.concat([header, payload]);
  });

const closing = fc
  .tuple(fc.oneof(fc.constantFrom(1000, 1005, 4004), fc.nat(6_000)), fc.uint8Array({ maxLength: 10 }))
  .map(([code, reason]) => {
    return Buffer.concat([Buffer.from([0x88, 2 + reason.length, code >> 8, code & 0xff]), reason]);
  });

/** A history of frames, of which the last may be there in part, in chunks. */
const chunks = fc
  .tuple(
    fc.array(fc.oneof({ weight: 8, arbitrary: frame }, { weight: 1, arbitrary: closing }), { maxLength: 8 }),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.nat(3),
  )
  .map(([frames, cuts, lacking]) => {
    const bytes = Buffer.concat(frames);
    const all = bytes.subarray(0, Math.max(0, bytes.length - lacking));
    const edges = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length];
    return edges.slice(1).map((edge, index) => all.subarray(edges[index], edge));
  });

describe('our web socket beside the package ws', () => {
  it('hears the same of whatever a server says, and ends the same way', async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(chunks, async (said) => {
        const [ours, theirs] = await Promise.all([heardByUs(said), heardByWs(said)]);
        expect(ours).toEqual(theirs);
        ends.add(ours.at(-1)?.split(' ')[0] ?? '');
      }),
      { numRuns: 600 },
    );
    expect([...ends].sort()).toEqual(['close-frame', 'dropped', 'protocol-error']);
  });
});
