import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { attachment } from '../../src/body/attachment.js';
import { imageData, soundData } from '../../src/body/imageData.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('imageData', () => {
  it.each([
    ['image/png', '\x89PNG\r\n\x1a\n…'],
    ['image/jpeg', '\xff\xd8\xff\xe0…'],
    ['image/gif', 'GIF87a…'],
    ['image/gif', 'GIF89a…'],
    ['image/webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['image/avif', '\0\0\0\x20ftypavif'],
    ['image/avif', '\0\0\0\x20ftypavis'],
  ])('knows %s by its first bytes, whatever its name', async (type, head) => {
    const image = bytes(head);
    const expected = `data:${type};base64,${image.toString('base64')}`;
    expect(await imageData(image)).toBe(expected);
    expect(await imageData(attachment(image, 'avatar.txt'))).toBe(expected);
    expect(await imageData(new Blob([image]))).toBe(expected);
    expect(await imageData(() => Readable.from([image.subarray(0, 5), image.subarray(5)]))).toBe(expected);
  });

  it('refuses what is no image, and what only says so', async () => {
    for (const other of ['', 'x', 'RIFF\0\0\0\0WAVE', '<svg/>', '%PDF-1.4'])
      await expect(imageData(attachment(bytes(other), 'a.png'))).rejects.toMatchObject({
        code: 'INVALID_OPTION',
        message: expect.stringContaining('`a.png`'),
      });
    await expect(imageData('./a.png' as never)).rejects.toThrow(/plain string/);
  });

  it('refuses more than 10 MiB, read or announced', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    await expect(imageData(large)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(imageData(() => Readable.from([large]))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

describe('soundData', () => {
  it.each([
    ['audio/ogg', 'OggS…'],
    ['audio/mpeg', 'ID3\x04…'],
    ['audio/mpeg', '\xff\xfb\x90…'],
  ])('knows %s by its first bytes', async (type, head) => {
    expect(await soundData(bytes(head))).toBe(`data:${type};base64,${bytes(head).toString('base64')}`);
  });

  it('refuses an image', async () => {
    await expect(soundData(bytes('GIF89a'))).rejects.toThrow(/no MP3 or Ogg sound/);
  });
});
