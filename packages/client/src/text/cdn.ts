import { OptionsError, shown } from '@aplomb/base';
import { checkedId } from './snowflake.js';

/** The format of an image that stands still. */
export type StillFormat = 'jpeg' | 'png' | 'webp';

/** How wide an image is at most, in pixels. */
export type ImageSize = 16 | 32 | 64 | 128 | 256 | 512 | 1024 | 2048 | 4096;

/** How an image is wanted. */
export interface ImageOptions<Format extends string = StillFormat> {
  /** @defaultValue `'webp'`, which Discord recommends */
  readonly format?: Format;
  /**
   * How wide it is at most, in pixels.
   *
   * @defaultValue Discord's own
   */
  readonly size?: ImageSize;
}

/** How an image is wanted that may move. */
export interface MovingImageOptions extends ImageOptions<StillFormat | 'gif'> {
  /**
   * Whether it moves. `false` asks for the first picture of one that does.
   *
   * @defaultValue whether the hash begins with `a_`; for emojis `false`
   */
  readonly isAnimated?: boolean;
}

const CDN = 'https://cdn.discordapp.com';
const MEDIA = 'https://media.discordapp.net';
const STICKER_PACKS = '710982414301790216';
const HASH = /^[\w-]{1,128}$/;
const SIZES: readonly unknown[] = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096] satisfies ImageSize[];
const STILL: readonly string[] = ['webp', 'png', 'jpeg'];
const MOVING: readonly string[] = [...STILL, 'gif'];

/**
 * The URLs of the images that Discord keeps, from ids and hashes. What moves comes as WebP that moves, as Discord recommends: not every image converts
 * to GIF. With `format: 'gif'` it comes as GIF, and a still image as PNG.
 *
 * Each function throws {@link OptionsError} `INVALID_OPTION` for what is no id, hash, format or size.
 *
 * @example
 * ```ts
 * import { cdn } from 'aplomb';
 *
 * const avatar = cdn.userAvatar('80351110224678912', 'a_1269e74af4df7417b13759eae50c83dc', { size: 256 });
 * const fallback = cdn.defaultUserAvatar('80351110224678912');
 * ```
 * @see {@link https://docs.discord.com/developers/reference#image-formatting | Image formatting}
 */
export const cdn = Object.freeze({
  /** A custom emoji. Its id does not tell whether it moves: say `isAnimated`. */
  emoji: (emojiId: string, options: MovingImageOptions = {}): string =>
    moving(`emojis/${checkedId(emojiId, 'an emoji')}`, options.isAnimated ?? false, options),
  /** The icon of a guild. */
  guildIcon: (guildId: string, hash: string, options?: MovingImageOptions): string => hashed(`icons/${guild(guildId)}`, hash, options),
  /** What is shown behind an invite. */
  guildSplash: (guildId: string, hash: string, options?: ImageOptions): string =>
    still(`splashes/${guild(guildId)}/${checked(hash)}`, options),
  /** What is shown where guilds are discovered. */
  guildDiscoverySplash: (guildId: string, hash: string, options?: ImageOptions): string =>
    still(`discovery-splashes/${guild(guildId)}/${checked(hash)}`, options),
  /** The banner of a guild. */
  guildBanner: (guildId: string, hash: string, options?: MovingImageOptions): string => hashed(`banners/${guild(guildId)}`, hash, options),
  /** The banner of a user. */
  userBanner: (userId: string, hash: string, options?: MovingImageOptions): string => hashed(`banners/${user(userId)}`, hash, options),
  /** What users have who set no avatar. Those of before 2023 who still have a discriminator go by that. */
  defaultUserAvatar: (userId: string, discriminator = '0'): string => {
    const legacy = Number(discriminator);
    const index = Number.isInteger(legacy) && legacy > 0 ? legacy % 5 : Number((BigInt(user(userId)) >> 22n) % 6n);
    return `${CDN}/embed/avatars/${String(index)}.png`;
  },
  /** The avatar of a user. */
  userAvatar: (userId: string, hash: string, options?: MovingImageOptions): string => hashed(`avatars/${user(userId)}`, hash, options),
  /** The avatar that a member has in one guild. */
  memberAvatar: (guildId: string, userId: string, hash: string, options?: MovingImageOptions): string =>
    hashed(`guilds/${guild(guildId)}/users/${user(userId)}/avatars`, hash, options),
  /** The banner that a member has in one guild. */
  memberBanner: (guildId: string, userId: string, hash: string, options?: MovingImageOptions): string =>
    hashed(`guilds/${guild(guildId)}/users/${user(userId)}/banners`, hash, options),
  /** What an avatar is decorated with: `avatar_decoration_data.asset` of a user. PNG only, which may move. */
  avatarDecoration: (asset: string, { size }: Pick<ImageOptions, 'size'> = {}): string =>
    still(`avatar-decoration-presets/${checked(asset)}`, { format: 'png', ...(size === undefined ? {} : { size }) }),
  /** The icon of an application. */
  applicationIcon: (applicationId: string, hash: string, options?: ImageOptions): string =>
    still(`app-icons/${application(applicationId)}/${checked(hash)}`, options),
  /** The cover of an application: `cover_image`. */
  applicationCover: (applicationId: string, hash: string, options?: ImageOptions): string =>
    still(`app-icons/${application(applicationId)}/${checked(hash)}`, options),
  /** An image of an application's Rich Presence. */
  applicationAsset: (applicationId: string, assetId: string, options?: ImageOptions): string =>
    still(`app-assets/${application(applicationId)}/${checked(assetId)}`, options),
  /** The icon of an achievement. */
  achievementIcon: (applicationId: string, achievementId: string, hash: string, options?: ImageOptions): string =>
    still(
      `app-assets/${application(applicationId)}/achievements/${checkedId(achievementId, 'an achievement')}/icons/${checked(hash)}`,
      options,
    ),
  /** An image of an application's page in the store. */
  storePageAsset: (applicationId: string, assetId: string, options?: ImageOptions): string =>
    still(`app-assets/${application(applicationId)}/store/${checked(assetId)}`, options),
  /** The banner of a pack of stickers: `banner_asset_id`. */
  stickerPackBanner: (assetId: string, options?: ImageOptions): string =>
    still(`app-assets/${STICKER_PACKS}/store/${checkedId(assetId, 'a banner')}`, options),
  /** The icon of a team. */
  teamIcon: (teamId: string, hash: string, options?: ImageOptions): string =>
    still(`team-icons/${checkedId(teamId, 'a team')}/${checked(hash)}`, options),
  /** A sticker. Its `format_type` decides: 1 and 2 are `png`, 3 is `json` (Lottie), 4 is `gif`. */
  sticker: (stickerId: string, format: 'gif' | 'json' | 'png' = 'png'): string => {
    if (!['gif', 'json', 'png'].includes(format)) throw noFormat(format, ['png', 'json', 'gif']);
    return `${format === 'gif' ? MEDIA : CDN}/stickers/${checkedId(stickerId, 'a sticker')}.${format}`;
  },
  /** The icon of a role. */
  roleIcon: (roleId: string, hash: string, options?: ImageOptions): string =>
    still(`role-icons/${checkedId(roleId, 'a role')}/${checked(hash)}`, options),
  /** The cover of a scheduled event: `image`. */
  scheduledEventCover: (eventId: string, hash: string, options?: ImageOptions): string =>
    still(`guild-events/${checkedId(eventId, 'a scheduled event')}/${checked(hash)}`, options),
  /** The badge of a guild's tag: `primary_guild.badge` of a user. */
  guildTagBadge: (guildId: string, hash: string, options?: ImageOptions): string =>
    still(`guild-tag-badges/${guild(guildId)}/${checked(hash)}`, options),
  /** A sound of the soundboard: MP3 or Ogg. */
  soundboardSound: (soundId: string): string => `${CDN}/soundboard-sounds/${checkedId(soundId, 'a sound')}`,
});

const guild = (id: string): string => checkedId(id, 'a guild');
const user = (id: string): string => checkedId(id, 'a user');
const application = (id: string): string => checkedId(id, 'an application');

/** A hash, or an asset's id: what goes into the path must not lead out of it. */
function checked(hash: string): string {
  if (typeof hash === 'string' && HASH.test(hash)) return hash;
  throw new OptionsError('INVALID_OPTION', {
    what: `The hash of an image is ${shown(hash)}.`,
    cure: 'Give the one from the object, and nothing where it is null: then there is no image.',
  });
}

function hashed(path: string, hash: string, options: MovingImageOptions = {}): string {
  return moving(`${path}/${checked(hash)}`, options.isAnimated ?? hash.startsWith('a_'), options);
}

function moving(path: string, isAnimated: boolean, { format = 'webp', size }: MovingImageOptions): string {
  if (!MOVING.includes(format)) throw noFormat(format, MOVING);
  if (format === 'gif' && !isAnimated) return url(path, 'png', { size });
  return url(path, format, { animated: isAnimated && format === 'webp' ? true : undefined, size });
}

function still(path: string, { format = 'webp', size }: ImageOptions = {}): string {
  if (!STILL.includes(format)) throw noFormat(format, STILL);
  return url(path, format, { size });
}

function url(path: string, format: string, query: { readonly animated?: true | undefined; readonly size: ImageSize | undefined }): string {
  if (query.size !== undefined && !SIZES.includes(query.size))
    throw new OptionsError('INVALID_OPTION', {
      what: `The size of an image is ${shown(query.size)}.`,
      cure: `Take one of ${SIZES.join(', ')}.`,
    });
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = given.map(([name, value]) => `${name}=${String(value)}`).join('&');
  return `${CDN}/${path}.${format}${text === '' ? '' : `?${text}`}`;
}

function noFormat(format: string, allowed: readonly string[]): OptionsError {
  return new OptionsError('INVALID_OPTION', {
    what: `There is no format ${shown(format)} of this image.`,
    cure: `Take one of ${allowed.join(', ')}.`,
  });
}
