import { describe, expect, it } from '@jest/globals';
import { addChannel } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { readOnboarding, readWelcomeChannels, refuseOnboarding } from '../../../src/world/guild/onboardingForm.js';
import { arrangeHome, outcome } from '../../arrangeHome.js';

/** Channels of a guild, of which so many are closed to newcomers. */
function arrange(count: number, closed: number) {
  const { guild, world } = arrangeHome();
  const overwrites = [{ id: guild.id, deny: ['SendMessages'] as const }];
  const kinds = Array.from({ length: count }, (_, index) => (index < closed ? { overwrites } : {}));
  return { guild, ids: kinds.map((kind) => addChannel(world, guild, { kind: 'text', name: 'x', ...kind }).id) };
}

describe('onboarding', () => {
  it.each([
    [7, 2, 'done'],
    [6, 0, '400 350000'],
    [7, 3, '400 350000'],
  ])('with %i channels, %i of them closed, is %s', (count, closed, expected) => {
    const { guild, ids } = arrange(count, closed);
    expect(
      outcome(() => {
        refuseOnboarding(guild, { enabled: true, default_channel_ids: ids });
      }),
    ).toBe(expected);
  });

  it('needs nothing while it is off', () => {
    expect(
      outcome(() => {
        refuseOnboarding(arrange(0, 0).guild, { enabled: false, default_channel_ids: [] });
      }),
    ).toBe('done');
  });

  it('says which part of which answer is wrong', () => {
    const form = new Form({ prompts: [{ title: 'Why?', options: [{ title: '' }] }] });
    readOnboarding(form);
    expect(
      outcome(() => {
        form.check();
      }),
    ).toBe('400 50035');
  });
});

describe('the channels of a welcome screen', () => {
  it('need a description each, and can all be taken away', () => {
    const form = new Form({ welcome_channels: [{ channel_id: '1' }] });
    readWelcomeChannels(form);
    expect(
      outcome(() => {
        form.check();
      }),
    ).toBe('400 50035');
    expect(readWelcomeChannels(new Form({ welcome_channels: null }))).toEqual([]);
  });
});
