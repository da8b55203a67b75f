import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import type { RequestBody } from '../../src/body/RequestBody.js';
import { Upload } from '../../src/transport/Upload.js';

type Content = Readable | string | Uint8Array | Promise<Readable>;

function uploadOf(open: () => Content) {
  const clock = new ManualClock();
  const body: RequestBody = { contentType: 'text/plain', isRepeatable: true, lengthBytes: null, open };
  return { clock, upload: new Upload(body, clock) };
}

async function readAll(upload: Upload): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of upload) pieces.push(piece);
  return pieces;
}

describe('an upload', () => {
  it.each([
    ['a string', () => 'äb'],
    ['bytes', () => Buffer.from('äb')],
    ['a stream', () => Readable.from([Buffer.from('ä'), Buffer.from('b')])],
    ['a stream that comes later', () => Promise.resolve(Readable.from([Buffer.from('äb')]))],
  ])('gives all of %s', async (_, open) => {
    const { upload } = uploadOf(open);
    expect(Buffer.concat(await readAll(upload)).toString()).toBe('äb');
    expect([upload.isDone, upload.wasOpened, upload.failure]).toEqual([true, true, null]);
  });

  it('opens nothing before it is asked for a piece', () => {
    expect(uploadOf(() => 'x').upload.wasOpened).toBe(false);
  });

  it('cuts what is large into pieces of 64 KiB, and notes when each was taken', async () => {
    const { clock, upload } = uploadOf(() => Buffer.alloc(150 * 1024));
    const lengths: number[] = [];
    for await (const piece of upload) {
      lengths.push(piece.byteLength / 1024);
      clock.advance(1_000);
    }
    expect(lengths).toEqual([64, 64, 22]);
    expect(upload.lastProgressMs).toBe(3_000);
  });
});

describe('R-25 an upload that fails', () => {
  it.each([0, 1, 2, 3])('after %i × 64 KiB, keeps the cause', async (pieces) => {
    const cause = new TypeError('unplugged');
    const source = async function* () {
      for (let piece = 0; piece < pieces; piece += 1) yield Buffer.alloc(64 * 1024);
      throw cause;
    };
    const { upload } = uploadOf(() => Readable.from(source()));
    await expect(readAll(upload)).rejects.toBe(cause);
    expect([upload.failure, upload.isDone]).toEqual([{ cause }, false]);
  });
});

describe('an upload that nobody reads on', () => {
  it('destroys its stream, also one whose source stands still', async () => {
    const stream = new Readable({ read: () => undefined });
    const { upload } = uploadOf(() => stream);
    const piece = upload[Symbol.asyncIterator]().next();
    const outcome = expect(piece).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    await Promise.resolve();
    upload.end();
    await outcome;
    expect(stream.destroyed).toBe(true);
  });

  it('destroys a stream that was opened too late', async () => {
    const stream = Readable.from(['x']);
    const { upload } = uploadOf(() => Promise.resolve(stream));
    const piece = upload[Symbol.asyncIterator]().next();
    upload.end();
    await expect(piece).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    expect(stream.destroyed).toBe(true);
  });
});
