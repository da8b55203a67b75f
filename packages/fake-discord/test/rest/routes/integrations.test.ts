import { describe, expect, it } from '@jest/globals';
import { addMember } from '../../../src/world/arrange.js';
import { addIntegration } from '../../../src/world/guild/integrations.js';
import { makeUser } from '../../../src/world/users.js';
import { makeApi } from '../makeApi.js';

/** A guild that is joined to another application, whose bot is there. */
function arrange() {
  const home = makeApi({ botPermissions: ['ManageGuild', 'ViewAuditLog'] });
  const other = makeUser({ id: home.world.snowflakes.next(), name: 'other_bot', isBot: true });
  home.world.addUser(other);
  addMember(home.world, home.guild, other);
  const { id } = addIntegration(home.world, home.guild, { name: 'Other', botId: other.id }) as { id: string };
  return { ...home, at: `/guilds/${home.guild.id}/integrations`, id, other };
}

describe('what a guild is joined to', () => {
  it('is listed, the bot itself first, and told when it comes', () => {
    const { ask, at, told, world } = arrange();
    expect(ask(`GET ${at}`).body).toMatchObject([
      { id: world.application.id, type: 'discord' },
      { name: 'Other', application: { name: 'Other' } },
    ]);
    expect(told()).toEqual(['GUILD_MEMBER_ADD', 'INTEGRATION_CREATE', 'GUILD_INTEGRATIONS_UPDATE', 'GUILD_AUDIT_LOG_ENTRY_CREATE']);
  });

  it('goes with its bot', () => {
    const { ask, at, events, guild, id, other, told } = arrange();
    events.length = 0;
    expect(ask(`DELETE ${at}/${id}`).status).toBe(204);
    expect(told()).toEqual(['INTEGRATION_DELETE', 'GUILD_INTEGRATIONS_UPDATE', 'GUILD_AUDIT_LOG_ENTRY_CREATE', 'GUILD_MEMBER_REMOVE']);
    expect(guild.members.has(other.id)).toBe(false);
    expect(ask(`DELETE ${at}/${id}`)).toMatchObject({ status: 404, body: { code: 10005 } });
  });

  it('can be the bot, which is out then', () => {
    const { ask, at, guild, told, world } = arrange();
    expect(ask(`DELETE ${at}/${world.application.id}`).status).toBe(204);
    expect([told().at(-1), world.guilds.has(guild.id)]).toEqual(['GUILD_DELETE', false]);
  });
});
