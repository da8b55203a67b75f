import { describe, expect, it } from '@jest/globals';
import { ONBOARDING } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('an onboarding', () => {
  it('shows all that its payload has', () => {
    const view = guildWorld().views.onboarding(ONBOARDING);
    expect(hiddenKeys(view, ONBOARDING)).toEqual([]);
    expect([view.guild?.name, view.prompts[0]?.options[0]?.channelIds]).toEqual(['Home', ['200']]);
  });
});
