import { describe, expect, it } from '@jest/globals';
import { ChannelType } from 'discord-api-types/v10';
import { channelType } from '../../src/builders/channelType.js';

describe('channelType', () => {
  it.each([
    ['text', ChannelType.GuildText],
    ['dm', ChannelType.DM],
    ['voice', ChannelType.GuildVoice],
    ['groupDm', ChannelType.GroupDM],
    ['category', ChannelType.GuildCategory],
    ['announcement', ChannelType.GuildAnnouncement],
    ['announcementThread', ChannelType.AnnouncementThread],
    ['publicThread', ChannelType.PublicThread],
    ['privateThread', ChannelType.PrivateThread],
    ['stage', ChannelType.GuildStageVoice],
    ['directory', ChannelType.GuildDirectory],
    ['forum', ChannelType.GuildForum],
    ['media', ChannelType.GuildMedia],
  ] as const)('%s is %i', (name, number) => {
    expect(channelType(name)).toBe(number);
  });

  it('leaves numbers to Discord, and knows no inherited names', () => {
    expect(channelType(99 as ChannelType)).toBe(99);
    expect(() => channelType('toString' as 'text')).toThrow(/has "toString"/);
  });
});
