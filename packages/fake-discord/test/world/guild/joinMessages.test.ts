import { beforeEach, describe, expect, it } from '@jest/globals';
import { findOrAddUser } from '../../../src/world/arrange.js';
import { joinGuild } from '../../../src/world/guild/joinGuild.js';
import { arrangeHome } from '../../arrangeHome.js';
import type { Home } from '../../arrangeHome.js';

let home: Home;

beforeEach(() => {
  home = arrangeHome();
});

function come(more: Home['guild']['more']): readonly string[] {
  home.guild.more = more;
  joinGuild(home.world, home.guild, findOrAddUser(home.world, 'carol'));
  return home.told();
}

describe('a guild with a system channel', () => {
  it('says there who has come', () => {
    expect(come({ system_channel_id: home.general.id })).toEqual(['GUILD_MEMBER_ADD', 'MESSAGE_CREATE']);
    expect(home.events[1]?.d).toMatchObject({ type: 7, channel_id: home.general.id, content: '', author: { username: 'carol' } });
  });

  it.each<Home['guild']['more']>([
    { system_channel_flags: 1, system_channel_id: '' },
    { system_channel_id: null },
    { system_channel_id: '1' },
  ])('says nothing where it is suppressed, or the channel gone: %j', (more) => {
    const id = more.system_channel_id === '' ? home.general.id : (more.system_channel_id ?? null);
    expect(come({ ...more, system_channel_id: id })).toEqual(['GUILD_MEMBER_ADD']);
  });
});
