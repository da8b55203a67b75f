import { describe, expect, it } from '@jest/globals';
import { findOrAddUser } from '../../../src/world/arrange.js';
import { requestToJoin } from '../../../src/world/guild/joinRequests.js';
import { makeApi } from '../makeApi.js';

/** A guild into which carol wants. */
function arrange() {
  const home = makeApi({ botPermissions: ['KickMembers'] });
  const carol = findOrAddUser(home.world, 'carol');
  const { id } = requestToJoin(home.world, home.guild, carol) as { id: string };
  return { ...home, at: `/guilds/${home.guild.id}/requests`, carol, id };
}

describe('who asks to be let in', () => {
  it('is listed by status', () => {
    const { ask, at, id } = arrange();
    expect(ask(`GET ${at}?status=SUBMITTED`).body).toMatchObject({
      total: 1,
      guild_join_requests: [{ id, application_status: 'SUBMITTED' }],
    });
    expect(ask(`GET ${at}?status=APPROVED`).body).toEqual({ total: 0, guild_join_requests: [] });
    expect(ask(`GET ${at}?status=MAYBE`)).toMatchObject({ status: 400, body: { errors: { status: {} } } });
  });

  it('is let in once', () => {
    const { ask, at, carol, guild, id, told } = arrange();
    expect(ask(`PATCH ${at}/${id}`, { action: 'APPROVED' }).body).toMatchObject({ application_status: 'APPROVED' });
    expect([guild.members.has(carol.id), told()]).toEqual([true, ['GUILD_MEMBER_ADD']]);
    expect(ask(`PATCH ${at}/${id}`, { action: 'REJECTED' }).status).toBe(400);
  });

  it('is turned away with a reason', () => {
    const { ask, at, carol, guild, id } = arrange();
    expect(ask(`PATCH ${at}/${id}`, { action: 'REJECTED', rejection_reason: 'Full' }).body).toMatchObject({ rejection_reason: 'Full' });
    expect(guild.members.has(carol.id)).toBe(false);
  });

  it.each([{}, { action: 'STARTED' }, { action: 'REJECTED', rejection_reason: 'x'.repeat(161) }])('is not acted on with %j', (body) => {
    const { ask, at, id } = arrange();
    expect([ask(`PATCH ${at}/${id}`, body).status, ask(`PATCH ${at}/1`, { action: 'APPROVED' }).status]).toEqual([400, 404]);
  });
});

it('welcomes nobody', () => {
  const { ask, guild } = arrange();
  expect(ask(`GET /guilds/${guild.id}/new-member-welcome`)).toEqual({ status: 204 });
});
