import { describe, expect, it } from '@jest/globals';
import { USER } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

const plain = { id: USER.id, username: 'nelly', discriminator: '0', global_name: null, avatar: null };
const user = (data: object = USER) => guildWorld().views.user({ ...plain, ...data });

describe('a user', () => {
  it('shows all that its payload has', () => {
    expect(hiddenKeys(user(), USER)).toEqual([]);
  });

  it('shows what a payload leaves out as nothing', () => {
    const { bot, banner, locale, flags, publicFlags, collectibles, primaryGuild, avatarDecorationData } = guildWorld().views.user(plain);
    expect([bot, banner, locale, flags, publicFlags]).toEqual([false, null, null, 0, 0]);
    expect([collectibles, primaryGuild, avatarDecorationData]).toEqual([null, null, null]);
  });

  it('is called as it wants to be', () => {
    expect([user().displayName, user().tag, String(user())]).toEqual(['Nelly', 'nelly#1337', '<@80351110224678912>']);
    expect([guildWorld().views.user(plain).displayName, guildWorld().views.user(plain).tag]).toEqual(['nelly', 'nelly']);
  });

  it('has its badges', () => {
    expect([user().hasFlag(128), user().hasFlag(2)]).toEqual([true, false]);
  });

  it('has its images', () => {
    const cdn = 'https://cdn.discordapp.com';
    expect(user().avatarUrl()).toBe(`${cdn}/avatars/80351110224678912/a_avatar.webp?animated=true`);
    expect(user().bannerUrl({ size: 512 })).toBe(`${cdn}/banners/80351110224678912/userbanner.webp?size=512`);
    expect(user().avatarDecorationUrl()).toBe(`${cdn}/avatar-decoration-presets/v2_deco.png`);
    expect(user().guildTagBadgeUrl()).toBe(`${cdn}/guild-tag-badges/1234647491267808778/badgehash.webp`);
    expect(user().displayAvatarUrl()).toBe(user().avatarUrl());
  });

  it('has the default avatar where it set none', () => {
    const { views } = guildWorld();
    const bare = views.user(plain);
    expect([bare.avatarUrl(), bare.bannerUrl(), bare.avatarDecorationUrl(), bare.guildTagBadgeUrl()]).toEqual([null, null, null, null]);
    expect(bare.displayAvatarUrl()).toBe(`https://cdn.discordapp.com/embed/avatars/${String((80351110224678912n >> 22n) % 6n)}.png`);
  });
});
