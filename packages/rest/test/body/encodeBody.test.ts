import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { attachment } from '../../src/body/attachment.js';
import { encodeBody } from '../../src/body/encodeBody.js';
import { partsOf, payloadOf, readBody } from './readBody.js';

const png = Buffer.from('\x89PNG\r\n\x1a\n rest of it', 'latin1');

describe('a body without files', () => {
  it('is JSON and knows its length in bytes', async () => {
    const body = await encodeBody({ body: { content: 'Grüße 👍' } });
    expect(body.contentType).toBe('application/json');
    expect(body.isRepeatable).toBe(true);
    expect((await readBody(body)).toString()).toBe('{"content":"Grüße 👍"}');
    expect(body.lengthBytes).toBe((await readBody(body)).byteLength);
  });

  it('that JSON cannot say is refused with what it was', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    for (const body of [{ id: 1n }, circular, () => 1, Symbol('s')])
      expect(() => encodeBody({ body })).toThrow(expect.objectContaining({ code: 'INVALID_BODY' }));
  });

  it('Y-10 hostile depth: 100,000 levels are refused, not overflowed', () => {
    let deep: unknown = null;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(() => encodeBody({ body: deep })).toThrow(expect.objectContaining({ code: 'INVALID_BODY' }));
  });
});

describe('a body with files', () => {
  it('is payload_json and files[n], with the exact length', async () => {
    const body = await encodeBody({
      body: { content: 'hi' },
      files: [attachment(png, 'a.png', { description: 'a picture', contentType: 'image/png' }), Buffer.from('bare')],
    });
    const parts = await partsOf(body);
    expect(parts.map(({ name, fileName }) => [name, fileName])).toEqual([
      ['payload_json', undefined],
      ['files[0]', 'a.png'],
      ['files[1]', 'file1'],
    ]);
    expect(parts[0]!.headers).toContain('Content-Type: application/json');
    expect(parts[1]!.headers).toContain('Content-Type: image/png');
    expect(parts[1]!.content).toEqual(png);
    expect(parts[2]!.content.toString()).toBe('bare');
    expect(body.lengthBytes).toBe((await readBody(body)).byteLength);
    expect(await payloadOf(body)).toEqual({
      content: 'hi',
      attachments: [
        { id: 0, filename: 'a.png', description: 'a picture' },
        { id: 1, filename: 'file1' },
      ],
    });
  });

  it('takes Blobs, Files, typed arrays, streams of both kinds and functions', async () => {
    const content = 'the same content';
    const inputs = [
      new Blob([content], { type: 'text/plain' }),
      new Uint16Array(new Uint8Array(Buffer.from(content)).buffer),
      Readable.from([content]),
      new Blob([content]).stream(),
      () => Readable.from([Buffer.from(content)]),
      async () => Readable.from([Buffer.from(content)]),
    ];
    const parts = await partsOf(await encodeBody({ files: inputs as never }));
    expect(parts.slice(1).map((part) => part.content.toString())).toEqual(inputs.map(() => content));
    expect(parts[1]!.headers).toContain('Content-Type: text/plain');
  });

  it('says its length when every size is known, and none when one stream does not say', async () => {
    const known = await encodeBody({ files: [attachment(() => Readable.from(['12345']), 'a', { sizeBytes: 5 }), new Blob(['x'])] });
    expect(known.lengthBytes).toBe((await readBody(known)).byteLength);
    expect((await encodeBody({ files: [attachment(() => Readable.from(['12345']), 'a')] })).lengthBytes).toBeNull();
  });

  it('is repeatable, unless a stream was handed over', async () => {
    expect((await encodeBody({ files: [png, new Blob(['x']), () => Readable.from(['y'])] })).isRepeatable).toBe(true);
    expect((await encodeBody({ files: [png, Readable.from(['y'])] })).isRepeatable).toBe(false);
  });

  it('has a line between parts that the given randomness decides', async () => {
    const one = await encodeBody({ files: [png] }, { random: () => 0 });
    const other = await encodeBody({ files: [png] });
    expect(one.contentType).toBe(`multipart/form-data; boundary=aplomb-${'0'.repeat(32)}`);
    expect(other.contentType).toMatch(/^multipart\/form-data; boundary=aplomb-[0-9a-f]{32}$/);
    expect(other.contentType).not.toBe(one.contentType);
  });

  it('refuses an eleventh', () => {
    const files = Array.from({ length: 11 }, () => png);
    expect(() => encodeBody({ files })).toThrow('11 files');
    expect(() => encodeBody({ files: files.slice(1) })).not.toThrow();
  });

  it('refuses a description that is too long for Discord', () => {
    expect(() => encodeBody({ files: [attachment(png, 'a.png', { description: '👍'.repeat(1_024) })] })).not.toThrow();
    expect(() => encodeBody({ files: [attachment(png, 'a.png', { description: 'x'.repeat(1_025) })] })).toThrow(
      'The `description` of file `a.png` has 1025 characters; at most 1024 are allowed.',
    );
  });

  it('Y-06 local file read: refuses a plain string, and names the two ways to mean it', () => {
    for (const path of ['/etc/passwd', 'https://example.com/a.png', 'file:///etc/passwd']) {
      expect(() => encodeBody({ files: [path as never] })).toThrow(/attachment\.fromPath\(…\)` or `attachment\.fromUrl/);
      expect(() => encodeBody({ files: [attachment(path as never, 'a.png')] })).toThrow(/plain string/);
    }
    for (const nothing of [null, undefined, 42, {}, []]) expect(() => encodeBody({ files: [nothing as never] })).toThrow(/no bytes/);
  });
});

describe('names in a multipart body', () => {
  it.each([
    ['quote".png', 'quote%22.png', 'quote".png'],
    ['line\r\nContent-Type: text/html\r\n\r\n.png', 'line__Content-Type: text/html____.png', 'line__Content-Type: text/html____.png'],
    ['grüße 👍.png', 'grüße 👍.png', 'grüße 👍.png'],
    ['lone \ud800.png', 'lone \ufffd.png', 'lone \ufffd.png'],
    ['nul\0.png', 'nul_.png', 'nul_.png'],
    ['back\\slash.png', 'back\\slash.png', 'back\\slash.png'],
  ])('keep %j inside its quotes', async (name, onWire, inJson) => {
    const body = await encodeBody({ files: [attachment(png, name)] });
    const parts = await partsOf(body);
    expect(parts).toHaveLength(2);
    expect(parts[1]!.fileName).toBe(onWire);
    expect(await payloadOf(body)).toEqual({ attachments: [{ id: 0, filename: inJson }] });
  });

  it('are refused when there is none, or one that no file system has', () => {
    for (const name of ['', 'x'.repeat(1025), undefined])
      expect(() => encodeBody({ files: [attachment(png, name as never)] })).toThrow(/name of file 0/);
  });

  it('and MIME types cannot begin a header of their own', () => {
    expect(() => encodeBody({ files: [attachment(png, 'a', { contentType: 'image/png\r\nX-Evil: 1' })] })).toThrow(/no MIME type/);
  });
});

describe('a plain form', () => {
  it('has its fields in order, files under their own names, and no payload_json', async () => {
    const body = await encodeBody({
      form: { name: 'wave', tags: 'hand', left: undefined, file: attachment(png, 'wave.png', { contentType: 'image/png' }) },
    });
    expect((await partsOf(body)).map(({ name, fileName, content }) => [name, fileName, content.toString('latin1')])).toEqual([
      ['name', undefined, 'wave'],
      ['tags', undefined, 'hand'],
      ['file', 'wave.png', png.toString('latin1')],
    ]);
  });

  it('Y-02 keys such as __proto__ are fields like any other', async () => {
    const form = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}') as Record<string, string>;
    expect((await partsOf(await encodeBody({ form }))).map(({ name, content }) => [name, content.toString()])).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
  });

  it('beside a body carries it as payload_json', async () => {
    const body = await encodeBody({
      body: { max_uses: 1 },
      form: { target_users_file: attachment(Buffer.from('user_id\n1'), 'users.csv') },
    });
    expect((await partsOf(body)).map(({ name }) => name)).toEqual(['payload_json', 'target_users_file']);
    expect(await payloadOf(body)).toEqual({ max_uses: 1 });
  });
});

describe('the sizes of files', () => {
  const file = (name: string, sizeBytes: number) => attachment(() => Readable.from([]), name, { sizeBytes });
  const MiB = 1024 * 1024;

  it('may fill the 25 MiB of a request, and are refused one byte above with name, size and limit', () => {
    expect(() => encodeBody({ files: [file('a', 25 * MiB)] })).not.toThrow();
    expect(() => encodeBody({ files: [file('a.mp4', 25 * MiB + 1)] })).toThrow(
      'File `a.mp4` has 26214401 bytes; at most 26214400 are allowed.',
    );
    expect(() => encodeBody({ files: [file('a', 15 * MiB), file('b', 10 * MiB + 1)] })).toThrow('The 2 files have 26214401 bytes together');
  });

  it('are bounded by maxFileBytes, which also lifts the limit of the request', () => {
    const refused = expect.objectContaining({ code: 'FILE_TOO_LARGE', fileName: 'a' });
    expect(() => encodeBody({ files: [file('a', 10 * MiB + 1)] }, { maxFileBytes: 10 * MiB })).toThrow(refused);
    expect(() => encodeBody({ files: [file('a', 50 * MiB)] }, { maxFileBytes: 50 * MiB })).not.toThrow();
    expect(() => encodeBody({ files: [file('a', 500 * MiB)] }, { maxRequestBytes: Infinity })).not.toThrow();
  });

  it('must be numbers of bytes, and the true ones where they are known', () => {
    for (const size of [-1, 1.5, NaN, Infinity]) expect(() => encodeBody({ files: [file('a', size)] })).toThrow(/`sizeBytes` of file `a`/);
    expect(() => encodeBody({ files: [attachment(png, 'a.png', { sizeBytes: 3 })] })).toThrow(/is 3, but it has/);
  });
});
