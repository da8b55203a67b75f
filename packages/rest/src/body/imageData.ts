import { OptionsError } from '@aplomb/base';
import { FileError } from './FileError.js';
import type { FileInput } from './FileInput.js';
import { filePart, type FilePart } from './FilePart.js';
import { joinedStream } from './joinedStream.js';
import { openStream } from './openStream.js';

/** Discord names smaller limits where it has them: 256 KiB for an emoji, 512 KiB for a sound. */
const MAX_BYTES = 10 * 1024 * 1024;

type Signature = readonly [type: string, offset: number, text: string];

/** What files begin with, as Latin-1 text. */
const IMAGES: readonly Signature[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/avif', 4, 'ftypavis'],
];
const SOUNDS: readonly Signature[] = [
  ['audio/ogg', 0, 'OggS'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/mpeg', 0, '\xff\xf3'],
  ['audio/mpeg', 0, '\xff\xf2'],
];

/**
 * An image as the text that avatars, icons, banners, emojis and covers take: `data:image/png;base64,…`. What kind of image it is, is read from its
 * first bytes, not from its name.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no PNG, JPEG, GIF, WebP or AVIF; {@link FileError} `FILE_UNREADABLE`, or
 * `FILE_TOO_LARGE` above 10 MiB
 * @example
 * ```ts
 * import { attachment, imageData } from '@aplomb/rest';
 *
 * const avatar = await imageData(attachment.fromPath('./avatar.png'));
 * ```
 * @see {@link https://docs.discord.com/developers/reference#image-data | Image data}
 */
export async function imageData(image: FileInput): Promise<string> {
  return await dataUri(image, IMAGES, 'PNG, JPEG, GIF, WebP or AVIF image');
}

/**
 * A sound as the text that the soundboard takes: `data:audio/ogg;base64,…`.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no MP3 or Ogg; {@link FileError} as {@link imageData}
 * @see {@link https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound | Create guild soundboard sound}
 */
export async function soundData(sound: FileInput): Promise<string> {
  return await dataUri(sound, SOUNDS, 'MP3 or Ogg sound');
}

async function dataUri(input: FileInput, signatures: readonly Signature[], kinds: string): Promise<string> {
  const part = await filePart(input, 0);
  if ((part.sizeBytes ?? 0) > MAX_BYTES) throw tooLarge(part);
  const bytes = await bytesOf(part);
  const type = signatures.find(([, offset, text]) => bytes.subarray(offset, offset + text.length).toString('latin1') === text)?.[0];
  if (type !== undefined) return `data:${type};base64,${bytes.toString('base64')}`;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${part.name}\` (${String(bytes.byteLength)} bytes) is no ${kinds}.`,
    cure: 'Convert it to one; its ending alone does not make it one.',
  });
}

async function bytesOf(part: FilePart): Promise<Buffer> {
  const { content } = part;
  if (typeof content !== 'function') return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const stream = await openStream(part, content);
  const chunks: Uint8Array[] = [];
  for await (const chunk of joinedStream([{ ...part, stream }], { allBytes: MAX_BYTES, eachBytes: MAX_BYTES }))
    chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function tooLarge({ name, sizeBytes }: FilePart): FileError {
  return new FileError('FILE_TOO_LARGE', {
    fileName: name,
    what: `\`${name}\` has ${String(sizeBytes)} bytes; at most ${String(MAX_BYTES)} become a data URI.`,
    cure: 'Make it smaller.',
  });
}
