import { shown } from '@aplomb/base';
import type {
  APIFileComponent,
  APIMediaGalleryComponent,
  APIMediaGalleryItem,
  APIThumbnailComponent,
  APIUnfurledMediaItem,
} from 'discord-api-types/v10';
import { checkedPart, checkNames, invalid, wire, wireList, type Names } from './wire.js';

/** A picture or a video. */
export interface MediaOptions {
  /** What screen readers say about it: at most 1,024 characters. */
  readonly description?: string;
  /**
   * Whether it is hidden until it is clicked.
   *
   * @defaultValue `false`
   */
  readonly spoiler?: boolean;
  /** Where it is: an http or https URL, or `attachment://name.png` for a file of the message. */
  readonly url: string;
}

/** A small picture beside a section. */
export interface ThumbnailOptions extends MediaOptions {
  /** A number by which this component is known within its message. */
  readonly id?: number;
}

/** Pictures and videos, side by side. */
export interface MediaGalleryOptions {
  /** A number by which this component is known within its message. */
  readonly id?: number;
  /** 1 to 10 of them; a URL alone will do. */
  readonly items: readonly (MediaOptions | string)[];
}

/** A file of the message. */
export interface FileDisplayOptions {
  /** A number by which this component is known within its message. */
  readonly id?: number;
  /** The name of a file that goes along: `report.pdf`, or `attachment://report.pdf`. */
  readonly name: string;
  /**
   * Whether it is hidden until it is clicked.
   *
   * @defaultValue `false`
   */
  readonly spoiler?: boolean;
}

const MEDIA: Names<MediaOptions> = { description: 'value', spoiler: 'value', url: 'required value' };
const THUMBNAIL: Names<ThumbnailOptions> = { ...MEDIA, id: 'value' };
const GALLERY: Names<MediaGalleryOptions> = { id: 'value', items: 'required list' };
const FILE: Names<FileDisplayOptions> = { id: 'value', name: 'required value', spoiler: 'value' };
const MEDIA_URL = /^(?:https?|attachment):\/\/./i;
const ATTACHMENT = /^attachment:\/\//;

/**
 * A small picture beside a `section(…)`.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @see {@link https://docs.discord.com/developers/components/reference#thumbnail | Thumbnail}
 */
export function thumbnail(picture: ThumbnailOptions | string): Readonly<APIThumbnailComponent> {
  const options: ThumbnailOptions = typeof picture === 'string' ? { url: picture } : picture;
  checkNames('thumbnail', options, THUMBNAIL);
  const { description, id, spoiler, url } = options;
  return checkedPart(
    'thumbnail',
    'component',
    wire<APIThumbnailComponent>({ type: 11, id, media: media('thumbnail', 'url', url), description, spoiler }),
  );
}

/**
 * Pictures and videos, side by side: `mediaGallery(['https://example.com/a.png', 'attachment://b.png'])`.
 *
 * @throws {@link OptionsError} as {@link thumbnail}
 * @see {@link https://docs.discord.com/developers/components/reference#media-gallery | Media gallery}
 */
export function mediaGallery(gallery: MediaGalleryOptions | MediaGalleryOptions['items']): Readonly<APIMediaGalleryComponent> {
  const options = Array.isArray(gallery) ? { items: gallery as MediaGalleryOptions['items'] } : (gallery as MediaGalleryOptions);
  checkNames('mediaGallery', options, GALLERY);
  const items = wireList(options.items.map(galleryItem));
  return checkedPart('mediaGallery', 'component', wire<APIMediaGalleryComponent>({ type: 12, id: options.id, items }));
}

/**
 * A file of the message, which is shown only where a component names it: `fileDisplay('report.pdf')`.
 *
 * @throws {@link OptionsError} as {@link thumbnail}
 * @see {@link https://docs.discord.com/developers/components/reference#file | File}
 */
export function fileDisplay(file: FileDisplayOptions | string): Readonly<APIFileComponent> {
  const options: FileDisplayOptions = typeof file === 'string' ? { name: file } : file;
  checkNames('fileDisplay', options, FILE);
  const built = wire<APIFileComponent>({
    type: 13,
    id: options.id,
    file: attached(options.name),
    spoiler: options.spoiler,
  });
  return checkedPart('fileDisplay', 'component', built);
}

function galleryItem(item: MediaOptions | string, index: number): Readonly<APIMediaGalleryItem> {
  const options: MediaOptions = typeof item === 'string' ? { url: item } : item;
  checkNames('items of mediaGallery', options, MEDIA);
  const { description, spoiler, url } = options;
  return wire<APIMediaGalleryItem>({ media: media('mediaGallery', `items[${String(index)}].url`, url), description, spoiler });
}

function attached(given: unknown): Readonly<APIUnfurledMediaItem> {
  const name = typeof given === 'string' ? given.replace(ATTACHMENT, '') : '';
  if (name !== '' && !name.includes('://')) return wire<APIUnfurledMediaItem>({ url: `attachment://${name}` });
  throw invalid('fileDisplay', 'name', `is ${shown(given)}`, 'Give the name of a file that goes along: Discord shows no others here.');
}

function media(owner: string, field: string, url: unknown): Readonly<APIUnfurledMediaItem> {
  return wire<APIUnfurledMediaItem>({ url: mediaUrl(owner, field, url) });
}

/**
 * The URL of a picture or a file.
 *
 * @throws {@link OptionsError} `INVALID_BODY` for what is no http or https URL, and no file of the message
 */
export function mediaUrl(owner: string, field: string, url: unknown): string {
  if (typeof url === 'string' && MEDIA_URL.test(url)) return url;
  throw invalid(owner, field, `is ${shown(url)}`, 'Give an http or https URL, or `attachment://name.png` for a file of the message.');
}
