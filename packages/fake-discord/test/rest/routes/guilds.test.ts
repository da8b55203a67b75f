import { describe, expect, it } from '@jest/globals';
import { addChannel, addRole } from '../../../src/world/arrange.js';
import { forbid } from '../../arrangeHome.js';
import { makeApi } from '../makeApi.js';

describe('the routes of guilds', () => {
  it('show a guild, and its counts when asked', () => {
    const { alice, ask, guild, world } = makeApi();
    world.statuses.set(alice.id, 'online');
    expect(ask(`GET /guilds/${guild.id}`).body).toMatchObject({ id: guild.id, name: 'Home', roles: [{ name: '@everyone' }] });
    expect(ask(`GET /guilds/${guild.id}`).body).not.toHaveProperty('approximate_member_count');
    expect(ask(`GET /guilds/${guild.id}?with_counts=true`).body).toMatchObject({
      approximate_member_count: 4,
      approximate_presence_count: 1,
    });
    expect(ask(`GET /guilds/${guild.id}?with_counts=perhaps`)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it.each(['', '/channels', '/members', '/members/1', '/roles', '/roles/1'])('answer an unknown guild with 10004: %p', (path) => {
    expect(makeApi().ask(`GET /guilds/1${path}`)).toEqual({ status: 404, body: { message: 'Unknown Guild', code: 10004 } });
  });

  it('leave out channels that the bot cannot see', () => {
    const { ask, bot, general, guild, world } = makeApi();
    forbid(addChannel(world, guild, { kind: 'text', name: 'staff' }), bot.id, 'ViewChannel');
    expect(ask(`GET /guilds/${guild.id}/channels`).body).toMatchObject([{ id: general.id, name: 'general' }]);
  });

  it('list members by id, one unless asked for more, from after an id', () => {
    const { alice, ask, guild } = makeApi();
    const names = (query: string): unknown =>
      (ask(`GET /guilds/${guild.id}/members${query}`).body as { user: { username: string } }[]).map(({ user }) => user.username);
    expect([names(''), names('?limit=1000'), names(`?limit=5&after=${alice.id}`)]).toEqual([
      ['robot'],
      ['robot', 'owner', 'alice', 'bob'],
      ['bob'],
    ]);
  });

  it.each(['0', '1001', 'x'])('refuse to list %s members', (limit) => {
    const { ask, guild } = makeApi();
    expect(ask(`GET /guilds/${guild.id}/members?limit=${limit}`)).toMatchObject({ status: 400, body: { errors: { limit: {} } } });
  });

  it('refuse to list members when the application has the intent off', () => {
    const { ask, guild } = makeApi({}, { privilegedIntents: [] });
    expect(ask(`GET /guilds/${guild.id}/members`)).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  it('show a member, and tell a stranger from somebody unknown', () => {
    const { alice, ask, guild, world } = makeApi();
    guild.members.delete(alice.id);
    const of = (id: string) => ask(`GET /guilds/${guild.id}/members/${id}`);
    expect(of(world.bot.id).body).toMatchObject({ user: world.bot, roles: [], nick: null });
    expect([of(alice.id).body, of('1').body]).toMatchObject([{ code: 10007 }, { code: 10013 }]);
  });

  it('show roles', () => {
    const { ask, guild, world } = makeApi();
    const role = addRole(world, guild, { name: 'team' });
    expect(ask(`GET /guilds/${guild.id}/roles`).body).toMatchObject([{ id: guild.id }, { id: role.id }]);
    expect([ask(`GET /guilds/${guild.id}/roles/${role.id}`).body, ask(`GET /guilds/${guild.id}/roles/1`).body]).toEqual([
      role,
      { message: 'Unknown Role', code: 10011 },
    ]);
  });
});
