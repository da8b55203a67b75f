import { beforeEach, describe, expect, it } from '@jest/globals';
import { addRole, findOrAddUser } from '../../../src/world/arrange.js';
import { joinGuild } from '../../../src/world/guild/joinGuild.js';
import { forbid, outcome } from '../../arrangeHome.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

let home: ApiHome;
let at: string;

beforeEach(() => {
  home = makeApi({ botPermissions: ['ManageChannels', 'ManageGuild', 'ManageRoles'] });
  at = `/channels/${home.general.id}/invites`;
});

const create = (body: object = {}) => home.ask(`POST ${at}`, body).body as { code: string };

describe('an invite', () => {
  it('is made for a day, told, shown and taken back', () => {
    const { code } = create();
    expect(home.events).toMatchObject([
      {
        t: 'INVITE_CREATE',
        d: { code, channel_id: home.general.id, guild_id: home.guild.id, max_age: 86_400, uses: 0, inviter: home.bot },
      },
    ]);
    expect(home.ask(`GET /invites/${code}`)).toMatchObject({
      status: 200,
      body: { code, guild: { name: 'Home' }, channel: { name: 'general' } },
    });
    expect(home.ask(`GET /invites/${code}`).body).not.toHaveProperty('uses');
    expect([home.ask(`DELETE /invites/${code}`).status, home.ask(`GET /invites/${code}`)]).toMatchObject([
      200,
      { status: 404, body: { code: 10006 } },
    ]);
    expect(home.events[1]).toMatchObject({ t: 'INVITE_DELETE', d: { code } });
  });

  it('counts who comes by it, gives them its roles, and ends with its last use', () => {
    const { id } = addRole(home.world, home.guild, { name: 'guest' });
    const { code } = create({ max_uses: 2, role_ids: [id] });
    home.events.length = 0;
    const come = (name: string) => {
      joinGuild(home.world, home.guild, findOrAddUser(home.world, name), code);
    };
    come('carol');
    expect(home.ask(`GET /guilds/${home.guild.id}/invites`).body).toMatchObject([{ code, uses: 1 }]);
    come('dora');
    expect(
      outcome(() => {
        come('emil');
      }),
    ).toBe('404 10006');
    expect(home.told()).toEqual(['GUILD_MEMBER_ADD', 'INVITE_DELETE', 'GUILD_MEMBER_ADD']);
    expect(home.events[0]?.d).toMatchObject({ user: { username: 'carol' }, roles: [id] });
  });

  it('is given again to its maker, unless it is to be unique', () => {
    const [one, same, other, unique] = [create(), create(), create({ max_uses: 5 }), create({ unique: true })];
    expect([same.code === one.code, other.code === one.code, unique.code === one.code]).toEqual([true, false, false]);
    expect((home.ask(`GET ${at}`).body as object[]).length).toBe(3);
    expect((home.ask(`GET /guilds/${home.guild.id}/invites`).body as object[])[0]).toMatchObject({ uses: 0, max_age: 86_400 });
  });

  it('is over in time', () => {
    const { code } = create({ max_age: 60 });
    home.clock.advance(60_001);
    expect(home.ask(`GET /invites/${code}`).status).toBe(404);
  });

  it.each([{ max_age: 604_801 }, { max_uses: 101 }, { temporary: 'x' }])('is refused with %j', (body) => {
    expect(home.ask(`POST ${at}`, body)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('to a stream or an application says to which', () => {
    expect([home.ask(`POST ${at}`, { target_type: 1 }), home.ask(`POST ${at}`, { target_type: 2 })]).toMatchObject([
      { status: 400, body: { errors: { target_user_id: {} } } },
      { status: 400, body: { errors: { target_application_id: {} } } },
    ]);
  });

  it('needs permission, and is told only to who manages the channel', () => {
    const plain = makeApi();
    expect(plain.ask(`POST /channels/${plain.general.id}/invites`, {}).status).toBe(200);
    forbid(plain.general, plain.bot.id, 'CreateInstantInvite');
    expect([
      plain.told(),
      plain.ask(`POST /channels/${plain.general.id}/invites`, {}),
      plain.ask(`GET /channels/${plain.general.id}/invites`),
    ]).toMatchObject([[], { status: 403, body: { code: 50013 } }, { status: 403, body: { code: 50013 } }]);
  });
});
