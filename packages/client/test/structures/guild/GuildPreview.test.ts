import { describe, expect, it } from '@jest/globals';
import { PREVIEW } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('a preview of a guild', () => {
  it('shows all that its payload has', () => {
    const view = guildWorld().views.guildPreview(PREVIEW);
    expect(hiddenKeys(view, PREVIEW)).toEqual([]);
    expect([view.iconUrl(), view.discoverySplashUrl()]).toEqual([
      'https://cdn.discordapp.com/icons/100/guildicon.webp',
      'https://cdn.discordapp.com/discovery-splashes/100/guilddiscovery.webp',
    ]);
    const bare = guildWorld().views.guildPreview({ ...PREVIEW, icon: null, discovery_splash: null });
    expect([bare.iconUrl(), bare.discoverySplashUrl()]).toEqual([null, null]);
  });
});
