import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachment } from '../../src/body/attachment.js';
import { encodeBody } from '../../src/body/encodeBody.js';
import { partsOf, readBody } from './readBody.js';

const folder = mkdtempSync(join(tmpdir(), 'aplomb-files-'));
const path = join(folder, 'chart.png');
writeFileSync(path, 'the picture');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('attachment.fromPath', () => {
  it('sends the file under its own name, with its size known, again and again', async () => {
    const body = await encodeBody({ files: [attachment.fromPath(path, { description: 'A chart' })] });
    expect(body.isRepeatable).toBe(true);
    for (let attempt = 0; attempt < 2; attempt++) {
      const part = (await partsOf(body))[1]!;
      expect([part.fileName, part.content.toString()]).toEqual(['chart.png', 'the picture']);
    }
    expect((await readBody(body)).byteLength).toBe(body.lengthBytes);
  });

  it('takes another name when given one', async () => {
    const body = await encodeBody({ files: [attachment.fromPath(path, { name: 'a.png' })] });
    expect((await partsOf(body))[1]!.fileName).toBe('a.png');
  });

  it.each([
    ['missing', join(folder, 'missing.png'), /missing\.png` cannot be read \(ENOENT\)/],
    ['a directory', folder, /is no file/],
    ['a device without end', '/dev/zero', /is no file/],
  ])('rejects with FILE_UNREADABLE and the path when it is %s', async (_, wrong, message) => {
    await expect(Promise.resolve(encodeBody({ files: [attachment.fromPath(wrong)] }))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(message),
    });
  });

  it('rejects when the file vanished before the attempt, and when it grew meanwhile', async () => {
    const fleeting = join(folder, 'fleeting');
    writeFileSync(fleeting, 'x');
    const body = await encodeBody({ files: [attachment.fromPath(fleeting)] });
    appendFileSync(fleeting, 'yz');
    await expect(readBody(body)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('was to have 1 bytes, but has more'),
    });
    rmSync(fleeting);
    await expect(readBody(body)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('ENOENT') });
  });

  it('refuses what is no path at once', () => {
    for (const nothing of ['', undefined, 3]) expect(() => attachment.fromPath(nothing as never)).toThrow(/was given no path/);
  });
});
