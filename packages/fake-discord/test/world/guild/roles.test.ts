import { beforeEach, describe, expect, it } from '@jest/globals';
import type { APIRole } from 'discord-api-types/v10';
import { addRole, updateMember } from '../../../src/world/arrange.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

let home: ApiHome;
let at: string;

beforeEach(() => {
  home = makeApi({ botPermissions: ['ManageRoles', 'KickMembers', 'ViewAuditLog'] });
  at = `/guilds/${home.guild.id}/roles`;
});

const botRole = (): APIRole => [...home.guild.roles.values()].find(({ managed }) => managed)!;

describe('a role', () => {
  it('is made with what it is told to be', () => {
    const reply = home.ask(`POST ${at}`, { name: 'team', permissions: '2', color: 255, hoist: true, mentionable: true });
    expect(reply).toMatchObject({
      status: 200,
      body: { name: 'team', permissions: '2', color: 255, colors: { primary_color: 255 }, hoist: true, position: 1 },
    });
    expect(home.events).toMatchObject([
      { t: 'GUILD_ROLE_CREATE', d: { role: { name: 'team' } } },
      { t: 'GUILD_AUDIT_LOG_ENTRY_CREATE', d: { action_type: 30, user_id: home.bot.id } },
    ]);
  });

  it('is a "new role" with the rights of everyone when nothing is said of it', () => {
    expect(home.ask(`POST ${at}`, {}).body).toMatchObject({
      name: 'new role',
      permissions: home.guild.roles.get(home.guild.id)?.permissions,
    });
  });

  it('is changed, shown and deleted, and those who had it have it no more', () => {
    const role = addRole(home.world, home.guild, { name: 'team' });
    updateMember(home.world, home.guild, home.alice.id, { roles: [role.id] });
    expect(home.ask(`PATCH ${at}/${role.id}`, { name: 'crew' })).toMatchObject({ status: 200, body: { name: 'crew', id: role.id } });
    expect([home.ask(`GET ${at}/${role.id}`).body, home.ask(`GET ${at}/member-counts`).body]).toMatchObject([
      { name: 'crew' },
      { [role.id]: 1 },
    ]);
    expect([home.ask(`DELETE ${at}/${role.id}`).status, home.guild.members.get(home.alice.id)?.roles]).toEqual([204, []]);
    expect(home.events.at(-2)).toMatchObject({ t: 'GUILD_ROLE_DELETE', d: { guild_id: home.guild.id, role_id: role.id } });
    expect(home.ask(`GET ${at}/${role.id}`)).toMatchObject({ status: 404, body: { code: 10011 } });
  });

  it.each([[{ unicode_emoji: '🦊' }], [{ icon: 'data:image/png;base64,AAAA' }], [{ colors: { primary_color: 1, secondary_color: 2 } }]])(
    'needs a guild with boosts for %j',
    (body) => {
      expect(home.ask(`POST ${at}`, body)).toMatchObject({ status: 403, body: { code: 50101 } });
      home.guild.more = { ...home.guild.more, features: ['ROLE_ICONS' as never, 'ENHANCED_ROLE_COLORS' as never] };
      expect(home.ask(`POST ${at}`, body).status).toBe(200);
    },
  );

  it('gives nothing that its maker has not', () => {
    expect(home.ask(`POST ${at}`, { permissions: '8' })).toMatchObject({ status: 403, body: { code: 50013 } });
    expect(home.ask(`POST ${at}`, { permissions: 'all' })).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it("is out of reach above the bot, and so is the bot's own", () => {
    const high = addRole(home.world, home.guild, { name: 'high', position: 251 });
    const asked = [high.id, botRole().id].map((id) => home.ask(`PATCH ${at}/${id}`, { name: 'x' }));
    expect(asked).toMatchObject([
      { status: 403, body: { code: 50013 } },
      { status: 403, body: { code: 50013 } },
    ]);
  });

  it('is @everyone to stay', () => {
    expect(home.ask(`DELETE ${at}/${home.guild.id}`)).toMatchObject({ status: 400, body: { code: 50028 } });
  });

  it('is one of 250 at most', () => {
    while (home.guild.roles.size < 250) addRole(home.world, home.guild, { name: 'x' });
    expect(home.ask(`POST ${at}`, {})).toMatchObject({ status: 400, body: { code: 30005 } });
  });

  it("is moved in the list, below the bot's own", () => {
    const [a, b] = ['a', 'b'].map((name) => addRole(home.world, home.guild, { name }));
    home.events.length = 0;
    const moved = home.ask(`PATCH ${at}`, [
      { id: a!.id, position: 2 },
      { id: b!.id, position: 1 },
    ]);
    expect([moved.status, home.told().filter((t) => t === 'GUILD_ROLE_UPDATE').length, home.guild.roles.get(a!.id)?.position]).toEqual([
      200, 2, 2,
    ]);
    expect(home.ask(`PATCH ${at}`, [{ id: a!.id, position: 250 }])).toMatchObject({ status: 403 });
  });
});
