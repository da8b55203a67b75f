import { describe, expect, it } from '@jest/globals';
import { WELCOME_SCREEN } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('a welcome screen', () => {
  it('shows all that its payload has', () => {
    const view = guildWorld().views.welcomeScreen(WELCOME_SCREEN, '100');
    expect(hiddenKeys(view, WELCOME_SCREEN)).toEqual([]);
    expect([view.guildId, view.welcomeChannels[0]?.emojiName]).toEqual(['100', '👋']);
  });
});
