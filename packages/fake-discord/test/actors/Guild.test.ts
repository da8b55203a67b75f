import { beforeEach, describe, expect, it } from '@jest/globals';
import { Guild } from '../../src/actors/Guild.js';
import { User } from '../../src/actors/User.js';
import { findOrAddUser } from '../../src/world/arrange.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';
import { makeApi } from '../rest/makeApi.js';

let home: Home;
let guild: Guild;

beforeEach(() => {
  home = arrangeHome();
  guild = new Guild(makeStage(home), home.guild);
});

describe('a guild', () => {
  it('shows what is in it', () => {
    guild.addVoiceChannel('lounge');
    expect([guild.name, guild.memberCount, guild.owner.username, guild.channels.map(({ name }) => name)]).toEqual([
      'Home',
      4,
      'owner',
      ['#general', '#lounge'],
    ]);
  });

  it('shows its members as Discord does, and knows its owner also when they have left', async () => {
    const { owner } = guild;
    expect(guild.members.map(({ user }) => user.username)).toEqual([owner.username, 'robot', 'alice', 'bob']);
    await owner.leave(guild);
    expect([guild.ownerId, guild.members.length]).toEqual([owner.id, 3]);
  });

  it('takes members with a nick and roles, and people from elsewhere', () => {
    const role = guild.addRole({ name: 'team' });
    const carol = guild.addMember({ name: 'Carol', nick: 'C', roles: [role.id] });
    const other = new Guild(makeStage(home), home.guild);
    expect(home.guild.members.get(carol.id)).toMatchObject({
      nick: 'C',
      roles: [role.id],
      user: { username: 'carol', global_name: 'Carol' },
    });
    expect(() => other.addMember(carol)).toThrow(expect.objectContaining({ code: 'FAKE_ALREADY_MEMBER' }));
  });

  it('changes members, the bot among them', () => {
    guild.updateMember(home.bot, { nick: 'Robbie' });
    guild.updateMember(home.alice, { timeoutMs: 60_000 });
    expect([home.guild.members.get(home.bot.id)?.nick, home.guild.members.get(home.alice.id)?.timedOutUntil]).toEqual([
      'Robbie',
      '2026-01-01T00:01:00.000000+00:00',
    ]);
    guild.updateMember(home.alice, { timeoutMs: null });
    expect(home.guild.members.get(home.alice.id)).toMatchObject({ timedOutUntil: null });
  });

  it('goes down, comes back and throws the bot out', () => {
    guild.setUnavailable(true);
    guild.setUnavailable(false);
    guild.remove();
    expect(home.told()).toEqual(['GUILD_DELETE', 'GUILD_CREATE', 'GUILD_DELETE']);
  });
});

describe('what a guild is joined to, and who wants to come in', () => {
  it('are arranged, and told or listed', () => {
    const { ask, told, ...api } = makeApi({ botPermissions: ['KickMembers', 'ManageGuild'] });
    const stage = makeStage({ ...api, told });
    const joined = new Guild(stage, api.guild);
    const { id } = joined.addIntegration({ name: 'Other' });
    const request = joined.addJoinRequest(new User(stage, findOrAddUser(api.world, 'carol')));
    expect(told()).toEqual(['INTEGRATION_CREATE', 'GUILD_INTEGRATIONS_UPDATE']);
    expect(ask(`GET /guilds/${joined.id}/integrations`).body).toMatchObject([{}, { id }]);
    expect(ask(`GET /guilds/${joined.id}/requests`).body).toMatchObject({ guild_join_requests: [{ id: request }] });
  });
});
