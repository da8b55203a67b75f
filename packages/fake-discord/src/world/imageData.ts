import { opaqueHash } from '../opaqueHash.js';
import type { Form } from './forms/Form.js';

/** A picture as bodies carry it. */
interface ImageData {
  readonly hash: string;
  readonly isAnimated: boolean;
}

const IMAGE = /^data:image\/(png|jpeg|jpg|gif|webp|avif);base64,([A-Za-z0-9+/=]+)$/;

/**
 * Reads a picture: `undefined` where there is none, `null` where it is taken away. Of its bytes only a hash is kept.
 *
 * @see {@link https://docs.discord.com/developers/reference#image-data | Image data}
 */
export function readImage(form: Form, field: string, maxBytes = Infinity): ImageData | null | undefined {
  if (form.isNull(field)) return null;
  const text = form.string(field);
  if (text === undefined) return undefined;
  const [, kind, bytes = ''] = IMAGE.exec(text) ?? [];
  if (kind === undefined) form.refuse(field, 'IMAGE_INVALID', 'Invalid image data');
  checkBytes(form, field, bytesIn(bytes), maxBytes);
  const isAnimated = kind === 'gif';
  return { isAnimated, hash: `${isAnimated ? 'a_' : ''}${opaqueHash(bytes)}` };
}

/** Complains about a file that is too large. */
export function checkBytes(form: Form, field: string, bytes: number, max: number): void {
  if (bytes > max) form.refuse(field, 'BINARY_TYPE_MAX_SIZE', `File cannot be larger than ${String(max / 1_024)}.0 kb.`);
}

/** How many bytes a text in base64 stands for. */
export function bytesIn(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}

/** The same, of which only the hash is wanted. */
export function readImageHash(form: Form, field: string): string | null | undefined {
  const image = readImage(form, field);
  return image === null ? null : image?.hash;
}
