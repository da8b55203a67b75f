import { describe, expect, it } from '@jest/globals';
import { addChannel, addRole } from '../../../src/world/arrange.js';
import { makeApi } from '../makeApi.js';

describe('the widget of a guild', () => {
  it('tells anybody what is public, once it is on', () => {
    const { alice, ask, askAs, general, guild, world } = makeApi({ botPermissions: ['CreateInstantInvite', 'ManageGuild'] });
    const [lounge, staff] = ['lounge', 'staff'].map((name) => addChannel(world, guild, { kind: 'voice', name }));
    staff!.overwrites = [{ id: guild.id, type: 0, allow: '0', deny: '1024' }];
    world.statuses.set(alice.id, 'idle');
    const { code } = ask(`POST /channels/${general.id}/invites`, {}).body as { code: string };
    ask(`PATCH /guilds/${guild.id}/widget`, { enabled: true, channel_id: general.id });
    expect(askAs(undefined, `GET /guilds/${guild.id}/widget.json`).body).toMatchObject({
      name: 'Home',
      instant_invite: `https://discord.com/invite/${code}`,
      channels: [{ id: lounge?.id, name: 'lounge' }],
      members: [{ id: '0', username: 'alice', status: 'idle' }],
      presence_count: 1,
    });
  });

  it('is a picture in five styles', () => {
    const { ask, askAs, guild } = makeApi({ botPermissions: ['ManageGuild'] });
    ask(`PATCH /guilds/${guild.id}/widget`, { enabled: true });
    const picture = (query: string) => askAs(undefined, `GET /guilds/${guild.id}/widget.png${query}`);
    expect(picture('?style=banner2')).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect([picture('').status, picture('?style=huge').status]).toEqual([200, 400]);
  });

  it.each(['json', 'png'])('is nothing while it is off: %s', (kind) => {
    const { askAs, guild } = makeApi();
    expect(askAs(undefined, `GET /guilds/${guild.id}/widget.${kind}`)).toMatchObject({ status: 403, body: { code: 50004 } });
  });

  it('is no way to go anywhere without an invite', () => {
    const { ask, guild, world } = makeApi({ botPermissions: ['ManageGuild'] });
    addRole(world, guild, { name: 'team' });
    ask(`PATCH /guilds/${guild.id}/widget`, { enabled: true });
    expect(ask(`GET /guilds/${guild.id}/widget.json`).body).toMatchObject({ instant_invite: null, members: [] });
  });
});
