import { describe, expect, it } from '@jest/globals';
import { addChannel, addRole } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import { editGuild } from '../../../src/world/guild/editGuild.js';
import { forbid, outcome } from '../../arrangeHome.js';
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

describe('the routes of a guild as a whole', () => {
  it('change it, and tell', () => {
    const { ask, events, general, guild } = makeApi({ botPermissions: ['ManageGuild', 'ViewAuditLog'] });
    const change = { name: 'New home', afk_timeout: 60, system_channel_id: general.id, description: 'Ours' };
    expect(ask(`PATCH /guilds/${guild.id}`, change)).toMatchObject({ status: 200, body: change });
    expect(events).toMatchObject([
      { t: 'GUILD_UPDATE', d: change },
      {
        t: 'GUILD_AUDIT_LOG_ENTRY_CREATE',
        d: { action_type: 1, changes: expect.arrayContaining([{ key: 'name', old_value: 'Home', new_value: 'New home' }]) },
      },
    ]);
    expect(ask(`GET /guilds/${guild.id}/preview`).body).toMatchObject({ name: 'New home', approximate_member_count: 4 });
    expect([
      ask(`PATCH /guilds/${guild.id}`, { system_channel_id: '1' }).status,
      ask(`PATCH /guilds/${guild.id}`, { afk_timeout: 61 }).status,
    ]).toEqual([400, 400]);
    expect(makeApi().ask(`GET /guilds/${guild.id}/integrations`)).toMatchObject({ status: 403, body: { code: 50013 } });
  });

  it('are handed over by their owner alone, to a member', () => {
    const { alice, ask, guild, world } = makeApi({ botPermissions: ['Administrator'] });
    expect(ask(`PATCH /guilds/${guild.id}`, { owner_id: alice.id })).toMatchObject({ status: 403, body: { code: 50013 } });
    const handOver = (id: string) =>
      outcome(() => editGuild(world, { userId: guild.ownerId, reason: null }, guild.id, new Form({ owner_id: id })));
    expect([handOver('1'), handOver(alice.id), guild.ownerId]).toEqual(['400 50035', 'done', alice.id]);
  });

  it.each(['afk_channel_id', 'preferred_locale'])('refuse a %s that is none', (field) => {
    const { ask, general, guild } = makeApi({ botPermissions: ['Administrator'] });
    expect(ask(`PATCH /guilds/${guild.id}`, { [field]: general.id })).toMatchObject({ status: 400, body: { errors: { [field]: {} } } });
  });

  it('have some features that can be switched, and others that Discord gives', () => {
    const { ask, guild } = makeApi({ botPermissions: ['Administrator'] });
    const switchTo = (features: string[]) => ask(`PATCH /guilds/${guild.id}`, { features });
    expect([switchTo(['VERIFIED']), switchTo(['COMMUNITY'])]).toMatchObject([{ status: 400, body: { code: 50035 } }, { status: 200 }]);
  });

  it('show the audit log, newest first, with reasons and users', () => {
    const { alice, api, ask, bob, bot, guild } = makeApi({ botPermissions: ['ViewAuditLog', 'KickMembers', 'BanMembers'] });
    const headers = {
      authorization: 'Bot a.b.c',
      'user-agent': 'DiscordBot (https://example.org, 1.0)',
      'x-audit-log-reason': encodeURIComponent('Schluß jetzt'),
    };
    api.answer({
      body: Buffer.alloc(0),
      headers,
      method: 'DELETE',
      path: `/guilds/${guild.id}/members/${alice.id}`,
      query: new URLSearchParams(),
    });
    ask(`PUT /guilds/${guild.id}/bans/${bob.id}`, {});
    const log = ask(`GET /guilds/${guild.id}/audit-logs`).body as { audit_log_entries: { id: string }[] };
    expect(log).toMatchObject({
      audit_log_entries: [
        { action_type: 22, target_id: bob.id },
        { action_type: 20, reason: 'Schluß jetzt' },
      ],
      users: [bot, bob, alice],
    });
    const found = (query: string) => (ask(`GET /guilds/${guild.id}/audit-logs?${query}`).body as typeof log).audit_log_entries.length;
    const [newest, oldest] = log.audit_log_entries.map(({ id }) => id);
    expect([
      found('action_type=22'),
      found(`target_id=${alice.id}`),
      found(`before=${newest!}`),
      found(`after=${oldest!}`),
      found('limit=1'),
    ]).toEqual([1, 1, 1, 1, 1]);
  });

  it('throw out who is idle', () => {
    const { ask, clock, guild, told, world, alice } = makeApi({ botPermissions: ['KickMembers', 'ManageGuild'] });
    clock.advance(8 * 86_400_000);
    world.statuses.set(alice.id, 'online');
    expect(ask(`GET /guilds/${guild.id}/prune?days=7`).body).toEqual({ pruned: 1 });
    expect([
      ask(`POST /guilds/${guild.id}/prune`, { days: 7 }).body,
      told(),
      ask(`POST /guilds/${guild.id}/prune`, { compute_prune_count: false }).body,
    ]).toEqual([{ pruned: 1 }, ['GUILD_MEMBER_REMOVE'], { pruned: null }]);
  });
});
