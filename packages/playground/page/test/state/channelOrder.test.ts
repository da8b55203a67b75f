import { describe, expect, it } from '@jest/globals';
import { firstChannel, groupChannels } from '../../src/state/channelOrder.js';
import { personFromView } from '../../src/state/personFromView.js';
import { channel, guild, person, view } from '../fixtures.js';

const channels = [
  channel('1', 'lounge', { type: 2 }),
  channel('2', 'rules', { position: 5 }),
  channel('3', 'Parlour', { type: 4 }),
  channel('4', 'second', { parent_id: '3', position: 2 }),
  channel('5', 'first', { parent_id: '3', position: 1 }),
  channel('6', 'thread', { parent_id: '5', type: 11 }),
  channel('7', 'of a hidden category', { parent_id: '99', position: 9 }),
  channel('8', 'elsewhere', { guild_id: '11' }),
];

describe('the channels of a guild', () => {
  it('are listed by category, text before voice, with their threads', () => {
    const groups = groupChannels(channels, '10').map(({ category, channels: listed }) => ({
      name: category?.name ?? null,
      channels: listed.map((each) => [each.channel.name, ...each.threads.map(({ name }) => name)]),
    }));
    expect(groups).toEqual([
      { name: null, channels: [['rules'], ['of a hidden category'], ['lounge']] },
      { name: 'Parlour', channels: [['first', 'thread'], ['second']] },
    ]);
  });
});

describe('the first channel that somebody looks into', () => {
  it('is the uppermost with messages', () => {
    expect(firstChannel(person)).toBe('20');
    const noisy = personFromView({
      ...view,
      guilds: [guild({ channels: [channel('1', 'lounge', { type: 2 }), channel('2', 'posts', { type: 15 })] })],
    });
    expect(firstChannel(noisy)).toBe('1');
  });

  it('is a direct one for who is in no guild, and none for nobody', () => {
    const lonely = personFromView({ ...view, directChannels: [channel('40', 'dm', { type: 1 })], guilds: [] });
    expect([firstChannel(lonely), firstChannel(null)]).toEqual(['40', null]);
  });
});
