import { imageData, soundData, type FileInput } from '@aplomb/rest';
import type { CamelKey } from './camel.js';
import { wireBody, type BodyOptions } from './wireBody.js';

/** An image: its bytes, a file that `attachment` makes, or the `data:` text that `imageData` makes. `null` takes away the one that is there. */
export type ImageInput = FileInput | string;

type ImageKey = 'avatar' | 'banner' | 'discovery_splash' | 'icon' | 'image' | 'sound' | 'splash';

/** What a deed can be given that takes images or a sound as well: these are read and encoded before anything is sent. */
export type ImageBodyOptions<Wire extends object> = BodyOptions<Omit<Wire, ImageKey>> & {
  readonly [Key in keyof Wire as Key extends ImageKey ? CamelKey<Key> : never]: Wire[Key] | FileInput;
};

const IMAGES: readonly string[] = ['avatar', 'banner', 'discoverySplash', 'discovery_splash', 'icon', 'image', 'splash'];

/**
 * The body that Discord reads, with images and sounds as text.
 *
 * @throws {@link OptionsError} as {@link wireBody}, and `INVALID_OPTION` for what is no image or sound; {@link FileError} for a file that cannot be read
 */
export async function imageBody<Wire extends object>(
  options: ImageBodyOptions<Wire>,
  needs?: Parameters<typeof wireBody<Wire>>[1],
): Promise<Wire> {
  // What is no object is told there.
  if (typeof options !== 'object' || (options as unknown) === null) return wireBody<Wire>(options as BodyOptions<Wire>, needs);
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) read[name] = await uploaded(name, value);
  return wireBody<Wire>(read as BodyOptions<Wire>, needs);
}

async function uploaded(name: string, value: unknown): Promise<unknown> {
  if (value === null || value === undefined || typeof value === 'string') return value;
  if (name === 'sound') return soundData(value as FileInput);
  return IMAGES.includes(name) ? imageData(value as FileInput) : value;
}
