import { describe, expect, it } from '@jest/globals';
import { ChannelList } from '../../src/navigation/ChannelList.js';
import { GuildRail } from '../../src/navigation/GuildRail.js';
import { personFromView } from '../../src/state/personFromView.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat, channel, guild, person, robot, view } from '../fixtures.js';

const channels = [
  channel('20', 'general'),
  channel('22', 'Lounge', { type: 2 }),
  channel('23', 'side talk', { parent_id: '20', type: 11 }),
];
const talking = personFromView({
  ...view,
  directChannels: [channel('40', '', { guild_id: undefined, name: null, recipients: [robot], type: 1 })],
  guilds: [guild({ channels, voice_states: [{ channel_id: '22', user_id: '101' }] as never[] })],
});

describe('the list of channels', () => {
  it('shows threads under their channels, and people in voice under theirs', () => {
    expect(htmlIn(aliceSeat(talking), <ChannelList />)).toMatch(
      /general.*class="threads".*side talk.*Lounge.*Join Lounge.*voice-people.*bob/,
    );
  });

  it('marks the one that is open, and those with something new', () => {
    const html = htmlIn(aliceSeat({ ...person, unread: new Set(['21']) }), <ChannelList />);
    expect(html).toMatch(/aria-current="page" data-channel-id="20"/);
    expect(html).toMatch(/tea-room<\/span><span class="sr">\(unread\)/);
  });

  it('shows direct conversations by whom they are with', () => {
    const seat = aliceSeat(talking);
    seat.place.value = { channelId: '40', guildId: null };
    expect(htmlIn(seat, <ChannelList />)).toMatch(/Direct messages.*robot/);
  });
});

describe('the servers', () => {
  it('are their first letters, with their names for screen readers', () => {
    expect(htmlIn(aliceSeat(), <GuildRail />)).toMatch(/aria-label="Tea house"[^>]*aria-current[^>]*>TH</);
  });

  it('offer no direct messages where there are none', () => {
    expect(htmlIn(aliceSeat(), <GuildRail />)).toMatch(/aria-label="Direct messages"[^>]*disabled/);
    expect(htmlIn(aliceSeat(talking), <GuildRail />)).not.toMatch(/disabled/);
  });
});
