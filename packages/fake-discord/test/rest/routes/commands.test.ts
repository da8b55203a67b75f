import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

/** A command of the guild, and how the guild's owner or alice asks about who may use it. */
function arrange() {
  const home = makeApi();
  const { application } = home.world;
  const at = `/applications/${application.id}/guilds/${home.guild.id}/commands`;
  const { id } = home.ask(`POST ${at}`, { name: 'ban', description: 'Bans' }).body as { id: string };
  const token = (userId: string): string => `Bearer ${home.grants.authorize(userId, ['applications.commands.permissions.update']).token}`;
  const body = { permissions: [{ id: home.alice.id, type: 2, permission: true }] };
  return { ...home, at, body, path: `${at}/${id}/permissions`, id, token };
}

describe('the permissions of a command', () => {
  it('are not there until somebody sets them', () => {
    const { ask, askAs, at, body, guild, path, token } = arrange();
    expect(ask(`GET ${path}`)).toMatchObject({ status: 404, body: { code: 10066 } });
    expect(ask(`GET ${at}/permissions`).body).toEqual([]);
    expect(askAs(token(guild.ownerId), `PUT ${at}/1/permissions`, body)).toMatchObject({ status: 404, body: { code: 10063 } });
  });

  it('are set by who manages the guild, and shown to the bot', () => {
    const { ask, askAs, at, body, guild, id, path, token } = arrange();
    expect(askAs(token(guild.ownerId), `PUT ${path}`, body)).toMatchObject({ status: 200, body: { id, ...body } });
    expect(ask(`GET ${path}`).body).toMatchObject(body);
    expect(ask(`GET ${at}/permissions`).body).toMatchObject([{ id, ...body }]);
  });

  it('are not set by a bot, nor by who may not manage the guild', () => {
    const { alice, ask, askAs, at, body, path, token } = arrange();
    expect(ask(`PUT ${path}`, body)).toMatchObject({ status: 403, body: { code: 20001 } });
    expect(ask(`PUT ${at}/permissions`, body)).toMatchObject({ status: 403, body: { code: 20001 } });
    expect(askAs(token(alice.id), `PUT ${path}`, body)).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});
