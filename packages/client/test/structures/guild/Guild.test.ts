import { describe, expect, it } from '@jest/globals';
import { GATEWAY_GUILD, GUILD, USER } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

const cached = () => {
  const guild = guildWorld().views.cachedGuild('100');
  if (guild === undefined) throw new Error('The guild of the samples is not cached.');
  return guild;
};
const elsewhere = (data: object = {}) => guildWorld().views.guild({ ...GUILD, id: '101', ...data });

describe('a guild', () => {
  it('shows all that its payload has', () => {
    expect(hiddenKeys(elsewhere(), GUILD)).toEqual(['id']);
    expect(hiddenKeys(elsewhere(GATEWAY_GUILD), GATEWAY_GUILD, { unavailable: 'available' })).toEqual([]);
  });

  it('shows what a payload leaves out as nothing', () => {
    const bare = guildWorld().views.guild({ id: '101' } as never);
    expect([bare.splash, bare.banner, bare.description, bare.vanityUrlCode, bare.applicationId, bare.hubType]).toEqual(Array(6).fill(null));
    expect([bare.maxMembers, bare.maxPresences, bare.incidentsData, bare.joinedAt, bare.memberCount]).toEqual(Array(5).fill(null));
    expect([bare.widgetEnabled, bare.large, bare.available, bare.premiumSubscriptionCount]).toEqual([false, false, false, 0]);
    expect([bare.roles.size, bare.roles.get('300'), bare.me]).toEqual([0, undefined, undefined]);
  });

  it('has what belongs to it, from the cache', () => {
    const { channels, emojis, members, presences, roles, stickers, threads, voiceStates } = cached();
    const sizes = [channels, threads, roles, members, emojis, stickers, voiceStates, presences].map(({ size }) => size);
    expect(sizes).toEqual([4, 1, 3, 4, 1, 1, 1, 1]);
    const { autoModRules, integrations, invites, scheduledEvents, soundboardSounds, stageInstances } = cached();
    const others = [soundboardSounds, scheduledEvents, stageInstances, autoModRules, integrations, invites].map(({ size }) => size);
    expect(others).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('finds each of them by its id', () => {
    const { channels, emojis, presences, roles, threads, voiceStates } = cached();
    expect([channels.get('200')?.name, threads.get('210')?.name, roles.get('300')?.name]).toEqual([
      'channel 200',
      'a thread',
      'Moderators',
    ]);
    expect([emojis.get('400')?.name, voiceStates.get(USER.id)?.channelId, presences.get(USER.id)?.status]).toEqual(['blob', '200', 'idle']);
    expect([channels.get('999'), roles.has('999')]).toEqual([undefined, false]);
  });

  it('knows its owner, the bot, and the channels that have a purpose', () => {
    const { afkChannel, everyone, me, owner, permissions, publicUpdatesChannel, rulesChannel, systemChannel } = cached();
    expect([owner?.id, me?.id, everyone?.name, permissions.has('BAN_MEMBERS')]).toEqual(['81', '8', '@everyone', true]);
    expect([afkChannel, systemChannel, rulesChannel, publicUpdatesChannel].map((one) => one?.id)).toEqual(['201', '200', '203', '204']);
  });

  it('has the lists of its payload where the cache does not know it', () => {
    const { emojis, members, roles, stickers } = elsewhere();
    expect([roles.map(({ name }) => name), emojis.size, stickers.size, members.size]).toEqual([['@everyone', 'Moderators'], 1, 1, 0]);
    expect(roles.get('300')?.guildId).toBe('101');
  });

  it('counts its members exactly where the gateway told it, else about', () => {
    expect([cached().memberCount, elsewhere().memberCount]).toEqual([62, 61]);
  });

  it('is there until an outage', () => {
    const { apply, views } = guildWorld();
    const before = views.cachedGuild('100')?.available;
    apply('GUILD_DELETE', { id: '100', unavailable: true });
    expect([before, views.cachedGuild('100')?.available]).toEqual([true, false]);
  });

  it('has its images and its link', () => {
    const cdn = 'https://cdn.discordapp.com';
    const { url } = cached();
    expect([url, String(cached())]).toEqual(['https://discord.com/channels/100', 'Home']);
    expect(cached().iconUrl()).toBe(`${cdn}/icons/100/a_guildicon.webp?animated=true`);
    expect(cached().splashUrl()).toBe(`${cdn}/splashes/100/guildsplash.webp`);
    expect(cached().discoverySplashUrl()).toBe(`${cdn}/discovery-splashes/100/guilddiscovery.webp`);
    expect(cached().bannerUrl()).toBe(`${cdn}/banners/100/guildbanner.webp`);
    const bare = elsewhere({ icon: null, splash: null, discovery_splash: null, banner: null });
    expect([bare.iconUrl(), bare.splashUrl(), bare.discoverySplashUrl(), bare.bannerUrl()]).toEqual([null, null, null, null]);
  });
});
