import { describe, expect, it } from '@jest/globals';
import { addRole } from '../../../src/world/arrange.js';
import { makeApi } from '../makeApi.js';

/** An invite that is the bot's own. */
function arrange() {
  const home = makeApi({ botPermissions: ['CreateInstantInvite'] });
  const { code } = home.ask(`POST /channels/${home.general.id}/invites`, {}).body as { code: string };
  return { ...home, at: `/invites/${code}/target-users` };
}

describe('the people for whom an invite is', () => {
  it('come in a file, and go out in one', () => {
    const { alice, ask, at, bob, upload } = arrange();
    expect(upload(`PUT ${at}`, 'target_users_file', `user_id\r\n${alice.id}\r\n${bob.id}\r\n`).status).toBe(204);
    expect(ask(`GET ${at}`)).toMatchObject({
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      rawBody: `user_id\n${alice.id}\n${bob.id}\n`,
    });
    expect(ask(`GET ${at}/job-status`).body).toMatchObject({ status: 2, total_users: 2, processed_users: 2, error_message: null });
  });

  it('are nobody until a file has come', () => {
    const { ask, at } = arrange();
    expect([ask(`GET ${at}`).body, ask(`GET ${at}/job-status`).body]).toMatchObject([{ code: 10129 }, { code: 10124 }]);
  });

  it('come with a new invite too', () => {
    const { ask, bob, general, upload } = arrange();
    const { code } = upload(`POST /channels/${general.id}/invites`, 'target_users_file', bob.id, { max_uses: '1' }).body as {
      code: string;
    };
    expect(ask(`GET /invites/${code}/target-users`).rawBody).toBe(`user_id\n${bob.id}\n`);
    expect(ask(`GET /invites/${code}`).body).not.toHaveProperty('targets');
  });

  it('are refused when they are none, or no file came', () => {
    const { ask, at, upload } = arrange();
    expect([upload(`PUT ${at}`, 'target_users_file', '1\nalice').status, ask(`PUT ${at}`, {}).status]).toEqual([400, 400]);
  });

  it('are the business of who made the invite or manages the guild', () => {
    const { ask, at, guild, world } = arrange();
    const [invite] = [...guild.invites.values()];
    guild.invites.set(invite!.code, { ...invite!, inviter: world.users.get(guild.ownerId) });
    expect(ask(`GET ${at}`)).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});

describe('an invite that gives roles', () => {
  it('shows them, and is made by who may give them', () => {
    const { ask, general, guild, world } = makeApi({ botPermissions: ['CreateInstantInvite', 'ManageRoles'] });
    const [team, high] = [addRole(world, guild, { name: 'team' }), addRole(world, guild, { name: 'high', position: 251 })];
    const invite = (id: string): unknown => ask(`POST /channels/${general.id}/invites`, { role_ids: [id] });
    expect(invite(team.id)).toMatchObject({ status: 200, body: { roles: [{ id: team.id, name: 'team' }] } });
    expect([invite(high.id), invite('1')]).toMatchObject([{ body: { code: 50013 } }, { body: { code: 10011 } }]);
    const other = arrange();
    const given = { role_ids: [other.guild.id] };
    expect(other.ask(`POST /channels/${other.general.id}/invites`, given)).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});
