import { describe, expect, it } from '@jest/globals';
import { addChannel, addRole } from '../../../src/world/arrange.js';
import { makeApi } from '../makeApi.js';

/** A guild with a template. */
function arrange() {
  const home = makeApi({ botPermissions: ['ManageGuild'] });
  const at = `/guilds/${home.guild.id}/templates`;
  const { code } = home.ask(`POST ${at}`, { name: 'Copy' }).body as { code: string };
  return { ...home, at, code };
}

describe('the template of a guild', () => {
  it('holds roles and channels by small numbers, without what is of members or integrations', () => {
    const { alice, ask, at, code, general, guild, world } = arrange();
    const role = addRole(world, guild, { name: 'team' });
    general.overwrites = [role.id, alice.id].map((id) => ({ id, type: 0, allow: '0', deny: '1' }));
    expect(ask(`PUT ${at}/${code}`).body).toMatchObject({
      is_dirty: null,
      serialized_source_guild: {
        roles: [
          { id: 0, name: '@everyone' },
          { id: 1, name: 'team' },
        ],
        channels: [{ id: 2, name: 'general', permission_overwrites: [{ id: 1, deny: '1' }] }],
      },
    });
  });

  it('is one', () => {
    const { ask, at } = arrange();
    expect(ask(`POST ${at}`, { name: 'Other' })).toMatchObject({ status: 400, body: { code: 30031 } });
  });

  it('is seen by anybody who has its code', () => {
    const { askAs, code, guild } = arrange();
    expect(askAs(undefined, `GET /guilds/templates/${code}`).body).toMatchObject({ name: 'Copy', source_guild_id: guild.id });
    expect(askAs(undefined, 'GET /guilds/templates/other')).toMatchObject({ status: 404, body: { code: 10057 } });
  });

  it('is changed and deleted', () => {
    const { ask, at, code } = arrange();
    expect(ask(`PATCH ${at}/${code}`, { name: 'New', description: 'Why' }).body).toMatchObject({ name: 'New', description: 'Why' });
    expect(ask(`DELETE ${at}/${code}`).body).toMatchObject({ code, name: 'New' });
    expect(ask(`PUT ${at}/${code}`)).toMatchObject({ status: 404, body: { code: 10057 } });
  });

  it('knows when the guild has changed since', () => {
    const { ask, at, guild, world } = arrange();
    const isDirty = (): unknown => (ask(`GET ${at}`).body as [{ is_dirty: unknown }])[0].is_dirty;
    const before = isDirty();
    addChannel(world, guild, { kind: 'text', name: 'new' });
    expect([before, isDirty()]).toEqual([null, true]);
  });
});
