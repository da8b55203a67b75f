import { describe, expect, it } from '@jest/globals';
import { CDNRoutes, ImageFormat } from 'discord-api-types/v10';
import { cdn, type ImageSize, type StillFormat } from '../../src/text/cdn.js';

const HASH = '1269e74af4df7417b13759eae50c83dc';
const MOVING = `a_${HASH}`;
const { PNG, WebP } = ImageFormat;

/** The 22 paths of Discord's page, as discord-api-types reads it. */
const PATHS: readonly (readonly [what: string, ours: string, theirs: string])[] = [
  ['custom emoji', cdn.emoji('1'), CDNRoutes.emoji('1', WebP)],
  ['guild icon', cdn.guildIcon('1', HASH), CDNRoutes.guildIcon('1', HASH, WebP)],
  ['guild splash', cdn.guildSplash('1', HASH), CDNRoutes.guildSplash('1', HASH, WebP)],
  ['guild discovery splash', cdn.guildDiscoverySplash('1', HASH), CDNRoutes.guildDiscoverySplash('1', HASH, WebP)],
  ['guild banner', cdn.guildBanner('1', HASH), CDNRoutes.guildBanner('1', HASH, WebP)],
  ['user banner', cdn.userBanner('1', HASH), CDNRoutes.userBanner('1', HASH, WebP)],
  ['default user avatar', cdn.defaultUserAvatar(String(3n << 22n)), CDNRoutes.defaultUserAvatar(3)],
  ['user avatar', cdn.userAvatar('1', HASH), CDNRoutes.userAvatar('1', HASH, WebP)],
  ['member avatar', cdn.memberAvatar('1', '2', HASH), CDNRoutes.guildMemberAvatar('1', '2', HASH, WebP)],
  ['avatar decoration', cdn.avatarDecoration(MOVING), CDNRoutes.avatarDecoration(MOVING)],
  ['application icon', cdn.applicationIcon('1', HASH), CDNRoutes.applicationIcon('1', HASH, WebP)],
  ['application cover', cdn.applicationCover('1', HASH), CDNRoutes.applicationCover('1', HASH, WebP)],
  ['application asset', cdn.applicationAsset('1', '2'), CDNRoutes.applicationAsset('1', '2', WebP)],
  ['achievement icon', cdn.achievementIcon('1', '2', HASH), CDNRoutes.achievementIcon('1', '2', HASH, WebP)],
  ['store page asset', cdn.storePageAsset('1', '2', { format: 'png' }), CDNRoutes.storePageAsset('1', '2', PNG)],
  ['sticker pack banner', cdn.stickerPackBanner('1'), CDNRoutes.stickerPackBanner('1', WebP)],
  ['team icon', cdn.teamIcon('1', HASH), CDNRoutes.teamIcon('1', HASH, WebP)],
  ['sticker', cdn.sticker('1'), CDNRoutes.sticker('1', PNG)],
  ['role icon', cdn.roleIcon('1', HASH), CDNRoutes.roleIcon('1', HASH, WebP)],
  ['scheduled event cover', cdn.scheduledEventCover('1', HASH), CDNRoutes.guildScheduledEventCover('1', HASH, WebP)],
  ['member banner', cdn.memberBanner('1', '2', HASH), CDNRoutes.guildMemberBanner('1', '2', HASH, WebP)],
  ['guild tag badge', cdn.guildTagBadge('1', HASH), CDNRoutes.guildTagBadge('1', HASH, WebP)],
];

describe('cdn', () => {
  it('has the 22 paths of Discord’s page', () => {
    expect(new Set(PATHS.map(([what]) => what)).size).toBe(22);
  });

  it.each(PATHS)('knows where a %s is', (_, ours, theirs) => {
    expect(ours).toBe(`https://cdn.discordapp.com${theirs}`);
  });

  it('knows sounds, too', () => {
    expect(cdn.soundboardSound('1')).toBe(`https://cdn.discordapp.com${CDNRoutes.soundboardSound('1')}`);
  });

  it('lets move what moves, as WebP', () => {
    expect(cdn.userAvatar('1', MOVING)).toBe(`https://cdn.discordapp.com/avatars/1/${MOVING}.webp?animated=true`);
    expect(cdn.emoji('1', { isAnimated: true, size: 64 })).toBe('https://cdn.discordapp.com/emojis/1.webp?animated=true&size=64');
    expect(cdn.guildIcon('1', MOVING, { isAnimated: false })).toBe(`https://cdn.discordapp.com/icons/1/${MOVING}.webp`);
  });

  it('gives a GIF where there is one, and a PNG where the image stands still', () => {
    expect(cdn.userBanner('1', MOVING, { format: 'gif' })).toMatch(/\.gif$/);
    expect(cdn.userBanner('1', HASH, { format: 'gif' })).toMatch(/\.png$/);
  });

  it.each(['png', 'jpeg', 'webp'] as const)('gives %s in every size', (format) => {
    for (let size = 16; size <= 4096; size *= 2)
      expect(cdn.roleIcon('1', HASH, { format, size: size as ImageSize })).toBe(
        `https://cdn.discordapp.com/role-icons/1/${HASH}.${format}?size=${size}`,
      );
    expect(cdn.avatarDecoration(MOVING, { size: 128 })).toMatch(/\.png\?size=128$/);
  });

  it('takes GIFs of stickers from where they are', () => {
    expect(cdn.sticker('1', 'gif')).toBe('https://media.discordapp.net/stickers/1.gif');
    expect(cdn.sticker('1', 'json')).toBe('https://cdn.discordapp.com/stickers/1.json');
  });

  it('picks the default avatar by id, or by a discriminator of old', () => {
    expect(cdn.defaultUserAvatar('80351110224678912')).toMatch(/avatars\/5\.png$/);
    expect(cdn.defaultUserAvatar('80351110224678912', '0')).toMatch(/avatars\/5\.png$/);
    expect(cdn.defaultUserAvatar('80351110224678912', '1337')).toMatch(/avatars\/2\.png$/);
  });

  it.each([
    ['an id', () => cdn.userAvatar('../x', HASH)],
    ['a hash', () => cdn.userAvatar('1', '../x')],
    ['no hash', () => cdn.userAvatar('1', null as unknown as string)],
    ['a size', () => cdn.userAvatar('1', HASH, { size: 100 as ImageSize })],
    ['a format', () => cdn.userAvatar('1', HASH, { format: 'svg' as StillFormat })],
    ['a GIF of what never moves', () => cdn.guildSplash('1', HASH, { format: 'gif' as StillFormat })],
    ['a format of stickers', () => cdn.sticker('1', 'webp' as 'png')],
  ])('Y-03 refuses %s', (_, make) => {
    expect(make).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
