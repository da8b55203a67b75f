import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel, addMember, addRole, findOrAddUser, removeMember, updateMember } from '../../../src/world/arrange.js';
import { joinVoice } from '../../../src/world/voice.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

let home: ApiHome;
let at: string;
let bans: string;

const MODERATOR = [
  ...(['BanMembers', 'KickMembers', 'ManageGuild', 'ManageNicknames', 'ManageRoles', 'ModerateMembers', 'ViewAuditLog'] as const),
  ...(['DeafenMembers', 'MoveMembers', 'MuteMembers'] as const),
];

beforeEach(() => {
  home = makeApi({ botPermissions: MODERATOR });
  at = `/guilds/${home.guild.id}/members/${home.alice.id}`;
  bans = `/guilds/${home.guild.id}/bans`;
});

const DENIED = { status: 403, body: { code: 50013 } };

/** Sets Alice above the bot. */
function promote(): void {
  updateMember(home.world, home.guild, home.alice.id, { roles: [addRole(home.world, home.guild, { name: 'boss', position: 251 }).id] });
  home.events.length = 0;
}

describe('a member', () => {
  it('gets a nickname, roles and a time-out', () => {
    const role = addRole(home.world, home.guild, { name: 'team' });
    const until = new Date(home.clock.wallMs() + 60_000).toISOString();
    const reply = home.ask(`PATCH ${at}`, { nick: 'Al', roles: [role.id], communication_disabled_until: until });
    expect(reply).toMatchObject({
      status: 200,
      body: { nick: 'Al', roles: [role.id], communication_disabled_until: expect.any(String), user: home.alice },
    });
    expect(home.told().slice(1)).toEqual(['GUILD_MEMBER_UPDATE', 'GUILD_AUDIT_LOG_ENTRY_CREATE', 'GUILD_AUDIT_LOG_ENTRY_CREATE']);
    expect(home.ask(`PATCH ${at}`, { nick: null, communication_disabled_until: null }).body).toMatchObject({
      nick: null,
      communication_disabled_until: null,
    });
  });

  it('is timed out for 28 days at most, and no administrator', () => {
    const until = (ms: number) => ({ communication_disabled_until: new Date(home.clock.wallMs() + ms).toISOString() });
    expect(home.ask(`PATCH ${at}`, until(29 * 86_400_000))).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(home.ask(`PATCH ${at}`, { communication_disabled_until: 'soon' })).toMatchObject({ status: 400 });
    const admin = addRole(home.world, home.guild, { name: 'admin', permissions: ['Administrator'] });
    updateMember(home.world, home.guild, home.alice.id, { roles: [admin.id] });
    expect(home.ask(`PATCH ${at}`, until(60_000))).toMatchObject(DENIED);
  });

  it('gets and loses single roles', () => {
    const role = addRole(home.world, home.guild, { name: 'team' });
    home.events.length = 0;
    expect([home.ask(`PUT ${at}/roles/${role.id}`).status, home.ask(`PUT ${at}/roles/${role.id}`).status]).toEqual([204, 204]);
    expect([home.guild.members.get(home.alice.id)?.roles, home.told()]).toEqual([
      [role.id],
      ['GUILD_MEMBER_UPDATE', 'GUILD_AUDIT_LOG_ENTRY_CREATE'],
    ]);
    expect([home.ask(`DELETE ${at}/roles/${role.id}`).status, home.guild.members.get(home.alice.id)?.roles]).toEqual([204, []]);
    expect(home.ask(`PUT ${at}/roles/1`)).toMatchObject({ status: 404, body: { code: 10011 } });
    expect(home.ask(`PUT ${at}/roles/${home.guild.id}`)).toMatchObject({ status: 400, body: { code: 50028 } });
  });

  it('gets no role from above the bot', () => {
    const high = addRole(home.world, home.guild, { name: 'high', position: 300 });
    expect([home.ask(`PUT ${at}/roles/${high.id}`), home.ask(`PATCH ${at}`, { roles: [high.id] })]).toMatchObject([DENIED, DENIED]);
    expect(home.ask(`PATCH ${at}`, { roles: ['1'] })).toMatchObject({ status: 400 });
  });

  it('above the bot is out of its reach', () => {
    promote();
    const asked = [home.ask(`PATCH ${at}`, { nick: 'x' }), home.ask(`DELETE ${at}`), home.ask(`PUT ${bans}/${home.alice.id}`, {})];
    expect([asked, home.told()]).toMatchObject([[DENIED, DENIED, DENIED], []]);
  });

  it('is the bot itself, which names itself with another permission', () => {
    expect(home.ask(`PATCH /guilds/${home.guild.id}/members/@me`, { nick: 'Robbie' })).toMatchObject({
      status: 200,
      body: { nick: 'Robbie' },
    });
    expect(home.ask(`PATCH /guilds/${home.guild.id}/members/@me/nick`, { nick: null }).body).toMatchObject({ nick: null });
  });

  it('is muted, deafened, moved and disconnected in voice', () => {
    const [one, two] = ['one', 'two'].map((name) => addChannel(home.world, home.guild, { kind: 'voice', name }));
    expect(home.ask(`PATCH ${at}`, { mute: true })).toMatchObject({ status: 400, body: { code: 40032 } });
    joinVoice(home.world, home.alice, one!.id);
    home.ask(`PATCH ${at}`, { mute: true, deaf: true, channel_id: two!.id });
    expect(home.guild.voiceStates.get(home.alice.id)).toMatchObject({ channel_id: two!.id, mute: true, deaf: true });
    expect(home.ask(`PATCH ${at}`, { channel_id: home.general.id })).toMatchObject({ status: 400, body: { code: 50024 } });
    home.ask(`PATCH ${at}`, { channel_id: null });
    expect([home.guild.voiceStates.size, home.told().filter((t) => t === 'VOICE_STATE_UPDATE').length]).toEqual([0, 3]);
  });

  it('is found by the beginning of a name', () => {
    home.ask(`PATCH ${at}`, { nick: 'Robin' });
    const search = (query: string) =>
      (home.ask(`GET /guilds/${home.guild.id}/members/search?${query}`).body as { user: { username: string } }[]).map(
        ({ user }) => user.username,
      );
    expect([search('query=rob&limit=10'), search('query=rob'), search('query=b&limit=5')]).toEqual([
      ['robot', 'alice'],
      ['robot'],
      ['bob'],
    ]);
  });
});

describe('a member who is thrown out', () => {
  it('has left, and the audit log knows who did it and why', () => {
    expect(home.ask(`DELETE ${at}`).status).toBe(204);
    expect(home.events).toMatchObject([
      { t: 'GUILD_MEMBER_REMOVE', d: { user: home.alice } },
      { t: 'GUILD_AUDIT_LOG_ENTRY_CREATE', d: { action_type: 20, target_id: home.alice.id, user_id: home.bot.id } },
    ]);
    expect(home.ask(`DELETE ${at}`)).toMatchObject({ status: 404, body: { code: 10007 } });
  });
});

describe('somebody who is banned', () => {
  it('is told of, has left, and is in the list', () => {
    expect(home.ask(`PUT ${bans}/${home.alice.id}`, {}).status).toBe(204);
    expect(home.told()).toEqual(['GUILD_BAN_ADD', 'GUILD_MEMBER_REMOVE', 'GUILD_AUDIT_LOG_ENTRY_CREATE']);
    expect([home.ask(`GET ${bans}`).body, home.ask(`GET ${bans}/${home.alice.id}`).body]).toEqual([
      [{ reason: null, user: home.alice }],
      { reason: null, user: home.alice },
    ]);
    expect([home.ask(`DELETE ${bans}/${home.alice.id}`).status, home.told().slice(-2)]).toEqual([
      204,
      ['GUILD_BAN_REMOVE', 'GUILD_AUDIT_LOG_ENTRY_CREATE'],
    ]);
    expect(home.ask(`GET ${bans}/${home.alice.id}`)).toMatchObject({ status: 404, body: { code: 10026 } });
  });

  it('loses what they wrote lately, if that is asked for', () => {
    const [old, recent] = ['old', 'new'].map((text) => {
      home.clock.advance(60_000);
      return home.say(home.alice, text);
    });
    const kept = home.say(home.bob, 'mine');
    home.ask(`PUT ${bans}/${home.alice.id}`, { delete_message_seconds: 30 });
    expect(home.events.at(-2)).toMatchObject({ t: 'MESSAGE_DELETE_BULK', d: { ids: [recent] } });
    expect(home.general.messages.all().map(({ payload }) => payload.id)).toEqual([old, kept]);
  });

  it('need not be a member', () => {
    removeMember(home.world, home.guild, home.alice.id);
    expect([home.ask(`PUT ${bans}/${home.alice.id}`, {}).status, home.ask(`PUT ${bans}/1`, {})]).toMatchObject([
      204,
      { status: 404, body: { code: 10013 } },
    ]);
  });

  it('is one of many, of whom some cannot be', () => {
    const carol = addMember(home.world, home.guild, findOrAddUser(home.world, 'carol')).user;
    const ids = [home.alice.id, carol.id, home.guild.ownerId, '1'];
    expect(home.ask(`POST /guilds/${home.guild.id}/bulk-ban`, { user_ids: ids }).body).toEqual({
      banned_users: [home.alice.id, carol.id],
      failed_users: [home.guild.ownerId, '1'],
    });
    expect(home.ask(`POST /guilds/${home.guild.id}/bulk-ban`, { user_ids: ['1'] })).toMatchObject({ status: 400, body: { code: 500_000 } });
    expect((home.ask(`GET ${bans}?limit=1&after=${home.alice.id}`).body as unknown[]).length).toBe(1);
  });
});

describe('a bot without permissions', () => {
  it('moderates nobody, and hears nothing of who does', () => {
    const plain = makeApi();
    const guild = `/guilds/${plain.guild.id}`;
    const member = `${guild}/members/${plain.alice.id}`;
    const asked = [
      plain.ask(`PATCH ${member}`, { nick: 'x' }),
      plain.ask(`DELETE ${member}`),
      plain.ask(`PUT ${guild}/bans/${plain.alice.id}`, {}),
      plain.ask(`GET ${guild}/bans`),
    ];
    expect([asked, plain.told()]).toMatchObject([[DENIED, DENIED, DENIED, DENIED], []]);
  });
});
