import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { attachment } from '../../src/body/attachment.js';
import { encodeBody, type EncodeOptions } from '../../src/body/encodeBody.js';
import type { FileInput } from '../../src/body/FileInput.js';
import { partsOf, readBody } from './readBody.js';

const KiB = 1024;
const CHUNK = 64 * KiB;

/** A stream of `count` chunks of 64 KiB, which fails after `failAfter` of them. */
function chunks(count: number, failAfter = Infinity): Readable {
  let sent = 0;
  return new Readable({
    highWaterMark: CHUNK,
    read() {
      if (sent === failAfter) this.destroy(Object.assign(new Error('the disk went away'), { code: 'EIO' }));
      else this.push(sent++ < count ? Buffer.alloc(CHUNK, sent) : null);
    },
  });
}

async function encode(files: readonly FileInput[], options: EncodeOptions = {}) {
  return await encodeBody({ files }, options);
}

async function failureOf(files: readonly FileInput[], options: EncodeOptions = {}): Promise<Record<string, unknown>> {
  const outcome: unknown = await encode(files, options)
    .then(readBody)
    .catch((error: unknown) => error);
  return outcome as Record<string, unknown>;
}

/** A stream that gives one chunk and then nothing for ever. */
function stalled(): Readable {
  let isFirst = true;
  return new Readable({
    read() {
      if (isFirst) this.push(Buffer.alloc(10));
      isFirst = false;
    },
  });
}

describe('R-25 an upload whose stream fails', () => {
  it.each(Array.from({ length: 17 }, (_, index) => index))(
    'after %i × 64 KiB says so with its cause, and is sent whole by the next attempt',
    async (failAfter) => {
      let opened = 0;
      const streams: Readable[] = [];
      const flaky = () => {
        streams.push(chunks(16, opened++ === 0 ? failAfter : Infinity));
        return streams.at(-1)!;
      };
      const body = await encode([attachment(flaky, 'log.txt', { sizeBytes: 16 * CHUNK }), Buffer.from('after')]);
      const failure = await readBody(body).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'FILE_UNREADABLE', fileName: 'log.txt', cause: { code: 'EIO' } });
      expect((failure as Error).message).toContain(`failed after ${String(failAfter * CHUNK)} bytes`);
      expect(body.isRepeatable).toBe(true);
      const again = await readBody(body);
      expect(again.byteLength).toBe(body.lengthBytes);
      expect(streams.every((stream) => stream.destroyed)).toBe(true);
    },
  );

  it('and was handed over once is never read a second time', async () => {
    const body = await encode([chunks(2)]);
    expect(body.isRepeatable).toBe(false);
    await readBody(body);
    await expect(readBody(body)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('was read or ended before'),
    });
  });

  it('is refused before anything is sent when it was read before the call', async () => {
    const used = chunks(1);
    await used.toArray();
    await expect(readBody(await encode([used]))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('destroys the other files, also those whose turn never came', async () => {
    const other = chunks(4);
    await failureOf([() => chunks(4, 1), other]);
    expect(other.destroyed).toBe(true);
  });

  it('survives a file that fails while another is being sent', async () => {
    const second = chunks(4);
    const body = await encode([() => chunks(4), second]);
    const stream = (await body.open()) as Readable;
    second.destroy(new Error('gone early'));
    await expect(stream.toArray()).rejects.toMatchObject({ code: 'FILE_UNREADABLE', fileName: 'file1' });
  });

  it('destroys what was opened when another file cannot be opened, and sends nothing', async () => {
    const opened = chunks(4);
    const missing = () => {
      throw new TypeError('no such thing');
    };
    const body = await encode([attachment(() => opened, 'a'), attachment(missing, 'b')]);
    await expect(Promise.resolve(body.open())).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      fileName: 'b',
      cause: { message: 'no such thing' },
    });
    expect(opened.destroyed).toBe(true);
  });
});

describe('an upload that is aborted', () => {
  it('destroys its streams at once, also one that has stalled', async () => {
    const files = [stalled(), chunks(2)];
    const stream = (await (await encode(files)).open()) as Readable;
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined).destroy();
    await closed;
    expect(files.every((file) => file.destroyed)).toBe(true);
  });

  it('before it was read destroys its streams, too', async () => {
    const file = chunks(2);
    const stream = (await (await encode([file])).open()) as Readable;
    stream.destroy();
    expect(file.destroyed).toBe(true);
  });
});

describe('a declared size that lies', () => {
  it('fails with both numbers, and never sends a byte too many', async () => {
    const short = await failureOf([attachment(() => chunks(1), 'a', { sizeBytes: CHUNK + 1 })]);
    expect(short).toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('was to have 65537 bytes, but has 65536.') });
    const long = await failureOf([attachment(() => chunks(3), 'a', { sizeBytes: CHUNK + 1 })]);
    expect(long).toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('was to have 65537 bytes, but has more.') });
  });
});

describe('a stream of unknown size', () => {
  it('is read no faster than it is taken', async () => {
    let read = 0;
    const endless = new Readable({
      highWaterMark: CHUNK,
      read() {
        read += 1;
        this.push(Buffer.alloc(CHUNK));
      },
    });
    const stream = (await (await encode([endless])).open()) as Readable;
    const iterator = stream[Symbol.asyncIterator]();
    for (let count = 0; count < 8; count++) await iterator.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBeLessThan(16);
    stream.destroy();
  });

  it('is cut off with FILE_TOO_LARGE where it passes the limit of a file or of the request', async () => {
    const each = await failureOf([attachment(() => chunks(3), 'a')], { maxFileBytes: 2 * CHUNK });
    expect(each).toMatchObject({ code: 'FILE_TOO_LARGE', fileName: 'a', message: expect.stringContaining('131072 bytes') });
    const all = await failureOf([Buffer.alloc(CHUNK), () => chunks(1), attachment(() => chunks(2), 'c')], { maxRequestBytes: 3 * CHUNK });
    expect(all).toMatchObject({ code: 'FILE_TOO_LARGE', fileName: 'c', message: expect.stringContaining('65536 bytes that are left') });
  });

  it('may give text, any view, or an ArrayBuffer, and fails on anything else', async () => {
    const given = ['text', new Uint16Array([0x4241]), new Uint8Array([67]).buffer, Buffer.from('D')];
    const parts = await partsOf(await encode([() => Readable.from(given)]));
    expect(parts[1]!.content.toString()).toBe('textABCD');
    expect(await failureOf([() => Readable.from([{}])])).toMatchObject({
      code: 'FILE_UNREADABLE',
      cause: { message: 'A chunk is of type object.' },
    });
  });

  it('whose function gives no stream is refused, web streams and bytes are taken', async () => {
    const web = () => new Blob(['web']).stream();
    const parts = await partsOf(await encode([web as never, (() => Buffer.from('bytes')) as never]));
    expect(parts.slice(1).map((part) => part.content.toString())).toEqual(['web', 'bytes']);
    expect(await failureOf([(() => 'text') as never])).toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('gave no stream'),
    });
  });
});

describe('bytes that are at hand', () => {
  it('are sent in one piece while they are small, as a stream without a copy when not', async () => {
    expect(ArrayBuffer.isView(await (await encode([Buffer.alloc(CHUNK)])).open())).toBe(true);
    const large = Buffer.alloc(2 * 1024 * KiB, 7);
    const body = await encode([large]);
    const taken: unknown[] = await ((await body.open()) as Readable).toArray();
    expect(taken.some((chunk) => (chunk as Buffer).buffer === large.buffer)).toBe(true);
    expect((await readBody(body)).byteLength).toBe(body.lengthBytes);
  });
});
